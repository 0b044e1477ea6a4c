import PlanQLData

/// A tree as indented text without places, for `explain` and for tests: two scripts mean the same
/// where their dumps are equal.
package struct TreeDump: Sendable {
  private var lines: [String] = []
  private var depth = 0

  /// Dumps a script, a line for each node.
  package static func text(of script: Script) -> String {
    var dump = TreeDump()
    if let language = script.outputLanguage { dump.line("language \(language.rawValue)") }
    for statement in script.statements { dump.write(statement) }
    return dump.lines.map { $0 + "\n" }.joined()
  }

  /// Dumps an expression, a line for each node.
  package static func text(of expression: Expression) -> String {
    var dump = TreeDump()
    dump.write(expression)
    return dump.lines.map { $0 + "\n" }.joined()
  }

  private mutating func line(_ text: String) {
    lines.append(String(repeating: "  ", count: depth) + text)
  }

  private mutating func nested(_ text: String, _ body: (inout TreeDump) -> Void) {
    line(text)
    depth += 1
    body(&self)
    depth -= 1
  }
}

extension TreeDump {
  private mutating func write(_ statement: Statement) {
    switch statement.kind {
    case .parameter(let parameter):
      let heading = "param \(name(parameter.name)): \(title(parameter.type))"
      nested(heading) { $0.write(parameter.defaultValue) }
    case .binding(let name, let value):
      nested("let \(self.name(name))") { $0.write(value) }
    case .check(let label, let condition):
      nested("check") {
        $0.write(label)
        $0.write(condition)
      }
    case .title(let value): nested("title") { $0.write(value) }
    case .text(let value): nested("text") { $0.write(value) }
    case .table(let caption, let pipeline):
      nested("table") {
        if let caption { $0.nested("caption") { $0.write(caption) } }
        $0.write(pipeline)
      }
    case .chart(let kind, let caption, let pipeline):
      nested("chart \(kind.rawValue)") {
        if let caption { $0.nested("caption") { $0.write(caption) } }
        $0.write(pipeline)
      }
    case .definition(let definition): write(definition)
    case .use(let path, _): line("use " + TreeDump.quoted(path))
    case .loop(let name, let source, let body):
      nested("for \(self.name(name))") {
        $0.write(source)
        $0.write("body", body)
      }
    case .condition(let condition, let then, let otherwise):
      nested("if") {
        $0.write(condition)
        $0.write("then", then)
        $0.write("else", otherwise)
      }
    case .result(let value): nested("result") { $0.write(value) }
    case .invalid: line("invalid")
    }
  }

  private mutating func write(_ title: String, _ statements: [Statement]) {
    guard !statements.isEmpty else { return }
    nested(title) { for statement in statements { $0.write(statement) } }
  }

  private mutating func write(_ definition: Definition) {
    let owner = definition.owner.map { name($0) + "." } ?? ""
    let parameters = definition.parameters.map { parameters in
      let written = parameters.map { "\(name($0.name)): \(title($0.type))" }
      return "(\(written.joined(separator: ", ")))"
    }
    nested("define \(owner)\(name(definition.name))\(parameters ?? "")") {
      $0.write(definition.value)
    }
  }

  private func title(_ type: TypeName) -> String {
    type.isList ? "[\(name(type.name))]" : name(type.name)
  }

  private mutating func write(_ expression: Expression?) {
    guard let expression else { return }
    switch expression.kind {
    case .invalid: line("invalid")
    case .bool(let value): line(value ? "true" : "false")
    case .missing: line("missing")
    case .number(let literal): line(number(literal))
    case .period(let period): line("period \(period)")
    case .text(let pieces): write(pieces)
    case .name(let identifier): line("name \(name(identifier))")
    case .member(let base, let identifier):
      nested("member \(name(identifier))") { $0.write(base) }
    case .call(let call): write(call)
    case .invocation(let base, let call):
      nested("of") {
        $0.write(base)
        $0.write(call)
      }
    case .unary(let op, let operand): nested(op.text(.en)) { $0.write(operand) }
    case .binary(let op, let left, let right, _):
      nested(op.record.text(.en)) {
        $0.write(left)
        $0.write(right)
      }
    case .test(let test, let operand): nested(test.word.name.en) { $0.write(operand) }
    case .range(let lower, let upper):
      nested("range") {
        if let lower { $0.write(lower) } else { $0.line("open") }
        if let upper { $0.write(upper) } else { $0.line("open") }
      }
    case .conditional(let condition, let then, let otherwise):
      nested("if") { for part in [condition, then, otherwise] { $0.write(part) } }
    case .cases(let branches, let otherwise): write(branches, otherwise)
    case .list(let elements): nested("list") { for element in elements { $0.write(element) } }
    case .parenthesized(let inner): nested("parentheses") { $0.write(inner) }
    case .pipeline(let source, let stages):
      nested("pipeline") {
        $0.write(source)
        for stage in stages { $0.write(stage) }
      }
    case .shown(let value, let display): nested(self.display(display)) { $0.write(value) }
    }
  }

  private mutating func write(_ pieces: [TextPiece]) {
    let isPlain = pieces.allSatisfy { if case .text = $0 { true } else { false } }
    if isPlain {
      line(
        "text "
          + TreeDump.quoted(
            pieces.map { if case .text(let text) = $0 { text } else { "" } }.joined()))
      return
    }
    nested("text") {
      for piece in pieces {
        switch piece {
        case .text(let text): $0.line(TreeDump.quoted(text))
        case .hole(let value): $0.nested("hole") { $0.write(value) }
        }
      }
    }
  }

