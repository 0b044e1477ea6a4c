import PlanQLData

/// What is said of numbers and amounts of money.
extension ImportMessages {
  static let allAmountsUnread = LocalizedText(
    en: "no unit of money is stated, so the amounts were not read",
    zh: "没有写明金额单位，金额均未读取")

  static func amountInOtherCurrency(_ heading: String, _ currency: String) -> LocalizedText {
    LocalizedText(
      en:
        "the amounts under '\(heading)' are in \(currency), not in the plan's currency; they were not read",
      zh: "“\(heading)”栏的币种是 \(currency)，与规划的币种不同，未读取")
  }

  static func amountInOtherUnit(
    _ text: String, _ amount: String, _ unit: LocalizedText
  ) -> LocalizedText {
    let blank = unit.en.first?.isASCII == true ? " " : ""
    return LocalizedText(
      en: "'\(text)' was written as \(amount)\(blank)\(unit.en)",
      zh: "“\(text)”换算为 \(amount)\(unit.zh)")
  }

  static func amountIsMerged(_ heading: String, _ text: String) -> LocalizedText {
    LocalizedText(
      en: "the '\(text)' under '\(heading)' is one cell over several rows; it counts for the first",
      zh: "“\(heading)”栏的“\(text)”是跨行合并的单元格，只计入第一行")
  }

