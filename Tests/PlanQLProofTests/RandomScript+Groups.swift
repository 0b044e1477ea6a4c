import PlanQLData
import PlanQLSyntax

/// Stages that make groups of rows, and those that take the rows of another table.
extension RandomScript {
  /// Keys of groups, each with its column.
  private func groupKeys(_ scope: Scope, _ depth: Int, _ count: Int) -> [(String, Shape.Column)] {
    var keys: [(String, Shape.Column)] = []
    for _ in 0..<count {
      let type = keyType()
      let found = path(scope) { reading in
        reading.type == type && reading.elements == nil
          && !keys.contains { $0.1.name.en == reading.name.en }
      }
      if let found, chance(75) {
        keys.append((text(found), .init(name: found.reading.name, type: type)))
      } else {
        let name = newName("k")
        keys.append(
          ("\(name): \(item(type, scope, min(depth, 1)))", .init(name: Name(name), type: type)))
      }
    }
    let columns = Shape.apart(keys.map(\.1))
    return columns.count == keys.count ? Array(zip(keys.map(\.0), columns)) : keys
  }

  private func keyType() -> DataType {
    pick([
      .entity("units"), .entity("units"), .entity("projects"), .text, .int, .bool, .period, .date,
      enumeration("status"), enumeration("source"), .money(.yuan), .entity("indicators"),
    ])
  }

  func summarize(_ shape: inout Shape, _ scope: Scope, _ depth: Int) -> String {
    let keys = groupKeys(scope.inside(shape, .row), depth, pick([0, 1, 1, 1, 2]))
    var output = Shape(columns: keys.map(\.1), sourceCount: shape.sourceCount)
    output.keys = keys.map(\.1.name.en)
    var items: [String] = []
    for _ in 0..<(keys.isEmpty ? 1 : 0) + below(4) {
      let type = simpleType()
      let name = label(in: output, beside: shape.columns.map(\.name))
      let group = scope.inside(output, .group(shape))
      let value =
        chance(70)
        ? (aggregate(giving: type, group, depth) ?? expression(type, group, depth)).text
        : item(type, group, depth)
      items.append("\(quoted(name)): \(value)")
      output.columns.append(.init(name: Name(name), type: type))
    }
    var text = word(StageWord.summarize.word)
    if !items.isEmpty { text += " " + items.joined(separator: ", ") }
    if !keys.isEmpty {
      text += " \(word(ClauseWord.by.word)) \(keys.map(\.0).joined(separator: ", "))"
    }
    let grouped = shape
    shape = output
    if !keys.isEmpty, keys.count < 3, chance(30), nesting < 2 {
      text += (holes > 0 ? " | " : "\n| ") + fill(grouped, keys.map(\.1), scope)
    }
    return text
  }

  /// The combinations of keys that are not there.
  private func fill(_ grouped: Shape, _ keys: [Shape.Column], _ scope: Scope) -> String {
    let named = keys.shuffled(using: &random).prefix(1 + below(keys.count))
    let written = named.map { key in
      let values = chance(60) ? keyValues(key.type, scope) : nil
      return self.named(key.name)
        + (values.map { " \(word(ClauseWord.in.word)) \($0)" } ?? "")
    }
    return "\(word(StageWord.fill.word)) \(written.joined(separator: ", "))"
  }

  /// Known values of a type, as `fill` and `pivot` list them.
  private func keyValues(_ type: DataType, _ scope: Scope, areLiterals: Bool = false) -> String? {
    switch type {
    case .int: return pick(["0..5", "[1, 2, 7]"])
    case .period:
      return pick(["2021..2023", "@2021-Q1..@2022-Q2", "[@2021, 2022年]", "@2022-01..@2022-05"])
    case .bool: return "[\(word(LiteralWord.true.word)), \(word(LiteralWord.false.word))]"
    case .text: return "[\(textLiteral("水") as String), \(textLiteral("air") as String)]"
    case .entity(let table) where !areLiterals: return tableName(table, .outside)
    case .enumeration, .entity:
      let values = Set((0..<2).compactMap { _ in literal(type, named: true)?.text })
      return values.isEmpty ? nil : "[\(values.sorted().joined(separator: ", "))]"
    case .number, .money, .date, .duration, .list, .missing, .invalid: return nil
    }
  }

