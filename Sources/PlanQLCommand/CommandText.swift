import PlanQL
import PlanQLData
import PlanQLPlans

/// All that commands and REPL say by themselves, in the order of the alphabet.
enum CommandText {
  static let advice = LocalizedText(en: "help: ", zh: "提示：")

  static func ambiguousDotCommand(_ name: String, _ candidates: [String]) -> LocalizedText {
    LocalizedText(
      en: "'\(name)' may be \(list(candidates, " or "))",
      zh: "'\(name)'可以是\(list(candidates, "、"))")
  }

  static let anyValue = LocalizedText(en: "VALUE", zh: "值")

  static func badDate(_ text: String) -> LocalizedText {
    LocalizedText(en: "'\(text)' is no date", zh: "'\(text)'不是日期")
  }

  static func badParameter(_ text: String) -> LocalizedText {
    LocalizedText(
      en: "'--param \(text)' names no parameter", zh: "'--param \(text)'没有写明参数名")
  }

  static let cancelled = LocalizedText(en: "cancelled", zh: "已取消")

  static func broken(_ names: [String]) -> LocalizedText {
    LocalizedText(
      en: "no longer works with this: \(list(names, ", "))",
      zh: "这样一来，以下名称不再可用：\(list(names, "、"))")
  }

  static func cannotRead(_ path: String, _ reason: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "'\(path)' cannot be read: \(reason.en)", zh: "无法读取'\(path)'：\(reason.zh)")
  }

  static func cannotWrite(_ path: String, _ reason: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "'\(path)' cannot be written: \(reason.en)", zh: "无法写入'\(path)'：\(reason.zh)")
  }

  static func checkIsFine(_ file: String) -> LocalizedText {
    LocalizedText(en: "\(file): no errors\n", zh: "\(file)：没有错误\n")
  }

  static let commands = LocalizedText(en: "commands", zh: "命令")

  static let dateForms = LocalizedText(
    en: "write it as 2023-06-30", zh: "请写成 2023-06-30 或 2023年6月30日")

  static let dialogueHints = LocalizedText(
    en: """
      Anything else is a query: 'projects | take 3'. '?' lists the words of the language.
      A line that begins with '|' goes on from the last result, which is called '_'.
      Tab completes; Ctrl-C drops the line or stops the query.

      """,
    zh: """
      其余输入都是查询：'项目 | 取前 3'。'?' 列出语言的全部词。
      以'|'开头的一行接着上次的结果往下做，上次的结果名为'_'。
      Tab 键补全；Ctrl-C 放弃当前行或停止查询。

      """)

  static func didYouMean(_ names: [String]) -> LocalizedText {
    LocalizedText(
      en: "did you mean \(list(names, " or "))?", zh: "是不是想写 \(list(names, " 或 "))？")
  }

  static func entityIsAmbiguous(_ text: String, _ count: Int) -> LocalizedText {
    LocalizedText(en: "\(count) rows are called '\(text)'", zh: "有 \(count) 条记录叫'\(text)'")
  }

  static let explainNeedsScript = LocalizedText(
    en: "a script has to follow: its text or its file", zh: "后面要写脚本的内容或文件名")

  static func formats(_ names: [String]) -> LocalizedText {
    LocalizedText(en: "formats: \(list(names, ", "))", zh: "可用的格式：\(list(names, "、"))")
  }

  static let goodbyeNeedsDot = LocalizedText(
    en: "write '.quit', or press Ctrl-D on an empty line, to leave; '.help' lists the commands\n",
    zh: "退出请输入'.quit'或在空行按 Ctrl-D；'.help'列出全部命令\n")

  static let languages = LocalizedText(en: "write 'en' or 'zh'", zh: "请写 'en' 或 'zh'")

  static func missingParameter(_ name: String, _ type: String) -> LocalizedText {
    LocalizedText(
      en: "the parameter '\(name)' of type \(type) needs a value",
      zh: "参数'\(name)'（\(type)）没有给出值")
  }

  static func missingParameterAdvice(_ name: String, _ sample: LocalizedText) -> LocalizedText {
    LocalizedText(
      en: "give it as --param \(name)=\(sample.en)", zh: "请加上 --param \(name)=\(sample.zh)")
  }

  static let moneyUnits = LocalizedText(
    en: "write '万元', '亿元', '元', '千元' or one with a currency, as '万美元'",
    zh: "请写“万元”“亿元”“元”“千元”，或带币种的单位，如“万美元”")

  static func needsFormatting(_ file: String) -> LocalizedText {
    LocalizedText(en: "\(file): not formatted\n", zh: "\(file)：格式不规范\n")
  }

  static func noCommand(_ name: String) -> LocalizedText {
    LocalizedText(en: "no command '\(name)'", zh: "没有命令'\(name)'")
  }

  static let noCommandAdvice = LocalizedText(
    en: "'planql help' lists the commands; a query is written 'planql query TEXT'",
    zh: "'planql help' 列出全部命令；查询写作 'planql query 语句'")

  static func noDotCommand(_ name: String) -> LocalizedText {
    LocalizedText(en: "no command '\(name)'", zh: "没有命令'\(name)'")
  }

  static let noDotCommandAdvice = LocalizedText(
    en: "'.help' lists the commands", zh: "输入'.help'查看全部命令")

  static func moreIssues(_ count: Int, shown: Int) -> LocalizedText {
    LocalizedText(
      en: "\(count) of these in all, the first \(shown) of them shown",
      zh: "以上共 \(count) 条，只列出前 \(shown) 条")
  }

  static func noFolder(_ path: String) -> LocalizedText {
    LocalizedText(
      en: "'\(path)' is not there, or may not be read", zh: "'\(path)'不存在，或没有读取权限")
  }

  static func noFormat(_ name: String) -> LocalizedText {
    LocalizedText(en: "no format '\(name)'", zh: "没有格式'\(name)'")
  }

  static func noHelp(_ word: String) -> LocalizedText {
    LocalizedText(
      en: "no field, stage, function, unit, table, statement, code or script is called '\(word)'",
      zh: "没有叫'\(word)'的字段、步骤、函数、计量单位、表、语句、消息编号或脚本")
  }

  static let noHelpAdvice = LocalizedText(
    en: "'planql help' lists what there is", zh: "'planql help' 列出全部词")

  static func noMoneyUnit(_ text: String) -> LocalizedText {
    LocalizedText(en: "'\(text)' is no unit of money", zh: "“\(text)”不是金额单位")
  }

  static func noNumberStyle(_ text: String) -> LocalizedText {
    LocalizedText(en: "no way of writing numbers is called '\(text)'", zh: "没有“\(text)”这种数的写法")
  }

  static func noParameter(_ name: String) -> LocalizedText {
    LocalizedText(en: "the script has no parameter '\(name)'", zh: "脚本没有参数'\(name)'")
  }

  static let noPlan = LocalizedText(
    en: "there is no plan in this folder or in one above it",
    zh: "当前文件夹及其上级都没有规划")

  static let noPlanAdvice = LocalizedText(
    en: "name a plan or tables with --plan, or make a plan from a document with 'planql import'",
    zh: "请用 --plan 指定规划或表，或用'planql import'由文件生成一个规划")

  static let noQuery = LocalizedText(
    en: "there is no query: nothing is asked for", zh: "没有查询：没有要求任何结果")

  static let noQueryAdvice = LocalizedText(
    en: "write for example 'projects | take 3'", zh: "例如可写 '项目 | 取前 3'")

  static let noSignals = LocalizedText(
    en: "the terminal cannot be watched for Ctrl-C", zh: "无法在终端上接收 Ctrl-C")

  static func noState(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "'\(name)' is no path of a plan, and there is no plan here of which it may be a revision",
      zh: "'\(name)'不是规划的路径，当前文件夹及其上级也没有规划，无从查找叫这个名称的修订")
  }

  static let noStateAdvice = LocalizedText(
    en: "write the path of a plan, or name the plan with --plan", zh: "请写规划的路径，或用 --plan 指定规划")

  static func noSuchLanguage(_ text: String) -> LocalizedText {
    LocalizedText(en: "no language '\(text)'", zh: "没有语言'\(text)'")
  }

  static func noTable(_ name: String) -> LocalizedText {
    LocalizedText(en: "no table '\(name)'", zh: "没有表'\(name)'")
  }

  static func noView(_ name: String) -> LocalizedText {
    LocalizedText(
      en: "'\(name)' is neither 'tree', 'types', 'algebra' nor the code of a message",
      zh: "'\(name)'不是 tree、types、algebra，也不是消息编号")
  }

  static func openedPlan(_ title: String, _ tables: Int, _ rows: Int) -> LocalizedText {
    LocalizedText(
      en: "\(title): \(tables) tables, \(rows) rows; '.help' lists the commands\n",
      zh: "\(title)：\(tables) 张表，\(rows) 条记录；输入'.help'查看命令\n")
  }

  static let notUTF8 = LocalizedText(en: "not a text in UTF-8", zh: "不是 UTF-8 编码的文本")

  static let numberStyles = LocalizedText(
    en: "write 'point' for 1,234.5 or 'comma' for 1.234,5",
    zh: "请写 point（1,234.5）或 comma（1.234,5）")

  static let openNeedsPath = LocalizedText(
    en: "'.open' needs the path of a plan", zh: "'.open' 后面要写规划的路径")

  static func outputIsFull(_ reason: String) -> LocalizedText {
    LocalizedText(
      en: "planql: the output cannot be written: \(reason)\n",
      zh: "planql: 无法写出结果：\(reason)\n")
  }

  static let overviewHint = LocalizedText(
    en: """
      'planql help WORD' explains any of these, a field, a value or the code of a message;
      'planql help FILE' lists a script's parameters, 'planql COMMAND --help' a command's options.

      """,
    zh: """
      'planql help 词' 解释以上任何一个，也解释字段、取值或消息编号；
      'planql help 文件' 列出脚本的参数，'planql 命令 --help' 列出命令的选项。

      """)

  static func parameter(_ type: LocalizedText, fallback: String?) -> LocalizedText {
    LocalizedText(
      en: type.en + (fallback.map { "; \($0) when left out" } ?? "; must be given"),
      zh: type.zh + (fallback.map { "；省略时为 \($0)" } ?? "；必须给出"))
  }

  static func parameterIsGivenTwice(_ name: String) -> LocalizedText {
    LocalizedText(en: "the parameter '\(name)' is given twice", zh: "参数'\(name)'给了两次")
  }

  static func parameters(_ names: [String]) -> LocalizedText {
    names.isEmpty
      ? LocalizedText(en: "it has none at all", zh: "它没有任何参数")
      : LocalizedText(en: "it has \(list(names, ", "))", zh: "它的参数有\(list(names, "、"))")
  }

  /// What `verify` checks of the plan itself.
  static func planHolds(
    _ differences: PlanDifferences, of revision: String, allowsApproved: Bool
  ) -> LocalizedText {
    let (count, open) = (differences.all.count, differences.unapproved.count)
    let en =
      allowsApproved
      ? "every change since '\(revision)' is approved" : "the plan is as '\(revision)'"
    let zh = allowsApproved ? "自'\(revision)'以来的变更均经批准" : "规划与'\(revision)'一致"
    if count == 0 { return LocalizedText(en: en, zh: zh) }
    return LocalizedText(
      en: "\(en): \(count) \(count == 1 ? "difference" : "differences"), not approved \(open)",
      zh: "\(zh)：差异 \(count) 处，未经批准 \(open) 处")
  }

  static let quoteTheQuery = LocalizedText(
    en: "write the whole query in single quotes", zh: "整个查询要写在一对单引号里")

  static func readOn(_ command: String) -> LocalizedText {
    LocalizedText(en: "'\(command)' says how it is written", zh: "写法见'\(command)'")
  }

  static let scriptHasNoParameters = LocalizedText(
    en: "the script has no parameters\n", zh: "脚本没有参数\n")

  /// What `seal` has done.
  static func sealed(_ name: String, _ tables: Int, _ rows: Int) -> LocalizedText {
    LocalizedText(
      en: "sealed '\(name)': \(tables) tables, \(rows) rows\n",
      zh: "已封存'\(name)'：\(tables) 张表，\(rows) 行\n")
  }

  /// Which seal `verify` looked at.
  static func sealDigest(_ name: String, _ digest: String) -> LocalizedText {
    LocalizedText(en: "Seal of '\(name)': sha256 \(digest)", zh: "'\(name)'的封存：sha256 \(digest)")
  }

  /// What `verify` checks of the revision itself.
  static func sealHolds(_ altered: [String], isGenuine: Bool) -> LocalizedText {
    let (en, zh) = ("the revision is as it was sealed", "修订与封存时一致")
    if !isGenuine {
      return LocalizedText(
        en: "\(en): the seal is another than the one whose digest is given",
        zh: "\(zh)：封存的摘要与所给的不同")
    }
    if altered.isEmpty { return LocalizedText(en: en, zh: zh) }
    return LocalizedText(
      en: "\(en): altered: \(list(altered, ", "))", zh: "\(zh)：被改动的表：\(list(altered, "、"))")
  }

  static func tables(_ names: [String]) -> LocalizedText {
    LocalizedText(en: "tables: \(list(names, ", "))", zh: "有这些表：\(list(names, "、"))")
  }

  static func valueDoesNotFit(_ text: String, _ name: String, _ type: String) -> LocalizedText {
    LocalizedText(
      en: "'\(text)' does not fit the parameter '\(name)' of type \(type)",
      zh: "'\(text)'不能作为参数'\(name)'的值，它的类型是\(type)")
  }

  static func values(_ names: [String]) -> LocalizedText {
    LocalizedText(
      en: "it is one of \(list(names, ", "))", zh: "可以是\(list(names, "、"))")
  }

  static func valueSample(_ sample: LocalizedText) -> LocalizedText {
    LocalizedText(en: "write for example \(sample.en)", zh: "例如可写 \(sample.zh)")
  }

  static let wordHint = LocalizedText(
    en: "'? WORD' explains any of these, a field, a value or the code of a message.\n",
    zh: "'? 词' 解释以上任何一个，也解释字段、取值或消息编号。\n")

  private static func list(_ names: [String], _ separator: String) -> String {
    names.map { "'\($0)'" }.joined(separator: separator)
  }
}