  static func amountIsOfMoney(_ text: String, _ amount: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' of money does not say 元; it was read as \(amount)",
      zh: "金额“\(text)”未写“元”，按 \(amount) 读取")
  }

  static func amountIsRough(_ text: String) -> LocalizedText {
    LocalizedText(en: "the rough amount '\(text)' was read as exact", zh: "概数“\(text)”按准确数读取")
  }

  static func amountIsTooLarge(_ heading: String, _ text: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' under '\(heading)' is too large for an amount of money; left blank",
      zh: "“\(heading)”栏的“\(text)”超出金额范围，留空")
  }

  static let amountsAdded = LocalizedText(
    en:
      "the row says what more is done in the project above it; its amounts were added to those of it",
    zh: "本行是上一项目的另一项内容，金额已与上一行相加")

  static func amountsAreIn(_ heading: String, _ unit: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "the amounts under '\(heading)' are in \(unit.en)", zh: "“\(heading)”栏的金额单位为\(unit.zh)")
  }

  static func amountsDisagree(_ sum: String, _ stated: String) -> LocalizedText {
    LocalizedText(
      en: "the yearly amounts add up to \(sum), but '\(stated)' is stated",
      zh: "各年金额之和为 \(sum)，原文为“\(stated)”")
  }

  static func amountsInPlanUnit(_ heading: String, _ unit: String) -> LocalizedText {
    LocalizedText(
      en: "nothing says which unit the amounts under '\(heading)' are in, so they are \(unit) as "
        + "the other amounts are",
      zh: "没有写明“\(heading)”栏的金额单位，与其他金额一样按\(unit)读取")
  }

  static func amountsInYuan(_ heading: String) -> LocalizedText {
    LocalizedText(
      en: "nothing says which unit the amounts under '\(heading)' are in, so they are yuan",
      zh: "没有写明“\(heading)”栏的金额单位，按元读取")
  }

  static func belowDetection(_ heading: String, _ text: String) -> LocalizedText {
    LocalizedText(
      en:
        "'\(text)' under '\(heading)' is below what can be detected, and no value; it was kept as written",
      zh: "“\(heading)”栏的“\(text)”低于检出限，不是监测数值，按原文保留")
  }

  static func bracketLeftOut(_ heading: String, _ text: String) -> LocalizedText {
    LocalizedText(
      en: "of '\(text)' under '\(heading)' only the amount at the beginning was read",
      zh: "“\(heading)”栏的“\(text)”只读取了开头的金额")
  }

  static func columnShownInUnit(_ heading: String, _ shown: String) -> LocalizedText {
    LocalizedText(
      en:
        "a number under '\(heading)' is stored in yuan and shown in the unit of its heading: it was read as \(shown)",
      zh: "“\(heading)”栏有以元存储、按表头单位显示的数，读为 \(shown)")
  }

  static func amountsWithoutSource(_ project: String) -> LocalizedText {
    LocalizedText(
      en:
        "the first row of '\(project)' names no source, and the rows of its sources do not come to its amounts; they may be the whole",
      zh: "“\(project)”的首行没有写明资金来源，各来源之和又与它不符；它的金额可能是合计")
  }

  static func currencyFound(_ code: String) -> LocalizedText {
    LocalizedText(en: "the currency is \(code)", zh: "币种为 \(code)")
  }

  static func currencyOfSign(_ heading: String, _ sign: String, _ code: String) -> LocalizedText {
    LocalizedText(
      en: "the sign '\(sign)' of the amounts under '\(heading)' was read as \(code)",
      zh: "“\(heading)”栏金额的符号“\(sign)”按 \(code) 读取")
  }

  static func currencySignsTakenOut(_ heading: String, _ sign: String) -> LocalizedText {
    LocalizedText(
      en: "the sign '\(sign)' of the amounts under '\(heading)' was taken out",
      zh: "“\(heading)”栏金额的“\(sign)”符号已去掉")
  }

  static func footnoteMark(_ heading: String, _ text: String, _ mark: String) -> LocalizedText {
    LocalizedText(
      en:
        "the '\(mark)' of '\(text)' under '\(heading)' is the mark of a footnote, and no part of the number",
      zh: "“\(heading)”栏“\(text)”中的“\(mark)”是脚注标记，不计入数值")
  }

  static func mixedStyles(_ heading: String) -> LocalizedText {
    LocalizedText(
      en:
        "the numbers under '\(heading)' mix decimal points and decimal commas; those that could be either were not read; say which with --numbers",
      zh: "“\(heading)”栏的小数点和小数逗号混用，无法确定的数未读取；可用 --numbers 指明")
  }

  static func mixedStylesKept(_ heading: String) -> LocalizedText {
    LocalizedText(
      en:
        "the numbers under '\(heading)' mix decimal points and decimal commas; the column was kept as text, which has no sum; say which with --numbers",
      zh: "“\(heading)”栏的小数点和小数逗号混用，该栏保留为文本，不能求和；可用 --numbers 指明")
  }

  static func noiseInNumber(_ one: String, _ other: String) -> LocalizedText {
    LocalizedText(
      en: "noise against copying sticks to the number: it may be '\(one)' or '\(other)'",
      zh: "数后面粘有防复制的乱码，可能是“\(one)”，也可能是“\(other)”")
  }

  static func numberBroken(_ text: String) -> LocalizedText {
    LocalizedText(en: "'\(text)' is no number", zh: "“\(text)”不是数")
  }

  static func numbersAmidWords(_ heading: String, _ word: String) -> LocalizedText {
    LocalizedText(
      en:
        "most cells under '\(heading)' are numbers and '\(word)' is none, so the column was kept as text",
      zh: "“\(heading)”下多为数字而有“\(word)”，该栏按文字保留")
  }

  static func numberScaled(_ text: String) -> LocalizedText {
    LocalizedText(
      en:
        "the cell holds \(text) and shows it divided by thousands; which of the two is meant is not certain",
      zh: "单元格的值是 \(text)，显示时按千缩小，无法确定以哪个为准")
  }

  static func numberScaledAgainstUnit(_ text: String, _ unit: String) -> LocalizedText {
    LocalizedText(
      en:
        "the cell holds \(text) and shows it divided otherwise than its unit '\(unit)' says; it was not read",
      zh: "单元格的值是 \(text)，显示时缩小的倍数与单位“\(unit)”不符，未读取")
  }

  static func numbersHaveCommas(_ heading: String) -> LocalizedText {
    LocalizedText(
      en: "the numbers under '\(heading)' have decimal commas: '1.234,5' is 1234.5",
      zh: "“\(heading)”栏的数以逗号为小数点：“1.234,5”读为 1234.5")
  }

  static func numbersRewritten(_ heading: String) -> LocalizedText {
    LocalizedText(
      en: "the signs between the thousands of the numbers under '\(heading)' were taken out",
      zh: "“\(heading)”栏的千分位分隔符已去掉")
  }

  static func numbersShownInUnit(_ count: Int, _ stored: String, _ shown: String) -> LocalizedText {
    LocalizedText(
      en:
        "\(count) cells are stored in yuan and shown in a larger unit; the stored values were read: \(stored) is \(shown)",
      zh: "\(count) 个单元格以元存储、按更大的单位显示，按存储值读取：\(stored) 即 \(shown)")
  }

  static func numbersSkip(_ from: Int, _ to: Int) -> LocalizedText {
    LocalizedText(
      en: "the numbers go from \(from) to \(to)", zh: "序号从 \(from) 跳到 \(to)")
  }

  static let numbersWithoutHeading = LocalizedText(
    en: "the rows begin with numbers that have no heading", zh: "各行以序号开头，表头中没有序号栏")

  static func numberTwice(_ number: Int) -> LocalizedText {
    LocalizedText(en: "the number \(number) stands twice", zh: "序号 \(number) 出现两次")
  }

  static func percentBesideUnit(_ text: String, _ unit: String) -> LocalizedText {
    LocalizedText(
      en:
        "'\(text)' is a share in a row whose unit is '\(unit)'; it was kept as text and left blank",
      zh: "本行的计量单位是“\(unit)”，“\(text)”却是百分比，按原文保留，数值留空")
  }

  static func severalCurrencies(_ heading: String, _ signs: [String]) -> LocalizedText {
    let list = signs.joined(separator: " ")
    return LocalizedText(
      en:
        "the amounts under '\(heading)' are in several currencies (\(list)); the column was kept as text",
      zh: "“\(heading)”栏的金额有几种货币（\(list)），按文字保留")
  }

  static func shareIsHundredth(_ heading: String, _ text: String) -> LocalizedText {
    LocalizedText(
      en:
        "'\(text)' under '\(heading)' is a hundredth of what the amounts beside it give; it may be a fraction, not a percentage",
      zh: "“\(heading)”栏的“\(text)”只有旁边金额之比的百分之一，可能写的是小数而不是百分数")
  }

  static func shareWithoutSign(_ heading: String, _ text: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' under '\(heading)' has no % sign and was kept as text, not as a share",
      zh: "“\(heading)”下的“\(text)”没有百分号，按文字保留，未作为比例")
  }

  static func amountsAreCounts(_ unit: String) -> LocalizedText {
    LocalizedText(
      en:
        "the name says that the row is in \(unit); its figures are no money and were kept as written",
      zh: "名称注明单位为“\(unit)”，本行的数不是金额，按原文保留")
  }

  static func styleIsUncertain(_ heading: String, _ text: String) -> LocalizedText {
    if text.contains(",") {
      return LocalizedText(
        en:
          "the comma of '\(text)' under '\(heading)' was read as one between thousands; if it is that of decimals, say --numbers comma",
        zh: "“\(heading)”栏的“\(text)”按千分位逗号读取；如果逗号是小数点，请用 --numbers comma 指明")
    }
    return LocalizedText(
      en:
        "'\(text)' under '\(heading)' was read with a decimal point; if it parts thousands, say --numbers comma",
      zh: "“\(heading)”栏的“\(text)”按小数点读取；如果是千分位，请用 --numbers comma 指明")
  }

  static func unitBesideUnit(_ text: String, _ unit: String) -> LocalizedText {
    LocalizedText(
      en:
        "'\(text)' has no exact value in '\(unit)', the unit of its row; it was kept as text and left blank",
      zh: "本行的计量单位是“\(unit)”，“\(text)”无法准确换算，按原文保留，数值留空")
  }

  static func unitMissing(_ heading: String) -> LocalizedText {
    LocalizedText(
      en: "no unit of money is stated for '\(heading)'; its bare numbers were not read as amounts",
      zh: "“\(heading)”栏没有写明金额单位，只写数字的单元格未按金额读取")
  }

  static func unitOfInvestment(_ heading: String, _ unit: String, _ whole: String) -> LocalizedText
  {
    LocalizedText(
      en:
        "'\(heading)' states no unit; it has parts of '\(whole)' and was read in \(unit) like that",
      zh: "“\(heading)”栏没有写明单位，是“\(whole)”的一部分，同按\(unit)读取")
  }

  static func unitOfTableAbove(_ unit: String) -> LocalizedText {
    LocalizedText(
      en: "no unit of money stands above this table; \(unit) was taken from the table above it",
      zh: "本表上方没有写明金额单位，沿用上一张表的\(unit)")
  }

  static func trianglesAreMinus(_ heading: String, _ text: String) -> LocalizedText {
    LocalizedText(
      en: "numbers under '\(heading)' with a triangle are below zero: '\(text)'",
      zh: "“\(heading)”栏带三角符号的数按负数读取：“\(text)”")
  }
}
