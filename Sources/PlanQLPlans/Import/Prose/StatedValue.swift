import PlanQLData

/// What a sentence says of an indicator: a value that was observed, or a target.
struct StatedValue: Sendable {
  var name: FoldedText
  let isTarget: Bool
  let quantity: Quantity
  /// How a value compares with the target, by the name of it in `indicators`.
  let comparator: String?
  /// Which way the indicator is to go, where the words say so.
  let direction: String?
  /// The value with the words around it, as written: 85%以上.
  let text: String
  var time: ProsePeriod?
  /// Where it was observed, or whose target it is.
  var place: FoldedText
  /// How many things it is the share of: 24个.
  var scope: FoldedText = .empty
  /// How the value compares with others, by what it is compared with: 同比 is 下降15.8%.
  var comparisons: [(label: String, text: String)] = []
  /// Whether the value is only expected.
  var isForecast = false
  let line: Int
}

/// Words of statements.
enum StatementWords {
  /// Words before a number that bound it or say no more than that it follows, the longest first.
  static let before: [(word: String, comparator: String?)] = [
    ("不低于", "at_least"), ("不少于", "at_least"), ("不小于", "at_least"), ("不得低于", "at_least"),
    ("不高于", "at_most"), ("不超过", "at_most"), ("不大于", "at_most"), ("不得超过", "at_most"),
    ("控制在", "at_most"),
    ("降低到", "at_most"), ("下降到", "at_most"), ("减少到", "at_most"), ("降至", "at_most"),
    ("降到", "at_most"),
    ("提高到", nil), ("提升到", nil), ("上升到", nil), ("增加到", nil), ("增长到", nil), ("提升至", nil),
    ("提高至", nil),
    ("保持在", nil), ("稳定在", nil), ("维持在", nil), ("高于", "above"), ("大于", "above"), ("超过", "above"),
    ("突破", "above"), ("低于", "below"), ("小于", "below"), ("≥", "at_least"), ("≧", "at_least"),
    (">=", "at_least"),
    ("≤", "at_most"), ("≦", "at_most"), ("<=", "at_most"), (">", "above"), ("<", "below"),
    ("达到", nil), ("实现", nil),
    ("约为", nil), ("大约", "about"), ("约", "about"), ("预计为", nil), ("占", nil), ("达", nil), ("为", nil),
    ("是", nil),
    ("=", nil), ("有", nil), ("共", nil),
  ]
  /// Words of change before a number.
  static let changes: [(word: String, direction: String)] = [
    ("下降", "down"), ("降低", "down"), ("减少", "down"), ("削减", "down"), ("压减", "down"), ("上升", "up"),
    ("提高", "up"), ("增长", "up"), ("增加", "up"), ("提升", "up"),
  ]
  /// Words behind a number that bound it.
  static let after: [(word: String, comparator: String)] = [
    ("及以上", "at_least"), ("以上", "at_least"), ("及以下", "at_most"), ("以下", "at_most"),
    ("以内", "at_most"),
    ("之内", "at_most"), ("左右", "about"),
  ]
  /// Words between a name and the words before a number.
  static let fillers = [
    "平均", "总体", "均", "都", "各", "分别", "已", "共", "要", "应", "须", "需", "将", "的", ":", "力争", "确保", "累计",
    "年均",
    "预计", "全部", "合计", "目标", "不断", "进一步", "稳步", "明显", "持续",
  ]
  /// Words that begin a comparison with another value.
  static let comparisons = ["同比", "环比", "比", "较", "与", "降幅", "增幅", "去年同期", "上年同期", "相比"]
  /// What an observed value can be of: how its name ends.
  static let measures = [
    "率", "比例", "比率", "比重", "占比", "浓度", "指数", "天数", "量", "面积", "里程", "断面", "点位", "水源地", "站点", "得分",
    "分",
    "人口", "收入", "总值", "GDP", "产值", "增加值", "均值", "系数", "平均值", "声级", "价值", "长度", "能耗", "水耗", "强度",
    "数", "时间",
    "下降", "降低", "减少", "上升", "提高", "增长", "增加", "提升", "投资", "消耗", "排放", "寿命", "年限", "值", "户数", "总额",
    "规模",
    "空间", "投入", "效率", "水平", "产能", "覆盖", "比", "PM2.5", "PM10", "SO2", "NO2", "CO", "O3", "臭氧",
    "二氧化硫", "二氧化氮", "一氧化碳", "颗粒物", "化学需氧量", "氨氮", "氮氧化物", "总氮", "总磷",
  ]
  /// Names that say nothing without what they are of.
  static let generic: Set<String> = [
    "比例", "占比", "比重", "比率", "达标率", "优良率", "合格率", "完成率", "均值", "平均值", "总量", "面积", "其中",
  ]
  /// Words of text that states no measure.
  static let foreign = [
    "召开", "印发", "发布", "会议", "电话", "编号", "邮编", "举办", "参加", "安排资金", "罚款", "处罚", "奖励", "扣款", "扣收",
    "补助",
    "如果", "每增加", "每超", "每降", "补偿金", "按照", "大于", "小于", "以下简称",
  ]
}
