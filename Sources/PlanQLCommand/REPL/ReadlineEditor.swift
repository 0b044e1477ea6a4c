import CReadline
import Glibc
import PlanQLData
import Synchronization

/// Edits lines with GNU readline's callback interface.
///
/// Readline gets a byte only when one is there, so that signals, which `SignalWatch` takes, never
/// catch it halfway.
final class ReadlineEditor: LineEditor {
  let isInteractive = true
  var complete: (String, Int) -> Completions {
    get { Keyboard.shared.complete }
    set { Keyboard.shared.complete = newValue }
  }
  private let signals: SignalWatch
  private let history: HistoryFile?

  /// Starts readline; there is one terminal, so there is one editor.
  init(signals: SignalWatch, history: HistoryFile?) {
    self.signals = signals
    self.history = history
    planql_readline_start("planql") { _, _ in
      Keyboard.shared.completeWord()
      return 0
    }
    history?.load()
  }

  func readLine(_ prompt: Prompt) -> LineInput {
    Keyboard.shared.input = nil
    rl_callback_handler_install(ReadlineEditor.styled(prompt)) { line in
      rl_callback_handler_remove()
      Keyboard.shared.input = line.map { .line(String(cString: $0)) } ?? .end
      free(line)
    }
    while Keyboard.shared.input == nil {
      var sources = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&sources, nfds_t(sources.count), -1) > 0 else { continue }
      if sources[1].revents != 0 {
        while Keyboard.shared.input == nil, let event = signals.nextEvent() { answer(event) }
      } else if sources[0].revents != 0 {
        rl_callback_read_char()
      }
    }
    let input = Keyboard.shared.input ?? .end
    return input
  }

  func remember(_ entry: String) {
    guard !entry.isEmpty, entry != Keyboard.shared.lastEntry else { return }
    Keyboard.shared.lastEntry = entry
    add_history(entry)
    add_history_time("\u{1E}\(time(nil))")
    history?.append()
  }

  private func answer(_ event: SignalWatch.Event) {
    switch event {
    case .interrupt:
      planql_readline_abandon(SIGINT)
      Keyboard.shared.input = .interrupted
    case .resized: rl_resize_terminal()
    case .resumed: planql_readline_resume()
    case .hangUp, .terminate:
      rl_callback_handler_remove()
      exit(128 + (event == .hangUp ? SIGHUP : SIGTERM))
    }
  }

  /// The prompt with its colours between the marks by which readline leaves them out of the count.
  private static func styled(_ prompt: Prompt) -> String {
    guard Terminal.output.hasColor else { return prompt.text }
    let style = prompt.isContinuation ? "2" : "1;36"
    return "\u{1}\u{1B}[\(style)m\u{2}\(prompt.text)\u{1}\u{1B}[0m\u{2}"
  }
}

/// What readline's callbacks, which carry no context, leave behind; touched by the thread of the
/// editor only.
private final class Keyboard {
  nonisolated(unsafe) static let shared = Keyboard()

  var input: LineInput?
  var lastEntry = ""
  var complete: (String, Int) -> Completions = { _, _ in .none }

  /// Completes the word before the cursor as far as it is certain; a second time, lists what fits.
  func completeWord() {
    let offset = Int(planql_readline_point())
    let line = planql_readline_line().map { String(cString: $0) } ?? ""
    let found = complete(line, offset)
    guard !found.candidates.isEmpty, found.start <= offset else {
      rl_ding()
      return
    }
    let word = String(
      decoding: line.utf8.dropFirst(found.start).prefix(offset - found.start), as: UTF8.self)
    let common = found.commonPrefix
    if found.candidates.count == 1 {
      planql_readline_replace(Int32(found.start), common + found.candidates[0].suffix)
    } else if common.utf8.count > word.utf8.count {
      planql_readline_replace(Int32(found.start), common)
    } else {
      list(found.candidates)
    }
  }

  private func list(_ candidates: [Completion]) {
    planql_readline_begin_list()
    let screen = Terminal.output.width ?? 80
    let shown = candidates.prefix(40)
    let width = shown.map(\.text.displayWidth).max() ?? 0
    let typeWidth = min(shown.map(\.type.displayWidth).max() ?? 0, screen / 4)
    for candidate in shown {
      let line =
        candidate.text.padded(toDisplayWidth: width + 2)
        + candidate.type.truncated(toDisplayWidth: typeWidth)
        .padded(toDisplayWidth: typeWidth + 2) + candidate.doc
      Terminal.output.write(line.truncated(toDisplayWidth: screen - 1) + "\n")
    }
    if candidates.count > shown.count {
      Terminal.output.write("… +\(candidates.count - shown.count)\n")
    }
    planql_readline_end_list()
  }
}
