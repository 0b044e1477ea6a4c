import PlanQLData

/// What the reader of the command line says of it, in our words and in both languages.
enum UsageText {
  /// What is wrong with a command line, from the sentence of its reader.
  static func message(_ sentence: String) -> LocalizedText {
    let quoted = quotations(in: sentence)
    guard let first = quoted.first else { return LocalizedText(sentence) }
    if sentence.hasPrefix("Unknown option") {
      return LocalizedText(en: "there is no option '\(first)'", zh: "没有选项'\(first)'")
    }
    if sentence.hasPrefix("Missing expected argument") {
      return LocalizedText(en: "'\(first)' is missing", zh: "缺少'\(first)'")
    }
    if sentence.hasPrefix("Missing value for") {
      return LocalizedText(en: "'\(first)' needs a value", zh: "'\(first)'后面要给出值")
    }
    if sentence.hasPrefix("Unexpected argument") || sentence.contains("unexpected arguments") {
      let extra = quoted.map { "'\($0)'" }
      return LocalizedText(
        en: "\(extra.joined(separator: ", ")) \(extra.count == 1 ? "is" : "are") too much",
        zh: "多出了\(extra.joined(separator: "、"))")
    }
    if sentence.hasPrefix("The value"), quoted.count > 1 {
      return LocalizedText(
        en: "'\(first)' is no value for '\(quoted[1])'", zh: "'\(quoted[1])'不能是'\(first)'")
    }
    return LocalizedText(sentence)
  }

  /// What can be done about it: the values there are or the option that was meant, else where to
  /// read on.
  static func advice(_ sentence: String, command: String?) -> LocalizedText {
    let quoted = quotations(in: sentence)
    if sentence.hasPrefix("The value"), quoted.count > 2 {
      return CommandText.values(Array(quoted.dropFirst(2)))
    }
    if sentence.contains("Did you mean"), let meant = quoted.last {
      return CommandText.didYouMean([meant])
    }
    if command == "query", sentence.lowercased().contains("unexpected argument") {
      return CommandText.quoteTheQuery
    }
    return CommandText.readOn(
      ["planql", command, "--help"].compactMap { $0 }.joined(separator: " "))
  }

  /// A page of help with its headings in a language.
  static func page(_ text: String, in language: Language) -> String {
    guard language == .zh else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        for (english, chinese) in headings where line.hasPrefix(english) {
          return chinese + line.dropFirst(english.count)
        }
        for (english, chinese) in phrases where line.hasSuffix(english) {
          return line.dropLast(english.count) + chinese
        }
        return String(line)
      }
      .joined(separator: "\n")
  }

  private static let headings = [
    ("OVERVIEW: ", ""), ("USAGE: ", "用法："), ("       planql ", "      planql "),
    ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "命令："),
    ("  See 'planql help <subcommand>' for detailed help.", "'planql help 命令' 给出一个命令的详细说明。"),
  ]

  private static let phrases = [
    ("Show the version.", "显示版本。"), ("Show help information.", "显示帮助。"),
    ("(values: en, zh)", "（en 或 zh）"),
  ]

  /// What stands between single quotes in a sentence.
  private static func quotations(in sentence: String) -> [String] {
    let parts = sentence.split(separator: "'", omittingEmptySubsequences: false)
    return parts.indices.filter { $0 % 2 == 1 && $0 + 1 < parts.count }.map { String(parts[$0]) }
  }
}
