import PlanQLData

/// What is said of headings, columns, rows and cells.
extension ImportMessages {
  static func figureInNoTable(_ text: String, _ heading: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' under '\(heading)' came into no table; look whether it is needed",
      zh: "“\(heading)”下的“\(text)”没有进入任何表，请核对是否需要")
  }

  static func codesNest(_ count: Int) -> LocalizedText {
    LocalizedText(
      en:
        "\(count) rows whose code begins with that of a row above are parts of it and not added up again",
      zh: "有 \(count) 行的编码以上面某行的编码开头，是其明细，不重复计入合计")
  }

  static func unitOfColumnsUnknown(_ unit: String, _ headings: [String]) -> LocalizedText {
    LocalizedText(
      en:
        "the unit \(unit) stands above the table; whether these columns are in it is not said: \(headings.joined(separator: ", "))",
      zh: "表上注明单位为\(unit)；下列各列是否以此为单位没有写明：\(headings.joined(separator: "、"))")
  }

  static func nameMayBeOfTwoCells(_ name: String) -> LocalizedText {
    LocalizedText(
      en:
        "'\(name)' was taken for one name; the words before the blank may be a category without a heading",
      zh: "“\(name)”按一个名称读取；空格前可能是没有表头的分类")
  }

  static func actualRowsJoined(_ count: Int, _ word: String) -> LocalizedText {
    LocalizedText(
      en:
        "\(count) rows of what was planned have one of '\(word)' below each; it was put beside it",
      zh: "\(count) 行计划数下各有一行“\(word)”，已并为一行")
  }

  static func attributeKept(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "the attribute '\(text)' is neither binding nor expected; it was kept as written",
      zh: "属性“\(text)”既不是约束性也不是预期性，按原文保留")
  }

  static func categoryReachesDown(_ category: String) -> LocalizedText {
    LocalizedText(
      en:
        "the row has no category of its own; '\(category)' of the row above was taken to reach down to it",
      zh: "本行没有写类别，沿用上一行的“\(category)”")
  }

  static func cellIsAbsent(_ heading: String) -> LocalizedText {
    LocalizedText(en: "the row has nothing for '\(heading)'", zh: "本行缺“\(heading)”")
  }

  static func cellOfGroup(_ heading: String, _ text: String) -> LocalizedText {
    LocalizedText(
      en: "the '\(text)' under '\(heading)' is that of a row that groups others; it was left out",
      zh: "“\(heading)”栏的“\(text)”属于归类行，未收入")
  }

  static let cellsFitNoHeadings = LocalizedText(
    en: "the row has fewer cells than there are headings, and they fit those in no way",
    zh: "本行比表头缺格，各格与表头无法对应")

  static func cellsOfSeveralHeadings(_ texts: [String]) -> LocalizedText {
    let en = texts.map { "'\($0)'" }.joined(separator: ", ")
    let zh = texts.map { "“\($0)”" }.joined(separator: "、")
    return LocalizedText(
      en:
        "the row has fewer cells than there are headings; \(en) may stand under several and was left blank",
      zh: "本行比表头缺格，\(zh)可能属于几栏，未读取")
  }

  static func cellsReachDown(_ rows: Int) -> LocalizedText {
    LocalizedText(
      en: "\(rows) rows lack cells of those above, which were taken to reach down to them",
      zh: "有 \(rows) 行缺格，缺的格按与上一行合并读取")
  }

  static func columnOfYearsKept(_ heading: String) -> LocalizedText {
    LocalizedText(
      en: "'\(heading)' is of the year of each row and is kept there under its name",
      zh: "“\(heading)”是各行所属年度的数据，按原名保留在该年度")
  }

  static func aimOfPlaceKept(_ heading: String) -> LocalizedText {
    LocalizedText(
      en:
        "'\(heading)' differs by place for one indicator and is kept beside what was observed in each",
      zh: "同一指标的“\(heading)”因地点而异，按原名保留在各地点的监测值旁")
  }

  static func columnOfReportsKept(_ heading: String) -> LocalizedText {
    LocalizedText(
      en: "'\(heading)' stands beside the day of a report and is kept there under its name",
      zh: "“\(heading)”随填报日期逐期列出，按原名保留在进展中")
  }

  static let creditTable = LocalizedText(
    en: "the headings are those of a register of credit; its rows are those of the table 'credit'",
    zh: "表头是企业信用评价名单，各行收入“credit”表")

  static func dittoOfNothing(_ heading: String, _ text: String) -> LocalizedText {
    LocalizedText(
      en:
        "'\(text)' under '\(heading)' points at no cell in its section that says something; it was left blank",
      zh: "“\(heading)”栏的“\(text)”在本节内没有所指的内容，已留空")
  }

  static func dittoRead(_ heading: String, _ text: String, _ meaning: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' under '\(heading)' was read as '\(meaning)'",
      zh: "“\(heading)”栏的“\(text)”读为“\(meaning)”")
  }

  static func headingBeside(_ heading: String, _ taken: String) -> LocalizedText {
    LocalizedText(
      en:
        "the column '\(heading)' was kept under its name, as '\(taken)' was taken for what it is about",
      zh: "“\(heading)”一栏按原名保留，因为已取“\(taken)”作为这一内容")
  }

  static func headingKept(_ heading: String, _ suggestions: [String]) -> LocalizedText {
    let en = suggestions.map { "'\($0)'" }.joined(separator: ", ")
    let zh = suggestions.map { "“\($0)”" }.joined(separator: "、")
    return suggestions.isEmpty
      ? LocalizedText(
        en: "the heading '\(heading)' is not known; the column was kept under its name",
        zh: "不认识表头“\(heading)”，该栏按原名保留")
      : LocalizedText(
        en:
          "the heading '\(heading)' is not known; the column was kept under its name; did you mean \(en)?",
        zh: "不认识表头“\(heading)”，该栏按原名保留；是不是\(zh)？")
  }

  static func headingsAboveUncertain(_ headings: String) -> LocalizedText {
    LocalizedText(
      en:
        "the headings stand over several rows, and nothing tells which of them stand above which; only the lowest were taken: \(headings)",
      zh: "表头有多行，文中看不出上下对应关系；只取最下一行：\(headings)")
  }

  static let headingsAmidText = LocalizedText(
    en: "the headings of a table stand amid text that cannot be cut into rows",
    zh: "表头夹在文字中间，后面的文字无法分成行")

  static func listIsOfOtherLength(_ announced: Int, _ found: Int) -> LocalizedText {
    LocalizedText(
      en: "the text announces \(announced), but lists \(found)",
      zh: "原文称有 \(announced) 项，列出 \(found) 项")
  }

  static func mappedHeadingNotFound(_ heading: String) -> LocalizedText {
    LocalizedText(
      en:
        "the heading '\(heading)', which is mapped to a field, heads no column that was read, and is not kept",
      zh: "已指定字段的表头“\(heading)”不是所读任何一栏的表头，未予保存")
  }

  static func nameOfTitle(_ title: String) -> LocalizedText {
    LocalizedText(
      en: "no label names the project; it was taken from the title '\(title)'",
      zh: "各项中没有项目名称，按标题“\(title)”取名")
  }

  static func yearOfFootnote(_ text: String, _ year: Int) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' is of \(year), as the note on its mark says",
      zh: "“\(text)”按其标记的注为 \(year) 年的数")
  }

  static func noMark(_ heading: String, _ text: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' under '\(heading)' was read as none", zh: "“\(heading)”栏的“\(text)”读为“无”")
  }

  static func ownTable(_ name: String) -> LocalizedText {
    LocalizedText(
      en:
        "the headings fit no table of plans; kept as the table '\(name)'; --map HEADING=FIELD says what they are",
      zh: "表头不属于规划的任何一种表，保留为“\(name)”表；可用 --map 表头=字段 指明")
  }

  static let partOfRowAbove = LocalizedText(
    en:
      "the row says what part of the one above it is, whose amount has it already; it was not counted",
    zh: "本行是上一行的其中部分，金额已含在上一行，未重复计入")

  static let personsByRole = LocalizedText(
    en: "the headings name persons by their roles; each is a row of the table 'officials'",
    zh: "表头按职责列出人员，逐人收入“负责人”表")

  static let recordWithoutSubject = LocalizedText(
    en: "the record does not say what it is about", zh: "这条记录没有写明所指的事项")

  static let rowDoesNotFit = LocalizedText(
    en: "the row cannot be cut into the columns of its table", zh: "本行与表头各栏对不上")

  static let rowGoesOn = LocalizedText(
    en: "the row goes on with the one above it", zh: "本行是上一行的续行")

  static func rowGroupsOthers(_ title: String) -> LocalizedText {
    LocalizedText(
      en: "the row '\(title)' groups those below it and is taken for a section",
      zh: "“\(title)”一行归类其下各行，按分节读取")
  }

  static let rowIsCutOff = LocalizedText(
    en: "the row is cut off before its last column", zh: "本行在最后一栏之前中断")

  static func rowIsShort(_ fields: Int, _ headings: Int) -> LocalizedText {
    LocalizedText(
      en: "the row has \(fields) fields where there are \(headings) headings",
      zh: "本行有 \(fields) 格，表头有 \(headings) 栏")
  }

  static func rowsAreShort(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "\(count) rows have fewer fields than there are headings", zh: "有 \(count) 行的格数少于表头")
  }

  static let rowOfStatistics = LocalizedText(
    en: "the row says an average, an extreme or a share of the rows above, and is none of them",
    zh: "本行是上面各行的平均值、最大最小值或占比等，不是其中一项")

  static let rowIsMerged = LocalizedText(
    en: "one cell reaches over the whole row; it was kept in the first column",
    zh: "本行只有一个跨各列合并的单元格，保留在第一列")

  static let rowOfPoints = LocalizedText(
    en: "the row says how many points can be had under each heading, and is of nobody",
    zh: "本行是各栏的满分或分值，不属于任何单位")

  static let rowIsSection = LocalizedText(
    en: "the row has no number, only a title and amounts: it was read as a section",
    zh: "本行没有序号，只有名称和金额，读为分节")

  static func rowsDiffer(_ heading: String, _ first: String, _ other: String) -> LocalizedText {
    LocalizedText(
      en:
        "the rows of one project say '\(first)' and '\(other)' under '\(heading)'; the first counts",
      zh: "同一项目各行的“\(heading)”不同：“\(first)”与“\(other)”，以第一行为准")
  }

  static func rowsJoinDuties(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "\(count) rows are of tasks that other tables have; what they say was added to those",
      zh: "有 \(count) 行说的是其他表已有的任务，内容已并入这些任务")
  }

  static func rowsJoined(_ count: Int) -> LocalizedText {
    LocalizedText(en: "the row was put together from \(count) lines", zh: "本行由 \(count) 行文字拼成")
  }

  static func rowsJoinProjects(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "\(count) rows are of projects that other tables have; what they say was added to those",
      zh: "有 \(count) 行说的是其他表已有的项目，内容已并入这些项目")
  }

  static func rowsRepeated(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "\(count) rows say again what rows of other tables say, and were not taken twice",
      zh: "有 \(count) 行与其他表的行相同，没有重复收入")
  }

  static let rowStandsElsewhere = LocalizedText(
    en:
      "a project of this name stands in another table too and is not the same by its cells; both were kept",
    zh: "其他表有同名项目，从内容看不是同一项目，两者都已保留")

  static func severalRows(_ count: Int) -> LocalizedText {
    LocalizedText(en: "\(count) rows stand on one line", zh: "一行文字中有 \(count) 行数据")
  }

  static func standardTable(_ name: Name) -> LocalizedText {
    LocalizedText(
      en: "the headings are those of the table '\(name.en)'",
      zh: "表头与“\(name.zh)”表相符，按该表读取")
  }

  static let rowsBeside = LocalizedText(
    en:
      "the table goes on beside these rows below the same headings; they were read behind the others",
    zh: "该表在同一行右侧以相同表头续排，已接在前面各行之后读取")

  static let tableBeside = LocalizedText(
    en: "another table stands beside this one on its rows; each was read by itself",
    zh: "同一行并排有两张表，分别读取")

  static func tableIsTaken(_ name: String, _ other: String) -> LocalizedText {
    LocalizedText(
      en:
        "other sheets fill the table '\(name)' already, so that of its name was kept as '\(other)'",
      zh: "其他工作表已有“\(name)”表的内容，同名工作表另存为“\(other)”")
  }

  static let tableWithoutHeadings = LocalizedText(
    en: "the table has rows with amounts and no headings that are known; it was not read",
    zh: "该表有金额而没有可识别的表头，未读取")

  static let titleIsRow = LocalizedText(
    en: "the title has amounts and no rows below it: it was read as a row itself",
    zh: "标题行有金额而其下没有明细行，读为一行")

  static let totalDoesNotFit = LocalizedText(
    en: "the total cannot be matched to the columns of money", zh: "合计行与金额各栏对不上")

  static let totalOfGroup = LocalizedText(
    en: "the row totals those that are grouped under the cell beside it; it was not counted",
    zh: "本行是左侧所归各行的小计，未计入")

  static let totalOfOwnTable = LocalizedText(
    en: "the total is kept among the stated totals, not among the rows that it adds up",
    zh: "合计行记入原文合计，不与所合计的各行并列")

  static func unreadable(_ heading: String, _ text: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' under '\(heading)' cannot be read and was left blank",
      zh: "“\(heading)”栏的“\(text)”无法读取，已留空")
  }

  static func valueKept(_ heading: String, _ text: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' under '\(heading)' is none of the values known and was kept as written",
      zh: "“\(heading)”下的“\(text)”不是已知的取值，按原文保留")
  }
}
