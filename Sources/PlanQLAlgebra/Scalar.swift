package import PlanQLData
package import PlanQLLibrary
package import PlanQLSyntax

/// A column of rows while a query runs, unique in its script: a sub-query names the columns of outer rows by it.
package struct ColumnID: Sendable, Hashable {
  package let number: Int

  package init(_ number: Int) {
    self.number = number
  }
}

/// A typed expression over the columns of a step: one value a row.
package struct Scalar: Sendable {
  package indirect enum Kind: Sendable {
    case literal(Value)
    /// The value that the caller gave for a parameter, by its place in the script.
    case parameter(Int)
    /// The as-of date of the run.
    case asOf
    /// A `let` that holds a single value, by its slot.
    case bound(Int)
    case column(ColumnID)
    /// A stored field of the row that a link points to; missing where the link is.
    case field(table: Int, field: Int, of: Scalar)
    /// The rows of a table whose link field holds the row: a link seen from its target, in the table's order.
    case linking(table: Int, field: Int, to: Scalar)
    case call(ResolvedFunction, [Scalar])
    /// The operand in the node's type: int to number, date to period, a code to its text …
    case convert(Scalar)
    /// The right side is not computed where the left decides.
    case and(Scalar, Scalar)
    case or(Scalar, Scalar)
    case not(Scalar)
    case isKnown(Scalar)
    /// The value of the first branch whose condition is true; only that branch is computed.
    case choose([Branch], otherwise: Scalar?)
    /// The left side where it is known, else the right.
    case coalesce(Scalar, Scalar)
    case list([Scalar])
    /// A text with holes.
    case text([TextPart])
    /// Whether a row of a hierarchy is the other or lies below it; `parent` is the place of the link to the row above.
    case under(Scalar, Scalar, table: Int, parent: Int)
    /// A row of a hierarchy and all that it lies under, upwards; of a missing one none.
    case above(Scalar, table: Int, parent: Int)
    /// An aggregate over the rows of a sub-query of the row.
    case reduce(Step, Aggregate)
    /// The values over the rows of a sub-query, as a list; links each once, in order of first appearance.
    case collect(Step, Scalar)
    /// Where plan rows came from, as a text: file and lines of each link or list of links, shortened; with the clause
    /// where the row's table has one.
    case sources([Scalar])
  }

  package struct Branch: Sendable {
    package let condition: Scalar
    package let value: Scalar

    package init(condition: Scalar, value: Scalar) {
      self.condition = condition
      self.value = value
    }
  }

  package enum TextPart: Sendable {
    case literal(String)
    case value(Scalar, Display)
  }

  package let kind: Kind
  package let type: DataType
  package let isOptional: Bool
  package let span: SourceSpan

  package init(_ kind: Kind, type: DataType, isOptional: Bool, span: SourceSpan) {
    self.kind = kind
    self.type = type
    self.isOptional = isOptional
    self.span = span
  }
}

/// One value of many rows.
package struct Aggregate: Sendable {
  package let function: AggregateFunction.Kind
  /// Empty for `count()`, `rank`, `dense_rank`, `row_number`; one value a row otherwise. `list` of lists joins them.
  package let argument: Scalar?
  /// What a person calls the argument; nil where no one wrote one.
  package let argumentName: Name?
  /// The share of the values that lies below the result of `percentile`, a number from 0 to 1; how many rows `previous`
  /// and `next` go, an int from 1, one where nil. Nil for the rest.
  package let parameter: Value?
  /// Rows that do not fulfil it are left out.
  package let condition: Scalar?
  /// One row is kept for each combination of these, the first in order.
  package let distinct: [Scalar]
  /// The order in which `first`, `last`, `list` see the rows of their group; what `rank`, `dense_rank`, `row_number`,
  /// `previous` and `next` go by, each in a window only; in a window of any other, running values.
  package let sort: [SortTerm]
  /// In a window: only rows with equal values count. Missing equals missing.
  package let within: [Scalar]
  package let type: DataType
  package let isOptional: Bool
  package let span: SourceSpan

  package init(
    _ function: AggregateFunction.Kind, _ argument: Scalar?, named argumentName: Name? = nil,
    parameter: Value? = nil,
    condition: Scalar? = nil, distinct: [Scalar] = [], sort: [SortTerm] = [], within: [Scalar] = [],
    type: DataType,
    isOptional: Bool, span: SourceSpan
  ) {
    self.function = function
    self.argument = argument
    self.argumentName = argumentName
    self.parameter = parameter
    self.condition = condition
    self.distinct = distinct
    self.sort = sort
    self.within = within
    self.type = type
    self.isOptional = isOptional
    self.span = span
  }
}

/// A term of an order; missing values come last either way.
package struct SortTerm: Sendable {
  package let value: Scalar
  package let isDescending: Bool

  package init(_ value: Scalar, isDescending: Bool) {
    self.value = value
    self.isDescending = isDescending
  }
}
