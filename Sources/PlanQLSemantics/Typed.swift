import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

/// What an expression turned out to be.
indirect enum Typed {
  /// One value a row (or one in all, outside of rows).
  case scalar(Scalar, Display)
  /// The rows of a table, a pipeline or a list of links.
  case rows(Rows)
  /// A value for each of some rows: `progress.invested`, `projects.investment`.
  case column(Rows, Scalar, Display)
  /// A row with fields of its own: the partner that a `join` found.
  case row(Partner)
  /// `a..b`, before it is known whether it is a period or the bounds of a test.
  case range(Scalar?, Scalar?, SourceSpan)
  /// The word `plan`, `param` or `outer` before its dot.
  case prefix(SpecialName, frame: Int)
  /// Reported already.
  case invalid
}

/// A field of the rows of a stage.
struct RowField {
  let name: Name
  /// A column, or a stored field of a link: never anything that has to be computed twice.
  let value: Scalar
  var display: Display
  /// What is named behind it, where it is a partner row; `value` is then the link to it, or says whether it is there.
  var partner: Partner?
  /// The caption that `label` gave.
  var title: Scalar?

  init(name: Name, value: Scalar, display: Display, partner: Partner? = nil) {
    self.name = name
    self.value = value
    self.display = display
    self.partner = partner
  }

  var caption: LocalizedText { LocalizedText(en: name.en, zh: name.zh) }
}

/// A row beside the row of a stage.
struct Partner {
  var scope: RowScope
  /// True where there is a partner, missing where there is none.
  var presence: Scalar

  /// The value that stands for the row: its link, else whether it is there.
  var value: Scalar { scope.this ?? presence }
}

/// What can be named in a row.
struct RowScope {
  var fields: [RowField]
  /// The plan row that the row came from.
  var this: Scalar?
  /// Whether fields of `this` that are not listed (links back) can be named without `this.`.
  var reachesThis: Bool
  /// How messages call the rows: the table's name.
  var title: Name
  /// The keys that the row of totals does not have; none of them may be read as something else of that name.
  var missingKeys: [Name] = []

  func field(named text: String) -> RowField? {
    fields.first { $0.name.matches(text) }
  }

  /// The columns that the fields are read from.
  var columns: [ColumnID] {
    var seen: [ColumnID] = []
    for scalar in scalars {
      if let column = scalar.baseColumn, !seen.contains(column) { seen.append(column) }
    }
    return seen
  }

  private var scalars: [Scalar] {
    fields.flatMap { field in
      [field.value, field.partner?.presence].compactMap { $0 }
        + (field.partner?.scope.scalars ?? [])
    } + [this].compactMap { $0 }
  }

  /// The same scope with every value changed.
  func mapped(_ change: (Scalar) -> Scalar) -> RowScope {
    var scope = self
    scope.this = this.map(change)
    scope.fields = fields.map { field in
      var mapped = RowField(
        name: field.name, value: change(field.value), display: field.display,
        partner: field.partner.map {
          Partner(scope: $0.scope.mapped(change), presence: change($0.presence))
        })
      mapped.title = field.title
      return mapped
    }
    return scope
  }

  /// The fields with those of partner rows that are no links of their own, as `partner.field`.
  var leaves: [RowField] {
    fields.flatMap { field in
      guard let partner = field.partner, partner.scope.this == nil else { return [field] }
      return partner.scope.leaves.map { inner in
        var leaf = RowField(
          name: Name("\(field.name.en).\(inner.name.en)", "\(field.name.zh).\(inner.name.zh)"),
          value: inner.value, display: inner.display)
        leaf.title = inner.title
        return leaf
      }
    }
  }
}

/// A table in the making: the steps so far and what can be named in its rows.
struct Rows {
  var step: Step
  var scope: RowScope
  /// The list scalar whose elements the rows are, as long as no stage followed.
  var list: Scalar?
  /// What `total` computes once more.
  var replay: Replay?
  var footer: TableQuery.Footer?
  /// The groups that the rows are, after a `summarize`.
  var groups: Groups?
  /// Links to the plan rows behind each row, single or in lists; kept through groups only where `cite` follows.
  var sources = Sources()
  /// The value over all columns of a cross-table, for `total`.
  var crossTotal: RowField?
  /// A cross-table whose columns are found while it runs: the rows are its cells.
  var cross: CrossDraft?

