import Foundation

/// What tells that decoded bytes were written in Chinese: nearly any bytes are characters of GB18030 too, but those of
/// Japanese, Korean or Western text give rare ones.
///
/// Measured on tables and documents of plans: at least four of five characters of Chinese are among the common ones,
/// simplified or traditional, and at most a third of what other encodings give.
struct ChineseText {
  private var others = 0
  private var foreign = 0
  private var kana = 0
  private var ideographs = 0
  private var common = 0
  private var signs = 0

  /// Decodes bytes as GB18030; nil where one does not fit.
  static func decoded(_ bytes: some Sequence<UInt8>) -> String? {
    String(data: Data(bytes), encoding: String.Encoding(rawValue: 0x8000_0632))
  }

  /// Counts the characters beyond ASCII.
  mutating func add(_ text: String) {
    for scalar in text.unicodeScalars where scalar.value > 0x7F {
      others += 1
      if FoldedText.isIdeograph(scalar) {
        ideographs += 1
        if ChineseText.commonIdeographs.contains(FoldedText.simplified[scalar] ?? scalar) {
          common += 1
        }
      } else if ChineseText.signs.contains(scalar) || (0xFF01...0xFF5E).contains(scalar.value) {
        signs += 1
      } else if (0x3041...0x30FE).contains(scalar.value) {
        kana += 1
      } else if !(0xA0...0x451).contains(scalar.value), !(0x2000...0x33FF).contains(scalar.value),
        !(0xFF00...0xFFEF).contains(scalar.value)
      {
        foreign += 1
      }
    }
  }

  /// Whether the text is Chinese, or has nothing but the signs that Chinese tables are full of.
  var isChinese: Bool {
    guard others > 0, foreign == 0, kana * 20 <= others else { return false }
    return ideographs == 0 ? signs == others : common * 2 >= ideographs
  }

  private static let signs = Set(
    "℃°′″‰—…“”‘’·×÷±≤≥≠≈μ￥¥§№、。，：；！？（）《》〈〉【】〔〕「」『』～＋－／％■□●○◎◆◇★☆▲△→←↑↓①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣⅤ㎡㎏㎞\u{3000}"
      .unicodeScalars)

  private static let commonIdeographs = Set(
    """
    的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后
    作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只
    从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战
    向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原
    东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打变四神总何电数安少报才结反受目量再感
    建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放
    强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让
    识候带导争运项投城镇亿环境省划县村污府质率排改施核局办况整农占案江乡态央增州查均防流预域推降组评
    按值落例累型底综节优土林未控监百良号配集列专效低序湖批准升持督库善约烧禁垃减超济截圾份每财米支款
    额布园示附街网测罚容补续壤养阳包收牵吨积备险依根浓段户障需修固调标床快较价站企织广奖革息桥溪服兴
    秸秆复束础察臭季级措步近龙居细深具套坚置称除采耗卫状模亩半限费室左右绿围含削线止厅负微编厂转华宅
    殖消构创联药川连饮洁署夜七急京料宁房粒洪渠畜粮木宽劣究游黄粉图巡座初付券供贫塘估颗注汉际融福铁健
    泉校阶存益概八顺堆突执众职车鸡盖引商显输港送印耕武字副获扩举试困差杨营般违梅满津轻储苏病封风双宣
    促党跨岸姓责元六九千零甲乙丙丁单址属简宗辆册幼楼栋坑亭隧染考河算源委护扣氧断造技田范助氮庄台照育
    石议干移涉功研氨参嘉周灌债检审浙粪幅精黑坊巷弄屯寨沟岭峰坡坪垭湾
    """.unicodeScalars)
}
