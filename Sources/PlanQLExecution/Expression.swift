import PlanQLAlgebra
import PlanQLData
import PlanQLLibrary
import PlanQLSyntax

/// A scalar made ready to run: fields are found, and what it reads of its rows is known.
final class Expression: Sendable {
  /// What is computed; the cases of a scalar.
  indirect enum Kind: Sendable {
    case literal(Value)
    case parameter(Int)
    case asOf
    case bound(Int)
    case column(ColumnID)
    case field(FieldPlace, of: Expression)
    case linking(FieldPlace, to: Expression)
    case call(ResolvedFunction, [Expression])
    case convert(Expression)
    case and(Expression, Expression)
    case or(Expression, Expression)
    case not(Expression)
    case isKnown(Expression)
    case choose([Branch], otherwise: Expression?)
    case coalesce(Expression, Expression)
    case list([Expression])
    case text([TextPart])
    case under(Expression, Expression, FieldPlace)
    case above(Expression, FieldPlace)
    case reduce(Stage, Reduction)
    case collect(Stage, Expression)
    case sources([Expression])
  }

  /// A value and when it is chosen.
  struct Branch: Sendable {
    let condition: Expression
    let value: Expression
  }

  /// A part of a text with holes.
  enum TextPart: Sendable {
    case literal(String)
    case value(Expression, Display)
  }

  let kind: Kind
  let type: DataType
  let span: SourceSpan
  /// What it reads of its own and outer rows.
  let references: Set<Reference>
  /// The longest way to a leaf, which bounds the stack that computing it takes.
  let depth: Int
  /// The comparison of a field that it is; nil where it is none.
  let comparison: FieldComparison?
  private let isCostly: Bool
  private let innerPrefetches: [Prefetch]

  init(
    _ kind: Kind, type: DataType, span: SourceSpan, references: Set<Reference>, depth: Int,
    isCostly: Bool, prefetches: [Prefetch]
  ) {
    self.kind = kind
    self.type = type
    self.span = span
    self.references = references
    self.depth = depth
    self.comparison = FieldComparison(kind)
    self.isCostly = isCostly
    self.innerPrefetches = prefetches
  }

  /// Whether it has the same value in all rows.
  var isConstant: Bool { references.isEmpty }

  /// The largest parts that are the same in all rows and costly: computed before work is divided among threads.
  var prefetches: [Prefetch] {
    isConstant && (isCostly || !innerPrefetches.isEmpty) ? [.constant(self)] : innerPrefetches
  }

  /// The one stored field that the value depends on, where that is all it depends on.
  var onlyField: FieldReference? {
    guard references.count == 1, case .field(let field) = references.first else { return nil }
    return field
  }
}

/// A stored field of the row that a column links to.
struct FieldReference: Sendable, Hashable {
  let place: FieldPlace
  let column: ColumnID
}

/// Something of a row that an expression reads.
enum Reference: Sendable, Hashable {
  case column(ColumnID)
  case field(FieldReference)

  /// The column behind it.
  var column: ColumnID {
    switch self {
    case .column(let id): id
    case .field(let field): field.column
    }
  }
}

/// Work that is the same for all rows.
enum Prefetch: Sendable {
  case constant(Expression)
  case rows(Stage)
}

/// An aggregate made ready to run.
final class Reduction: Sendable {
  let function: AggregateFunction.Kind
  let argument: Expression?
  /// What a person calls the argument.
  let argumentName: Name?
  /// The share of `percentile`, the distance of `previous` and `next`.
  let parameter: Value?
  let condition: Expression?
  let distinct: [Expression]
  let sort: [Ordering]
  let within: [Expression]
  let type: DataType
  let span: SourceSpan

  init(
    _ aggregate: Aggregate, argument: Expression?, condition: Expression?,
    distinct: [Expression], sort: [Ordering], within: [Expression]
  ) {
    self.function = aggregate.function
    self.argument = argument
    self.argumentName = aggregate.argumentName
    self.parameter = aggregate.parameter
    self.condition = condition
    self.distinct = distinct
    self.sort = sort
    self.within = within
    self.type = aggregate.type
    self.span = aggregate.span
  }

  /// The same aggregate under another condition.
  init(_ other: Reduction, condition: Expression?) {
    self.function = other.function
    self.argument = other.argument
    self.argumentName = other.argumentName
    self.parameter = other.parameter
    self.condition = condition
    self.distinct = other.distinct
    self.sort = other.sort
    self.within = other.within
    self.type = other.type
    self.span = other.span
  }

  /// Whether the order of rows decides the value for a whole group.
  var dependsOnOrder: Bool {
    switch function {
    case .first, .last, .list: !sort.isEmpty
    case .count, .sum, .avg, .min, .max, .any, .all, .none: false
    case .median, .percentile, .stddev, .rank, .denseRank, .rowNumber, .ntile, .previous, .next:
      false
    }
  }

  /// How a window of it is computed.
  var windowStyle: WindowStyle {
    switch function {
    case .rank, .denseRank, .rowNumber, .ntile, .previous, .next: .placed
    case .first, .last, .list, .median, .percentile, .stddev: .whole
    case .count, .sum, .avg, .min, .max, .any, .all, .none: sort.isEmpty ? .whole : .running
    }
  }

  /// Whether the sort keys of a window are those of all its rows, not of the counted ones only.
  var sortsAllRows: Bool { windowStyle != .whole && !sort.isEmpty }

  /// All expressions in it.
  var expressions: [Expression] {
    within + [condition].compactMap { $0 } + distinct + [argument].compactMap { $0 }
      + sort.map(\.value)
  }
}

/// What a window gives each row: the value of its whole group, of the rows up to it, or one that hangs on its place.
enum WindowStyle {
  case whole, running, placed
}

/// A term of an order.
struct Ordering: Sendable {
  let value: Expression
  let isDescending: Bool
}
