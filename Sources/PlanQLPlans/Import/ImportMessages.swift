import PlanQLData

/// All that an import can say of lines and cells, in both languages, by the names of the members.
enum ImportMessages {
  static let allAmountsUnread = LocalizedText(
    en: "no unit of money is stated, so the amounts were not read",
    zh: "没有写明金额单位，金额均未读取")

  static func amountInOtherCurrency(_ heading: String, _ currency: String) -> LocalizedText {
    LocalizedText(
      en:
        "the amounts under '\(heading)' are in \(currency), not in the plan's currency; they were not read",
      zh: "“\(heading)”栏的币种是 \(currency)，与规划的币种不同，未读取")
  }

  static func amountInOtherUnit(_ text: String, _ amount: String) -> LocalizedText {
    LocalizedText(en: "'\(text)' was written as \(amount)", zh: "“\(text)”换算为 \(amount)")
  }

  static func amountIsMerged(_ heading: String, _ text: String) -> LocalizedText {
    LocalizedText(
      en: "the '\(text)' under '\(heading)' is one cell over several rows; it counts for the first",
      zh: "“\(heading)”栏的“\(text)”是跨行合并的单元格，只计入第一行")
  }

  static func amountIsRough(_ text: String) -> LocalizedText {
    LocalizedText(en: "the rough amount '\(text)' was read as exact", zh: "概数“\(text)”按准确数读取")
  }

