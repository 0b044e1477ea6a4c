import PlanQLData

/// Why a command cannot go on, in a phrase, and what to do about it.
struct CommandFailure: Error, Equatable {
  let status: ExitStatus
  let message: LocalizedText
  let advice: LocalizedText?

  /// Makes a failure; without a status it is one of usage.
  init(_ message: LocalizedText, advice: LocalizedText? = nil, status: ExitStatus = .usage) {
    self.status = status
    self.message = message
    self.advice = advice
  }

  /// Ends the command with a status after all has been said.
  static func said(_ status: ExitStatus) -> CommandFailure {
    CommandFailure(LocalizedText(""), status: status)
  }

  /// The message and the advice as they are printed.
  func text(in language: Language) -> String {
    guard !message[language].isEmpty else { return "" }
    var text = "planql: " + message[language] + "\n"
    if let advice { text += "  " + CommandText.advice[language] + advice[language] + "\n" }
    return text
  }
}
