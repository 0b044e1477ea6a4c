import PlanQLData

/// What can be read of the rows of a table in the making, as the generator of scripts knows it.
struct Shape {
  /// A column: a value, or the partner row of a join.
  struct Column {
    var name: Name
    /// The link to the partner row, where the column is one; missing where it has none.
    var type: DataType
    /// The columns of the partner row, where the column is one.
    var partner: [Column]?
    /// The spelling of its name that another column shares: it names neither, and no table either.
    var shared: [String] = []
  }

  var columns: [Column]
  /// The table whose rows the rows came from.
  var this: String?
  /// Whether links back and computed fields can be named bare.
  var reachesThis = false
  /// The English names of the keys that `fill` may name.
  var keys: [String] = []
  /// How many plan rows stand behind each row, as far as `cite` follows them.
  var sourceCount = 0
  /// Whether there are columns that the generator does not know: those of a cross-table.
  var hasUnknownColumns = false
  /// Whether the columns of a cross-table are found while it runs.
  var isCross = false

  func contains(_ name: Name) -> Bool {
    columns.contains { $0.name.matches(name.en) || $0.name.matches(name.zh) }
  }

  /// Puts a column in the place of one of its name, else behind all.
  mutating func place(_ column: Column) {
    if let place = columns.firstIndex(where: {
      $0.name.matches(column.name.en) || $0.name.matches(column.name.zh)
    }) {
      columns[place].type = column.type
      columns[place].partner = column.partner
    } else {
      columns.append(column)
    }
  }

  /// The columns as they can be named: where two share a spelling, by the other; those with none of their own cannot.
  static func apart(_ columns: [Column]) -> [Column] {
    columns.enumerated().compactMap { place, column in
      let others = columns.enumerated().filter { $0.offset != place }.map(\.element.name)
      let free = [column.name.en, column.name.zh].filter { text in
        !others.contains { $0.matches(text) }
      }
      guard let text = free.first else { return nil }
      guard free.count < 2 else { return column }
      var named = column
      named.name = Name(text)
      named.shared = [column.name.en, column.name.zh].filter { $0 != text }
      return named
    }
  }

  /// Forgets what holds only as long as each row is a group.
  mutating func leaveGroups() { keys = [] }
}

/// Where an expression stands: the rows around it, and what aggregates mean there.
struct Scope {
  enum Mode {
    /// Outside of any row.
    case none
    /// A row of a stage: an aggregate is a window.
    case row
    /// The inside of an aggregate: there is none of the same rows.
    case argument
    /// An item of groups of rows with this shape.
    case group(Shape)
  }

  /// The rows around, innermost last.
  var rows: [Shape] = []
  var mode = Mode.none

  /// Outside of all rows.
  static let outside = Scope()

  func inside(_ shape: Shape, _ mode: Mode) -> Scope {
    Scope(rows: rows + [shape], mode: mode)
  }

  /// The rows that an aggregate without a table of its own ranges over.
  var aggregated: Scope {
    guard let last = rows.last else { return self }
    var shape = last
    if case .group(let input) = mode { shape = input }
    return Scope(rows: rows.dropLast() + [shape], mode: .argument)
  }
}

/// A piece of a script with how tightly it holds together.
struct Written {
  var text: String
  var binding: Level

  /// The bindings of operators with what stands looser and tighter than all of them.
  enum Level: Int, Comparable {
    case pipeline, conditional, disjunction, conjunction, negation, comparison, range, coalescence
    case sum, product, sign, primary

    static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
    var tighter: Level { Level(rawValue: rawValue + 1) ?? .primary }
  }

  init(_ text: String, _ binding: Level = .primary) {
    self.text = text
    self.binding = binding
  }
}