  init(step: Step, scope: RowScope, list: Scalar? = nil) {
    self.step = step
    self.scope = scope
    self.list = list
  }
}

/// The last `summarize` of a pipeline, and the stages after it.
final class Replay {
  let input: Rows
  let stages: [Stage]

  init(input: Rows, stages: [Stage]) {
    self.input = input
    self.stages = stages
  }
}

/// Links, single or in lists, to the plan rows behind a row.
struct Sources {
  private(set) var links: [Scalar] = []
  /// Whether there are more than are followed; none are kept then.
  private(set) var isLost = false

  /// The most links that are followed: each join of groups doubles them.
  private static let most = 32

  init() {}

  init(_ links: [Scalar], isLost: Bool = false) {
    self.isLost = isLost || links.count > Sources.most
    self.links = self.isLost ? [] : links
  }

  /// The same links changed, each by itself.
  func mapped(_ change: (Scalar) -> Scalar) -> Sources {
    Sources(links.map(change), isLost: isLost)
  }

  /// The links of both.
  static func + (left: Sources, right: Sources) -> Sources {
    Sources(left.links + right.links, isLost: left.isLost || right.isLost)
  }
}

/// What `fill` has to know of rows that are groups.
struct Groups {
  var keys: [RowField]
  /// What sums and counts are of nothing; columns that are not here are missing.
  var ofNothing: [ColumnID: Value]
}

/// Rows whose fields an expression can name, and what aggregates mean there.
struct Frame {
  enum Mode {
    /// A row of a stage: an aggregate is a window over its rows.
    case row
    /// An item of `summarize`: an aggregate is over the group, of rows with this scope.
    case group(input: RowScope)
    /// The inside of an aggregate, or a place where none is allowed.
    case argument
  }

  let scope: RowScope
  let mode: Mode
  /// How many rows stand around: `outer.` goes one level down.
  let level: Int
  var aggregates: [Step.AggregateDefinition] = []
  /// Whether it is the row of a computed field: one row, with no others around it.
  var isDefinition = false
}

extension Scalar {
  /// The column that a field chain starts from; nil for anything that computes.
  var baseColumn: ColumnID? {
    switch kind {
    case .column(let id): id
    case .field(_, _, let inner): inner.baseColumn
    case .literal, .parameter, .asOf, .bound, .linking, .call, .convert, .and, .or, .not,
      .isKnown, .choose, .coalesce, .list, .text, .under, .above, .reduce, .collect, .sources:
      nil
    }
  }

  /// The same chain of fields from another column.
  func rebased(_ ids: [ColumnID: ColumnID]) -> Scalar {
    switch kind {
    case .column(let id):
      Scalar(.column(ids[id] ?? id), type: type, isOptional: isOptional, span: span)
    case .field(let table, let field, let inner):
      Scalar(
        .field(table: table, field: field, of: inner.rebased(ids)), type: type,
        isOptional: isOptional, span: span)
    case .literal, .parameter, .asOf, .bound, .linking, .call, .convert, .and, .or, .not,
      .isKnown, .choose, .coalesce, .list, .text, .under, .above, .reduce, .collect, .sources:
      self
    }
  }

  /// Whether it is a text, or a list of texts, as written: one that may name a row or a value of an enumeration.
  var isLiteralText: Bool {
    switch kind {
    case .literal(.text): true
    case .list(let elements): elements.allSatisfy(\.isLiteralText)
    case .literal, .parameter, .asOf, .column, .bound, .field, .linking, .call, .convert, .and, .or,
      .not, .isKnown, .choose, .coalesce, .text, .under, .above, .reduce, .collect, .sources:
      false
    }
  }

  /// The whole number that a plain literal of four digits may stand for as a year.
  var literalYear: Int? {
    if case .literal(.int(let number)) = kind, (1000...9999).contains(number) {
      return Int(number)
    }
    return nil
  }
}