  func pivot(_ shape: inout Shape, _ scope: Scope, _ depth: Int, isResult: Bool) -> String? {
    let row = scope.inside(shape, .row)
    let keys = groupKeys(row, depth, below(3))
    let type = pick([DataType.int, .money(.yuan), .number, .text])
    let output = Shape(columns: keys.map(\.1), sourceCount: shape.sourceCount)
    let group = scope.inside(output, .group(shape))
    guard let value = aggregate(giving: type, group, depth) else { return nil }
    // The columns of truth values are called 'yes' and 'no', as is the number of a project.
    let across = output.contains(Name("no")) ? .text : keyType()
    let known = keyValues(across, scope, areLiterals: true)
    let isList =
      switch across {
      case .bool, .enumeration: chance(40)
      case .int, .number, .money, .text, .date, .period, .duration, .entity, .list, .missing,
        .invalid:
        chance(60)
      }
    guard isList ? known != nil : isResult || across == .bool || across == enumeration("status")
    else { return nil }
    var text = "\(word(StageWord.pivot.word)) \(value.text)"
    if !keys.isEmpty {
      text += " \(word(ClauseWord.by.word)) \(keys.map(\.0).joined(separator: ", "))"
    }
    text += " \(word(ClauseWord.across.word)) \(newName("x")): "
    text += operand(expression(across, row, 1), .range)
    if isList, let known { text += " \(word(ClauseWord.in.word)) \(known)" }
    shape = output
    shape.hasUnknownColumns = true
    switch across {
    case .bool, .enumeration: break
    case .int, .number, .money, .text, .date, .period, .duration, .entity, .list, .missing,
      .invalid:
      shape.isCross = !isList
    }
    return text
  }

  /// What may follow a cross-table whose columns are found.
  func afterCross(_ shape: inout Shape) -> String {
    var text = ""
    if chance(40), !shape.columns.isEmpty {
      text +=
        " | \(word(StageWord.sort.word)) \(named(pick(shape.columns).name)) "
        + word(ClauseWord.descending.word)
    }
    if chance(30) { text += " | \(word(StageWord.take.word)) \(1 + below(4))" }
    if chance(20) { text += " | \(word(StageWord.skip.word)) 1" }
    return text
  }

  func join(_ shape: inout Shape, _ scope: Scope, _ depth: Int) -> String? {
    guard shape.sourceCount < 8 else { return nil }
    let (table, partner) = source(scope, depth - 1)
    guard !partner.hasUnknownColumns else { return nil }
    let stage = pick([StageWord.join, .join, .leftJoin, .fullJoin])
    let name = label(in: shape)
    let column = Shape.Column(
      name: Name(name), type: partner.this.map { .entity($0) } ?? .missing,
      partner: partner.columns)
    var both = shape
    both.columns.append(column)
    let condition = pairing(shape, column, scope.inside(both, .argument), depth)
    let text =
      "\(word(stage.word)) \(quoted(name)) \(word(ClauseWord.in.word)) \(table) "
      + "\(word(ClauseWord.on.word)) \(condition)"
    shape = both
    shape.sourceCount += partner.sourceCount
    shape.leaveGroups()
    return text
  }

  /// Equal columns of both sides where there are any of one type, and perhaps more.
  private func pairing(
    _ own: Shape, _ partner: Shape.Column, _ scope: Scope, _ depth: Int
  ) -> String {
    let pairs = own.columns.filter { $0.partner == nil }.flatMap { left in
      (partner.partner ?? []).filter { $0.partner == nil && $0.type == left.type }.map {
        (left, $0)
      }
    }
    .filter { pair in
      switch pair.0.type {
      case .list, .missing: false
      case _: true
      }
    }
    var tests: [Written] = []
    if !pairs.isEmpty, chance(80) {
      let (left, right) = pick(pairs)
      let inner = Written("\(named(partner.name)).\(named(right.name))")
      let outer = Written(named(left.name))
      tests.append(
        chance(50) ? compare(outer, .equal, inner) : compare(inner, .equal, outer))
    }
    if tests.isEmpty || chance(25) { tests.append(expression(.bool, scope, 1)) }
    let conjunction = " \(spelled(BinaryOperator.and.word?.name ?? Name("and"))) "
    guard tests.count > 1 else { return tests[0].text }
    return tests.map { operand($0, .negation) }.joined(separator: conjunction)
  }

  /// Columns by label of these rows, and rows of another table with the same ones.
  func append(_ shape: inout Shape, _ scope: Scope, _ depth: Int) -> String? {
    guard nesting < 2 else { return nil }
    let columns = (0..<1 + below(3)).map { _ in
      Shape.Column(name: Name(newName("c")), type: simpleType())
    }
    func items(_ shape: Shape) -> String {
      columns.map { column in
        "\(quoted(column.name.en)): \(item(column.type, scope.inside(shape, .row), depth))"
      }.joined(separator: ", ")
    }
    let select = word(StageWord.select.word)
    let (table, other) = source(scope, 0)
    guard !other.hasUnknownColumns else { return nil }
    let own = items(shape)
    nesting += 1
    let second = "(\(table) | \(select) \(items(other)))"
    nesting -= 1
    shape = Shape(columns: columns, sourceCount: shape.sourceCount + other.sourceCount)
    return "\(select) \(own)\(holes > 0 ? " " : "\n")| \(word(StageWord.append.word)) \(second)"
  }
}
