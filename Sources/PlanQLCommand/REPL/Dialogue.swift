import Glibc
import PlanQL
import PlanQLData
import PlanQLReports
import PlanQLSemantics
import PlanQLSyntax

/// Where a dialogue writes, and how wide it may.
struct DialogueScreen {
  let write: (String) -> Void
  let writeMessage: (String) -> Void
  /// The columns of the screen now; nil where there is no limit.
  let width: () -> Int?
  let hasColor: Bool

  /// Standard output, and standard error for messages.
  static var terminal: DialogueScreen {
    DialogueScreen(
      write: { Terminal.output.write($0) }, writeMessage: { Terminal.error.write($0) },
      width: { Terminal.output.width }, hasColor: Terminal.output.hasColor)
  }
}

/// The REPL: reads entries, answers them, and keeps what they name.
final class Dialogue {
  /// The formats that `.mode` offers.
  static let formats = OutputFormat.all
  /// The rows of a table that a person is shown.
  private static let shownRows = 40

  private let editor: any LineEditor
  private let screen: DialogueScreen
  private let signals: SignalWatch?
  private var session: Session
  private var language: Language
  /// The language of tables; nil leaves it to script and plan.
  private var outputLanguage: Language?
  private var format = OutputFormat.table
  private var status = ExitStatus.success

  /// Makes a dialogue over a plan; `signals` let Ctrl-C stop a query.
  init(
    _ plan: Plan, editor: any LineEditor, screen: DialogueScreen = .terminal,
    signals: SignalWatch? = nil, language: Language = MessageLanguage.current
  ) {
    self.session = Session(plan.using(.folder(".")))
    self.editor = editor
    self.screen = screen
    self.signals = signals
    self.language = language
  }

  /// Talks until the input ends, and gives the status of the worst entry.
  func run() -> ExitStatus {
    if editor.isInteractive { greet() }
    while let entry = readEntry() {
      if let body = DotCommand.body(of: entry) {
        guard obey(body) else { break }
      } else {
        answer(entry)
      }
    }
    return editor.isInteractive ? .success : status
  }

  private func greet() {
    let catalog = session.plan.catalog
    let rows = catalog.tables.reduce(0) { $0 + $1.count }
    let filled = catalog.tables.count { $0.count > 0 }
    screen.write(CommandText.openedPlan(catalog.planTitle, filled, rows)[language])
  }

  /// Reads lines until they are a whole: a command, or what the parser takes as finished. An empty
  /// line ends one that is not. Nil at the end of input.
  private func readEntry() -> String? {
    var entry = ""
    var prompt = Prompt(text: "planql> ", isContinuation: false)
    while true {
      let earlier = entry
      editor.complete = { [unowned self] line, offset in
        completer.completions(line: line, offset: offset, after: earlier)
      }
      switch editor.readLine(prompt) {
      case .end: return entry.isEmpty ? nil : finished(entry)
      case .interrupted:
        entry = ""
        prompt = Prompt(text: "planql> ", isContinuation: false)
      case .line(let line):
        let isBlank = line.allSatisfy(\.isWhitespace)
        if isBlank, entry.isEmpty { continue }
        if isBlank { return finished(entry) }
        entry += (entry.isEmpty ? "" : "\n") + line
        if earlier.isEmpty, DotCommand.body(of: line) != nil { return finished(entry) }
        guard case .incomplete(let open) = Plan.completeness(of: source(of: entry)) else {
          return finished(entry)
        }
        let reason = open[language].prefix { $0 != "," && $0 != "，" }
        prompt = Prompt(text: "\(reason) … ", isContinuation: true)
      }
    }
  }

  private func finished(_ entry: String) -> String {
    editor.remember(entry)
    return entry
  }

  /// The script of an entry: one that begins with a bar goes on from the last result.
  private func source(of entry: String) -> String {
    let first = entry.first { !$0.isWhitespace }
    return first == "|" || first == "｜" ? "_ " + entry : entry
  }

  /// Runs an entry and shows what it gives.
  private func answer(_ entry: String) {
    if DotCommand.isFarewell(entry) {
      return screen.writeMessage(CommandText.goodbyeNeedsDot[language])
    }
    let clock = ContinuousClock()
    let start = clock.now
    let cancellation = Cancellation()
    do {
      let document = try cancelling(cancellation) {
        try session.report(entry).run(language: outputLanguage, cancellation: cancellation)
      }
      let broken = session.keep(entry)
      if !broken.isEmpty { screen.writeMessage(CommandText.broken(broken)[language] + "\n") }
      screen.write(format.render(document, options: options))
      if editor.isInteractive, format.audience == .people, !document.parts.isEmpty {
        screen.write(Dialogue.text(clock.now - start) + "\n")
      }
    } catch let error as PlanQLError {
      show(error, of: entry)
      note(ExitStatus(error))
    } catch is CancellationError {
      screen.writeMessage(CommandText.cancelled[language] + "\n")
    } catch {
      screen.writeMessage("planql: \(error)\n")
      note(.failure)
    }
  }

