import PlanQLData

/// Text with the places where it may break into lines, after Wadler's pretty printer.
indirect enum Layout: Sendable {
  /// Text on one line.
  case text(String)
  /// Text that may hold line breaks, which stay as they are: a text over several lines.
  case verbatim(String)
  /// A space, or a line break where the group around it does not fit its line.
  case line
  /// Nothing, or a line break where the group around it does not fit its line.
  case softLine
  /// A line break.
  case hardLine
  /// A line break, where the group around it does not fit, and then the text.
  case whenBroken(String)
  /// A comment, which always ends its line.
  case comment(String)
  /// Indents the lines of what it holds by so many columns more.
  case indent(Int, Layout)
  /// Indents what it holds to the column where it begins.
  case align(Layout)
  /// On one line where it fits, else broken at each of its own lines.
  case group(Layout)
  /// One after the other.
  case sequence([Layout])

  static let empty = Layout.sequence([])
  static let space = Layout.text(" ")

  /// Lays out on lines of at most `width` columns where that can be done.
  func rendered(width: Int) -> String {
    var writer = LayoutWriter(width: width)
    writer.write(self)
    return writer.output
  }

  /// Everything on one line; comments are left out.
  var flattened: String {
    var output = ""
    flatten(into: &output)
    return output
  }

  private func flatten(into output: inout String) {
    switch self {
    case .text(let text), .verbatim(let text): output += text
    case .line, .hardLine: output += " "
    case .softLine, .whenBroken, .comment: break
    case .indent(_, let inner), .align(let inner), .group(let inner): inner.flatten(into: &output)
    case .sequence(let parts): for part in parts { part.flatten(into: &output) }
    }
  }
}

extension [Layout] {
  /// The layouts with a separator between each two.
  func joined(_ separator: Layout) -> Layout {
    var parts: [Layout] = []
    for (index, part) in enumerated() {
      if index > 0 { parts.append(separator) }
      parts.append(part)
    }
    return .sequence(parts)
  }
}

/// Writes a layout line by line.
private struct LayoutWriter {
  /// A part that is still to be written, with its indentation and whether its lines break.
  private struct Task {
    let layout: Layout
    let indent: Int
    let isBroken: Bool
  }

  let width: Int
  private(set) var output = ""
  private var column = 0
  /// Whether a comment stands on the line, so that nothing may follow it.
  private var isClosed = false
  private var tasks: [Task] = []

  init(width: Int) {
    self.width = width
  }

  mutating func write(_ layout: Layout) {
    tasks = [Task(layout: layout, indent: 0, isBroken: true)]
    while let task = tasks.popLast() { write(task) }
  }

  private mutating func write(_ task: Task) {
    switch task.layout {
    case .text(let text), .verbatim(let text): add(text, indent: task.indent)
    case .line: if task.isBroken { breakLine(task.indent) } else { add(" ", indent: task.indent) }
    case .softLine: if task.isBroken { breakLine(task.indent) }
    case .hardLine: breakLine(task.indent)
    case .whenBroken(let text): if task.isBroken { add(text, indent: task.indent) }
    case .comment(let text):
      add(column > 0 && output.last != " " ? "  " + text : text, indent: task.indent)
      isClosed = true
    case .indent(let by, let inner):
      tasks.append(Task(layout: inner, indent: task.indent + by, isBroken: task.isBroken))
    case .align(let inner):
      tasks.append(Task(layout: inner, indent: column, isBroken: task.isBroken))
    case .group(let inner):
      let flat = Task(layout: inner, indent: task.indent, isBroken: false)
      let fits = !isClosed && fits(flat)
      tasks.append(fits ? flat : Task(layout: inner, indent: task.indent, isBroken: true))
    case .sequence(let parts):
      for part in parts.reversed() {
        tasks.append(Task(layout: part, indent: task.indent, isBroken: task.isBroken))
      }
    }
  }

  private mutating func add(_ text: String, indent: Int) {
    guard !text.isEmpty else { return }
    if isClosed {
      breakLine(indent)
      if text == " " { return }
    }
    output += text
    if let last = text.utf8.lastIndex(of: UInt8(ascii: "\n")) {
      column = text[text.utf8.index(after: last)...].displayWidth
    } else {
      column += text.displayWidth
    }
  }

  private mutating func breakLine(_ indent: Int) {
    while output.utf8.last == UInt8(ascii: " ") { output.removeLast() }
    output += "\n" + String(repeating: " ", count: indent)
    column = indent
    isClosed = false
  }

  /// Says whether a part, and what follows it up to the next line break, fits the line. A comment
  /// fits where nothing follows it on the line; its own width does not count.
  private func fits(_ task: Task) -> Bool {
    var room = width - column
    var isClosed = false
    var pending = [task]
    var rest = tasks.count
    while room >= 0 {
      let next: Task
      if let inner = pending.popLast() {
        next = inner
      } else if rest > 0 {
        rest -= 1
        next = tasks[rest]
      } else {
        return true
      }
      switch next.layout {
      case .text(let text):
        if isClosed, !text.isEmpty { return false }
        room -= text.displayWidth
      case .verbatim(let text):
        let first = text.prefix { !$0.isNewline }
        room -= first.displayWidth
        if isClosed || first.endIndex < text.endIndex { return !isClosed && room >= 0 }
      case .line, .softLine:
        if next.isBroken || isClosed { return next.isBroken }
        if case .line = next.layout { room -= 1 }
      case .hardLine: return next.isBroken
      case .whenBroken(let text): if next.isBroken { room -= text.displayWidth }
      case .comment: isClosed = true
      case .indent(_, let inner), .align(let inner), .group(let inner):
        pending.append(Task(layout: inner, indent: 0, isBroken: next.isBroken))
      case .sequence(let parts):
        for part in parts.reversed() {
          pending.append(Task(layout: part, indent: 0, isBroken: next.isBroken))
        }
      }
    }
    return false
  }
}
