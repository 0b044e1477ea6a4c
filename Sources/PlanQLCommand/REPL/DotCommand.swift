import PlanQLData
import PlanQLSyntax

/// A command to the REPL itself, not to the plan: `.tables`.
struct DotCommand: Sendable {
  /// What a command does.
  enum Action: Sendable {
    case help, tables, schema, format, open, language, quit
  }

  let action: Action
  /// The two spellings, without the point.
  let name: Name
  /// Other names of the same command, in place of which `name` is listed.
  let aliases: [String]
  /// What may follow, in words.
  let argument: LocalizedText
  let doc: LocalizedText

  /// Every command. To add one, add its row here and its case in `Dialogue`.
  static let all: [DotCommand] = [
    DotCommand(
      action: .help, name: Name("help", "帮助"), aliases: [],
      argument: LocalizedText(en: "[WORD]", zh: "[词]"),
      doc: LocalizedText(
        en: "this list, or what a word means, as '? WORD' does", zh: "列出命令，或解释一个词，同'? 词'")),
    DotCommand(
      action: .tables, name: Name("tables", "表"), aliases: [], argument: LocalizedText(""),
      doc: LocalizedText(en: "the tables of the plan", zh: "规划的各张表")),
    DotCommand(
      action: .schema, name: Name("schema", "字段"), aliases: [],
      argument: LocalizedText(en: "[TABLE]", zh: "[表]"),
      doc: LocalizedText(en: "the fields of a table", zh: "一张表的字段")),
    DotCommand(
      action: .format, name: Name("mode", "格式"), aliases: ["format"],
      argument: LocalizedText(en: "[FORMAT]", zh: "[格式]"),
      doc: LocalizedText(en: "the format of results", zh: "结果的输出格式")),
    DotCommand(
      action: .open, name: Name("open", "打开"), aliases: [],
      argument: LocalizedText(en: "PATH", zh: "路径"),
      doc: LocalizedText(en: "another plan", zh: "打开另一个规划")),
    DotCommand(
      action: .language, name: Name("language", "语言"), aliases: [],
      argument: LocalizedText(en: "[en|zh]", zh: "[en|zh]"),
      doc: LocalizedText(en: "the language of messages and tables", zh: "消息和表格的语言")),
    DotCommand(
      action: .quit, name: Name("quit", "退出"), aliases: ["exit"], argument: LocalizedText(""),
      doc: LocalizedText(en: "leaves, as Ctrl-D does", zh: "离开，同 Ctrl-D")),
  ]

  /// The command line without its point; nil where the line is no command. The full stop of a
  /// Chinese keyboard serves as well, and a question mark asks for help.
  static func body(of line: String) -> Substring? {
    let trimmed = line.drop { $0.isWhitespace }
    if let first = trimmed.first, first == "?" || first == "？" {
      let word = trimmed.dropFirst().trimmed
      return Substring("help \(word.isEmpty ? "?" : word)")
    }
    guard let first = trimmed.first, first == "." || first == "。" || first == "．" else {
      return nil
    }
    let rest = trimmed.dropFirst()
    guard let next = rest.first, next.isLetter else { return rest.isEmpty ? rest : nil }
    return rest
  }

  /// Says whether an entry is what people write to leave or for help, without the point.
  static func isFarewell(_ entry: String) -> Bool {
    ["quit", "exit", "help", "退出", "帮助"].contains(entry.trimmed)
  }

  /// Finds the command that a name, or the beginning of one, stands for.
  static func named(_ name: String) throws -> DotCommand {
    func spellings(_ command: DotCommand) -> [String] {
      [command.name.en, command.name.zh] + command.aliases
    }
    if let exact = all.first(where: { spellings($0).contains(name) }) { return exact }
    let found =
      name.isEmpty
      ? [] : all.filter { spellings($0).contains { $0.hasPrefix(name.lowercased()) } }
    if found.count == 1 { return found[0] }
    if found.count > 1 {
      throw CommandFailure(CommandText.ambiguousDotCommand(name, found.map { ".\($0.name.en)" }))
    }
    let close = Suggestions.closest(to: name, among: all.flatMap(spellings))
    throw CommandFailure(
      CommandText.noDotCommand(".\(name)"),
      advice: close.isEmpty
        ? CommandText.noDotCommandAdvice : CommandText.didYouMean(close.map { ".\($0)" }))
  }
}