  static func amountIsTooLarge(_ heading: String, _ text: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' under '\(heading)' is too large for an amount of money; left blank",
      zh: "“\(heading)”栏的“\(text)”超出金额范围，留空")
  }

  static func amountsAreIn(_ heading: String, _ unit: String) -> LocalizedText {
    LocalizedText(
      en: "the amounts under '\(heading)' are in \(unit)", zh: "“\(heading)”栏的金额单位为\(unit)")
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

  static func attributeKept(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "the attribute '\(text)' is neither binding nor expected; it was kept as written",
      zh: "属性“\(text)”既不是约束性也不是预期性，按原文保留")
  }

  static func boxLeftOut(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "a text box stands over the cell and was left out of it: '\(text)'",
      zh: "单元格上有文本框，其文字“\(text)”未并入单元格")
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

  static func columnOfReportsKept(_ heading: String) -> LocalizedText {
    LocalizedText(
      en: "'\(heading)' stands beside the day of a report and is kept there under its name",
      zh: "“\(heading)”随填报日期逐期列出，按原名保留在进展中")
  }

  static func columnShownInUnit(_ heading: String, _ shown: String) -> LocalizedText {
    LocalizedText(
      en:
        "a number under '\(heading)' is stored in yuan and shown in the unit of its heading: it was read as \(shown)",
      zh: "“\(heading)”栏有以元存储、按表头单位显示的数，读为 \(shown)")
  }

  static func commentOnCell(_ cell: String, _ text: String) -> LocalizedText {
    LocalizedText(
      en: "a comment on cell \(cell) was left out: '\(text)'", zh: "\(cell) 单元格的批注未收入：“\(text)”")
  }

  static func commentOnText(_ text: String) -> LocalizedText {
    LocalizedText(en: "a comment was left out: '\(text)'", zh: "批注未收入：“\(text)”")
  }

  static func currencyFound(_ code: String) -> LocalizedText {
    LocalizedText(en: "the currency is \(code)", zh: "币种为 \(code)")
  }

  static func currencySignsTakenOut(_ heading: String, _ sign: String) -> LocalizedText {
    LocalizedText(
      en: "the sign '\(sign)' of the amounts under '\(heading)' was taken out",
      zh: "“\(heading)”栏金额的“\(sign)”符号已去掉")
  }

  static func dateBroken(_ number: String) -> LocalizedText {
    LocalizedText(en: "the date \(number) does not exist", zh: "日期 \(number) 不存在")
  }

  static func dateOfReport(_ date: String) -> LocalizedText {
    LocalizedText(en: "the progress is that of \(date)", zh: "进展截至 \(date)")
  }

  static let dateOfReportUnknown = LocalizedText(
    en: "the document does not say up to which day its progress counts",
    zh: "文件没有写明进展截至哪一天")

  static func deadline(_ text: String, _ period: String) -> LocalizedText {
    LocalizedText(
      en: "the deadline '\(text)' was read as the period \(period)",
      zh: "期限“\(text)”读为时段 \(period)")
  }

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

  static func errorInCell(_ error: String) -> LocalizedText {
    LocalizedText(en: "the cell holds the error \(error)", zh: "单元格是错误值 \(error)")
  }

  static func figureRead(_ text: String, _ meaning: String) -> LocalizedText {
    LocalizedText(en: "'\(text)' was read as \(meaning)", zh: "“\(text)”读为 \(meaning)")
  }

  static func figuresAlike(_ name: String, _ values: [String]) -> LocalizedText {
    LocalizedText(
      en:
        "several figures are called '\(name)' (\(values.joined(separator: ", "))); the words that tell whose each is were not read",
      zh: "有几个数字都叫“\(name)”（\(values.joined(separator: "、"))），看不出各属哪一方")
  }

  static func figuresUnread(_ figures: [String]) -> LocalizedText {
    let shown = figures.prefix(20)
    let rest = figures.count - shown.count
    return LocalizedText(
      en: "figures not read: '\(shown.joined(separator: "', '"))'"
        + (rest > 0 ? " and \(rest) more" : "")
        + "; the words do not say what they are, or of whom",
      zh: "未收入的数据：“\(shown.joined(separator: "”“"))”" + (rest > 0 ? "等 \(figures.count) 个" : "")
        + "；看不出是什么，或属于哪一项")
  }

  static func formulaValuesUsed(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "\(count) cells hold formulas; the values saved with them were used",
      zh: "\(count) 个单元格是公式，使用了保存的计算结果")
  }

  static let formulaWithoutValue = LocalizedText(
    en:
      "the cell holds a formula without a saved value; open the file in its program and save it again",
    zh: "单元格是公式而没有保存的结果；请用原程序打开后重新保存")

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

  static func hiddenTextLeftOut(_ text: String) -> LocalizedText {
    LocalizedText(en: "hidden text was left out: '\(text)'", zh: "隐藏文字“\(text)”未读取")
  }

  static let headingsAmidText = LocalizedText(
    en: "the headings of a table stand amid text that cannot be cut into rows",
    zh: "表头夹在文字中间，后面的文字无法分成行")

  static func hiddenRowsRead(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "\(count) hidden rows of the sheet were read like the others",
      zh: "工作表有 \(count) 个隐藏行，照常读取")
  }

  static func horizonFound(_ period: String, _ source: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "the plan's horizon is \(period), from \(source.en)",
      zh: "规划期为 \(period)，依据\(source.zh)")
  }

  static func kindUnknown(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "the name '\(name)' does not tell what kind of unit it is",
      zh: "从名称看不出“\(name)”是哪类单位")
  }

  static let linesAfterSite = LocalizedText(
    en: "stands after a line of the site and before more of the plan",
    zh: "位于网站文字之后、规划内容之前")

  static func listIsOfOtherLength(_ announced: Int, _ found: Int) -> LocalizedText {
    LocalizedText(
      en: "the text announces \(announced), but lists \(found)",
      zh: "原文称有 \(announced) 项，列出 \(found) 项")
  }

  static func mappedHeadingNotFound(_ heading: String) -> LocalizedText {
    LocalizedText(
      en: "the heading '\(heading)', which is mapped to a field, heads no column that was read",
      zh: "已指定字段的表头“\(heading)”不是所读任何一栏的表头")
  }

  static let mergedCellsCut = LocalizedText(
    en: "the merged ranges cover too many cells; the last of them count for their first cell only",
    zh: "合并单元格的范围过大，末尾的只计入其第一个单元格")

  static func milestonesRead(_ heading: String, _ count: Int) -> LocalizedText {
    LocalizedText(
      en: "'\(heading)' was read as \(count) milestones", zh: "“\(heading)”读为 \(count) 个节点")
  }

  static let milestonesWithoutProject = LocalizedText(
    en: "no project is named for the milestones; they were read as tasks",
    zh: "没有写明节点属于哪个项目，按任务读取")

  static func milestoneWithoutDate(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "the milestone '\(name)' has no date", zh: "节点“\(name)”没有写明时间")
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

  static func monthIsUncertain(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "the number \(text) may be a January or an October; it was not read",
      zh: "数字 \(text) 可能是 1 月，也可能是 10 月，未读取")
  }

  static func noiseInNumber(_ one: String, _ other: String) -> LocalizedText {
    LocalizedText(
      en: "noise against copying sticks to the number: it may be '\(one)' or '\(other)'",
      zh: "数后面粘有防复制的乱码，可能是“\(one)”，也可能是“\(other)”")
  }

  static func noiseTakenOff(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "noise that a forum puts against copying was taken off \(count) lines",
      zh: "已去掉 \(count) 行中论坛防复制的乱码")
  }

  static func nameOfTitle(_ title: String) -> LocalizedText {
    LocalizedText(
      en: "no label names the project; it was taken from the title '\(title)'",
      zh: "各项中没有项目名称，按标题“\(title)”取名")
  }

  static func noMark(_ heading: String, _ text: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' under '\(heading)' was read as none", zh: "“\(heading)”栏的“\(text)”读为“无”")
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

  static func partsDisagree(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "the parts of '\(name)' do not add up to its amount, which counts",
      zh: "“\(name)”的子项目金额之和与其金额不符，以其金额为准")
  }

  static func partsOfProject(_ count: Int, _ name: String, _ table: String) -> LocalizedText {
    LocalizedText(
      en:
        "\(count) rows are parts of '\(name)' and stand in the table '\(table)'; their amounts do not count again",
      zh: "\(count) 行是“\(name)”的子项目，收入“\(table)”表，金额不重复计入")
  }

  static func percentBesideUnit(_ text: String, _ unit: String) -> LocalizedText {
    LocalizedText(
      en:
        "'\(text)' is a share in a row whose unit is '\(unit)'; it was kept as text and left blank",
      zh: "本行的计量单位是“\(unit)”，“\(text)”却是百分比，按原文保留，数值留空")
  }

  static func periodRead(_ text: String, _ period: String) -> LocalizedText {
    LocalizedText(en: "'\(text)' was read as the period \(period)", zh: "“\(text)”读为时段 \(period)")
  }

  static let periodReversed = LocalizedText(
    en: "the end stands before the start; both were kept as written",
    zh: "结束时间早于开始时间，均按原文保留")

  static func pinyinTakenOff(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "\(count) readings in brackets behind characters were taken off",
      zh: "已去掉字后括号中的 \(count) 处注音")
  }

  static func planTable(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "the sheet is the plan's table '\(name)' and was read as it is",
      zh: "该工作表就是规划的“\(name)”表，逐行照录")
  }

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

  static let rowOfStatistics = LocalizedText(
    en: "the row says what the rows above come to on the average or at most, and is none of them",
    zh: "本行是上面各行的平均值或最大、最小值等，不是其中一项")

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

  static func ruleInParts(_ title: String, _ count: Int) -> LocalizedText {
    LocalizedText(
      en:
        "'\(title)' takes points off in \(count) ways; each became a rule of its own, without points",
      zh: "“\(title)”有 \(count) 种扣分办法，各记为一条规则，分值只记在总条目上")
  }

  static func ruleUnread(_ title: String) -> LocalizedText {
    LocalizedText(
      en: "how points are taken off for '\(title)' was not understood; its words were kept",
      zh: "“\(title)”的扣分办法未能识别，按原文保留")
  }

  static func settingRead(_ key: String, _ value: String) -> LocalizedText {
    LocalizedText(en: "the plan's \(key) is \(value)", zh: "规划的 \(key) 为 \(value)")
  }

  static let settingUnknown = LocalizedText(
    en: "the sheet of settings has a key that is not known; it was left out",
    zh: "设置表中有不认识的项，未收入")

  static func settingUnread(_ key: String, _ text: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' is no value for the plan's \(key); it was left out",
      zh: "“\(text)”不能作为规划的 \(key)，未收入")
  }

  static func severalCurrencies(_ heading: String, _ signs: [String]) -> LocalizedText {
    let list = signs.joined(separator: " ")
    return LocalizedText(
      en:
        "the amounts under '\(heading)' are in several currencies (\(list)); the column was kept as text",
      zh: "“\(heading)”栏的金额有几种货币（\(list)），按文字保留")
  }

  static func severalRows(_ count: Int) -> LocalizedText {
    LocalizedText(en: "\(count) rows stand on one line", zh: "一行文字中有 \(count) 行数据")
  }

  static func shareWithoutSign(_ heading: String, _ text: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' under '\(heading)' has no % sign and was kept as text, not as a share",
      zh: "“\(heading)”下的“\(text)”没有百分号，按文字保留，未作为比例")
  }

  static func sheetHidden(_ name: String) -> LocalizedText {
    LocalizedText(en: "the hidden sheet '\(name)' was left out", zh: "隐藏的工作表“\(name)”未收入")
  }

  static func sheetMissing(_ name: String) -> LocalizedText {
    LocalizedText(en: "the sheet '\(name)' is not in the file", zh: "文件中没有工作表“\(name)”")
  }

  static func sheetWithoutCells(_ name: String) -> LocalizedText {
    LocalizedText(en: "the sheet '\(name)' has no cells", zh: "工作表“\(name)”没有内容")
  }

  static func sheetWithoutTable(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "no table was found on the sheet '\(name)'", zh: "工作表“\(name)”中没有找到表格")
  }

  static func sourceUnknown(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' is no source of money that is known; it was kept as written",
      zh: "“\(text)”不是认识的资金来源，按原文保留")
  }

  static func standardTable(_ name: Name) -> LocalizedText {
    LocalizedText(
      en: "the headings are those of the table '\(name.en)'",
      zh: "表头与“\(name.zh)”表相符，按该表读取")
  }

  static func standing(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' was read as a period without ends", zh: "“\(text)”读为没有起止的时段")
  }

  static let strayLine = LocalizedText(
    en: "the line stands between rows and belongs to none", zh: "夹在两行数据之间，不属于任何一行")

  static func struckTextLeftOut(_ text: String) -> LocalizedText {
    LocalizedText(en: "the text '\(text)', struck through, was left out", zh: "带删除线的“\(text)”未收入")
  }

  static func struckTextRead(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "all of '\(text)' is struck through, as what is deleted is; it was read all the same",
      zh: "“\(text)”全部带删除线，可能已删除，仍按原文读取")
  }

  static func styleIsUncertain(_ heading: String, _ text: String) -> LocalizedText {
    LocalizedText(
      en:
        "'\(text)' under '\(heading)' was read with a decimal point; if it parts thousands, say --numbers comma",
      zh: "“\(heading)”栏的“\(text)”按小数点读取；如果是千分位，请用 --numbers comma 指明")
  }

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

  static let textMissing = LocalizedText(
    en: "the text of the cell is not in the file", zh: "文件中没有该单元格的文字")

  static func titleFound(_ title: String) -> LocalizedText {
    LocalizedText(en: "the plan's title is '\(title)'", zh: "规划标题为“\(title)”")
  }

  static let totalDoesNotFit = LocalizedText(
    en: "the total cannot be matched to the columns of money", zh: "合计行与金额各栏对不上")

  static let totalOfOwnTable = LocalizedText(
    en: "the total is kept among the stated totals, not among the rows that it adds up",
    zh: "合计行记入原文合计，不与所合计的各行并列")

  static let trackedChanges = LocalizedText(
    en: "the document has tracked changes; it was read as if all were accepted",
    zh: "文档中有修订痕迹，按全部接受修订后的内容读取")

  static let unknownLine = LocalizedText(
    en: "the line is of no known kind", zh: "无法判断本行的内容")

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

  static func valuesWithoutSubject(_ name: String, _ value: String) -> LocalizedText {
    LocalizedText(
      en:
        "several values are given for '\(name)' at one place and time, and what tells them apart was not read; \(value) was not taken",
      zh: "“\(name)”在同一地点和时间有几个不同的值，看不出各指什么，\(value) 未收入")
  }

  static func yearRead(_ heading: String, _ year: Int) -> LocalizedText {
    LocalizedText(en: "'\(heading)' was read as the year \(year)", zh: "“\(heading)”读为 \(year) 年")
  }

  static func yearUnknown(_ heading: String) -> LocalizedText {
    LocalizedText(
      en:
        "the document does not say which year '\(heading)' is about; the column was kept under its name",
      zh: "文件没有写明“\(heading)”是哪一年，该栏按原名保留")
  }

  static func yearsObserved(_ first: Int, _ last: Int) -> LocalizedText {
    LocalizedText(
      en: "the values of \(first) to \(last) were read as those observed",
      zh: "\(first)年至\(last)年的数值读为实际值")
  }

  static func yearsTaken(_ baseline: Int, _ target: Int) -> LocalizedText {
    LocalizedText(
      en:
        "of the years, \(baseline) was taken for the baseline and \(target) for the target; those before were observed",
      zh: "各年份中，\(baseline)年读为基期，\(target)年读为目标年，更早的年份读为实际值")
  }

  static func yearsUncertain(_ first: Int, _ last: Int) -> LocalizedText {
    LocalizedText(
      en:
        "nothing says whether the values of \(first) to \(last) were observed or are planned; they were kept under their headings",
      zh: "没有写明\(first)年至\(last)年的数值是实际值还是目标值，按原表头保留")
  }
}