  private mutating func write(_ call: Call) {
    let callee = name(call.callee)
    nested("call \(callee)") {
      for argument in call.arguments { $0.write(argument) }
      let clauses = call.clauses
      if let condition = clauses.condition { $0.nested("where") { $0.write(condition) } }
      $0.write("distinct", clauses.distinct)
      if !clauses.sort.isEmpty { $0.nested("sort") { $0.write(clauses.sort) } }
      $0.write("within", clauses.within)
    }
  }

  private mutating func write(_ title: String, _ values: [Expression]) {
    guard !values.isEmpty else { return }
    nested(title) { for value in values { $0.write(value) } }
  }

  private mutating func write(_ branches: [CaseBranch], _ otherwise: Expression?) {
    nested("case") {
      for branch in branches {
        $0.nested("branch") {
          $0.write(branch.condition)
          $0.write(branch.value)
        }
      }
      if let otherwise { $0.nested("else") { $0.write(otherwise) } }
    }
  }

  private mutating func write(_ keys: [SortKey]) {
    for key in keys { nested(key.isDescending ? "desc" : "asc") { $0.write(key.value) } }
  }
}

extension TreeDump {
  private mutating func write(_ stage: Stage) {
    switch stage.kind {
    case .filter(let condition): nested("where") { $0.write(condition) }
    case .select(let items):
      nested("select") {
        for item in items {
          switch item {
          case .item(let item): $0.write(item)
          case .rest: $0.line("*")
          }
        }
      }
    case .extend(let items): nested("extend") { for item in items { $0.write(item) } }
    case .drop(let columns): line("drop " + names(columns))
    case .summarize(let items, let keys):
      nested("summarize") {
        for item in items { $0.write(item) }
        if !keys.isEmpty { $0.nested("by") { for key in keys { $0.write(key) } } }
      }
    case .sort(let keys): nested("sort") { $0.write(keys) }
    case .take(let count, let keys):
      nested("take") {
        $0.write(count)
        $0.write("by", keys)
      }
    case .skip(let count, let keys):
      nested("skip") {
        $0.write(count)
        $0.write("by", keys)
      }
    case .distinct(let items): nested("distinct") { for item in items { $0.write(item) } }
    case .expand(let expand): write(expand)
    case .spread(let spread): write(spread)
    case .total: line("total")
    case .join(let join):
      nested("\(join.kind) join \(name(join.name))") {
        $0.write(join.table)
        $0.write(join.condition)
      }
    case .append(let table): nested("append") { $0.write(table) }
    case .pivot(let pivot): write(pivot)
    case .fill(let keys):
      nested("fill") {
        for key in keys { $0.nested("key \($0.name(key.name))") { $0.write(key.values) } }
      }
    case .cite: line("cite")
    case .label(let labels):
      nested("label") {
        for label in labels {
          let shown = $0.shown(label.display)
          $0.nested("column \($0.name(label.name))\(shown)") { $0.write(label.caption) }
        }
      }
    case .invalid: line("invalid")
    }
  }

  private mutating func write(_ item: Item) {
    guard let label = item.label else {
      write(item.value)
      return
    }
    nested("item \(name(label))") { $0.write(item.value) }
  }

  private mutating func write(_ pivot: Pivot) {
    nested("pivot") {
      $0.write(pivot.value)
      if !pivot.keys.isEmpty { $0.nested("by") { for key in pivot.keys { $0.write(key) } } }
      $0.nested("across") { $0.write(pivot.across) }
      if let columns = pivot.columns { $0.nested("in") { $0.write(columns) } }
    }
  }

  private mutating func write(_ expand: Expand) {
    let (split, once) = (names(expand.split), names(expand.once))
    nested("expand \(name(expand.name))") {
      $0.write(expand.list)
      if !split.isEmpty { $0.line("split " + split) }
      if !once.isEmpty { $0.line("once " + once) }
    }
  }

  private mutating func write(_ spread: Spread) {
    let label = spread.label.map { " " + name($0) } ?? ""
    nested("spread\(label) by \(spread.grain.rawValue)") {
      $0.write(spread.amount)
      $0.write(spread.period)
      switch spread.method {
      case .evenly: $0.line("evenly")
      case .daily: $0.line("daily")
      case .weights(let weights): $0.write("weights", weights)
      }
    }
  }

  private func names(_ identifiers: [Identifier]) -> String {
    identifiers.map { name($0) }.joined(separator: ", ")
  }

  private func name(_ identifier: Identifier) -> String {
    identifier.isQuoted ? "`\(identifier.text)`" : identifier.text
  }

  private func number(_ literal: NumberLiteral) -> String {
    var words = ["number", literal.digits.description]
    if let magnitude = literal.suffix?.magnitude { words.append("×10^\(magnitude.power)") }
    if let unit = literal.suffix?.unit { words.append(unit.name.en) }
    return words.joined(separator: " ")
  }

  private func shown(_ display: DisplayClause?) -> String {
    display.map { " " + self.display($0) } ?? ""
  }

  private func display(_ display: DisplayClause) -> String {
    let unit = display.unit.map { " as \(name($0))" } ?? ""
    let decimals = display.decimals.map { " to \($0)" } ?? ""
    return "shown\(unit)\(decimals)"
  }

  private static func quoted(_ text: String) -> String {
    var shown = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": shown += "\\n"
      case "\t": shown += "\\t"
      case "\"": shown += "\\\""
      case "\\": shown += "\\\\"
      case _: shown.unicodeScalars.append(scalar)
      }
    }
    return shown + "\""
  }
}