  private func cancelling<Result>(
    _ cancellation: Cancellation, _ work: () throws -> Result
  ) rethrows -> Result {
    guard let signals else { return try work() }
    return try signals.cancelling(with: { cancellation.cancel() }, work)
  }

  private func note(_ newStatus: ExitStatus) {
    if newStatus.rawValue > status.rawValue { status = newStatus }
  }

  private func show(_ error: PlanQLError, of source: String) {
    guard !error.diagnostics.isEmpty else {
      return screen.writeMessage("planql: " + error.message[language] + "\n")
    }
    let renderer = DiagnosticRenderer(
      source: source, file: LocalizedText(en: "input", zh: "输入")[language], language: language,
      coloring: screen.hasColor && editor.isInteractive ? .ansi : .plain,
      width: screen.width() ?? 96)
    screen.writeMessage(renderer.text(error.diagnostics))
  }

  private var options: RenderOptions {
    guard editor.isInteractive else { return RenderOptions() }
    return RenderOptions(
      width: screen.width(), maxRows: Dialogue.shownRows, usesColour: screen.hasColor,
      showsFooter: true)
  }

  private var completer: Completer {
    Completer(
      catalog: session.plan.catalog, language: language,
      fields: { [session] in session.fields(after: $0) },
      names: session.names, definitions: session.definitions)
  }

  /// A length of time in three digits: `12.3 ms`.
  static func text(_ duration: Duration) -> String {
    let microseconds =
      duration.components.seconds * 1_000_000
      + duration.components.attoseconds / 1_000_000_000_000
    if microseconds >= 1_000_000 {
      return Decimal(microseconds / 10_000, scale: 2).text(minimumScale: 2) + " s"
    }
    return Decimal(microseconds / 100, scale: 1).text(minimumScale: 1) + " ms"
  }
}

extension Dialogue {
  /// Obeys a command; false when it is the one to leave.
  private func obey(_ body: Substring) -> Bool {
    let parts = body.split(maxSplits: 1) { $0.isWhitespace }
    let name = parts.first.map { String($0) } ?? ""
    let argument = parts.count > 1 ? parts[1].trimmed : ""
    do {
      let command = try DotCommand.named(name)
      switch command.action {
      case .help: try help(argument)
      case .tables: try schema(nil)
      case .schema: try schema(argument.isEmpty ? nil : argument)
      case .format: try chooseFormat(argument)
      case .open: try open(argument)
      case .language: try chooseLanguage(argument)
      case .quit: return false
      }
    } catch let failure as CommandFailure {
      screen.writeMessage(failure.text(in: language))
      note(failure.status)
    } catch {
      screen.writeMessage("planql: \(error)\n")
      note(.failure)
    }
    return true
  }

  private func help(_ word: String) throws {
    let words = WordHelp(
      catalog: session.plan.catalog, language: language, width: screen.width())
    if word == "?" {
      return screen.write(words.overview(hint: CommandText.wordHint))
    }
    if !word.isEmpty { return screen.write(try words.text(of: word)) }
    let rows = DotCommand.all.map { command in
      let argument = command.argument[language]
      return (".\(command.name[language])" + (argument.isEmpty ? "" : " \(argument)"), command.doc)
    }
    let width = rows.map(\.0.displayWidth).max() ?? 0
    for (usage, doc) in rows {
      screen.write("  " + usage.padded(toDisplayWidth: width + 2) + doc[language] + "\n")
    }
    screen.write(CommandText.dialogueHints[language])
  }

  private func schema(_ table: String?) throws {
    let schema = SchemaDocument(
      catalog: session.plan.catalog, language: outputLanguage ?? language)
    var options = options
    options.maxRows = nil
    options.showsFooter = false
    screen.write(format.render(try schema.document(of: table), options: options))
  }

  private func chooseFormat(_ name: String) throws {
    if name.isEmpty {
      return screen.write(
        Dialogue.formats.map {
          "\($0.name == format.name ? "*" : " ") \($0.name)  \($0.doc[language])\n"
        }
        .joined())
    }
    format = try OutputOptions.format(named: name)
  }

  private func open(_ path: String) throws {
    guard !path.isEmpty else { throw CommandFailure(CommandText.openNeedsPath) }
    session.open(try PlanOptions.open([path]).using(.folder(".")))
    greet()
  }

  private func chooseLanguage(_ name: String) throws {
    if name.isEmpty { return screen.write("\(language.rawValue)\n") }
    guard let chosen = Language(rawValue: name) else {
      throw CommandFailure(
        CommandText.noSuchLanguage(name), advice: CommandText.languages)
    }
    language = chosen
    outputLanguage = chosen
  }
}

extension Catalog {
  /// What the plan is called; the program's name for a folder of plain tables.
  fileprivate var planTitle: String {
    guard let place = table(named: "plan"), tables[place].count > 0 else { return "PlanQL" }
    return tables[place].title(ofRow: 0)
  }
}
