public import ArgumentParser
import Glibc
public import PlanQLData

extension Language: ExpressibleByArgument {}

/// The language of messages and help, which the locale chooses unless the command line does.
enum MessageLanguage {
  /// The language of this run. It is read off the command line before that is parsed, because help
  /// and usage errors speak it too.
  static let current = language(arguments: CommandLine.arguments) { Environment[$0] }

  /// The language that arguments and environment ask for.
  static func language(
    arguments: [String], environment: (String) -> String?
  ) -> Language {
    for (place, argument) in arguments.enumerated() {
      if argument == "--" { break }
      if argument == "--messages", place + 1 < arguments.count,
        let language = Language(rawValue: arguments[place + 1])
      {
        return language
      }
      if argument.hasPrefix("--messages="),
        let language = Language(rawValue: String(argument.dropFirst("--messages=".count)))
      {
        return language
      }
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first {
      !$0.isEmpty
    }
    return locale?.hasPrefix("zh") == true ? .zh : .en
  }
}

extension LocalizedText {
  /// The text in the language of messages of this run.
  var spoken: String { self[MessageLanguage.current] }
}

extension String {
  /// A text in the language of messages.
  static func both(_ en: String, _ zh: String) -> String { LocalizedText(en: en, zh: zh).spoken }
}

extension ArgumentHelp {
  /// A help text in the language of messages.
  static func both(_ en: String, _ zh: String, valueName: String? = nil) -> ArgumentHelp {
    ArgumentHelp(LocalizedText(en: en, zh: zh).spoken, valueName: valueName)
  }
}

/// The locale that text is read and shown by.
enum CharacterLocale {
  /// Takes the locale of the environment and makes sure that its characters are UTF-8: in any
  /// other, Chinese that is typed vanishes.
  static func useUTF8() {
    setlocale(LC_CTYPE, "")
    guard !isUTF8 else { return }
    unsetenv("LC_ALL")
    for name in ["C.UTF-8", "C.utf8", "en_US.UTF-8", "zh_CN.UTF-8"] {
      setenv("LC_CTYPE", name, 1)
      setlocale(LC_CTYPE, "")
      if isUTF8 { return }
    }
  }

  private static var isUTF8: Bool {
    guard let name = nl_langinfo(nl_item(CODESET)) else { return false }
    let codeset = String(cString: name).lowercased()
    return codeset == "utf-8" || codeset == "utf8"
  }
}
