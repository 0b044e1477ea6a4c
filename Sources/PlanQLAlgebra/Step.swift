package import PlanQLData
package import PlanQLSyntax

/// A step of a compiled query: rows in, rows out, each with a total order. A step inside a sub-query runs once for
/// each outer row; it may name columns of outer rows, and its rows are always told apart by their outer row: it leads
/// sort and group keys, `slice` counts within it, an aggregate without keys gives one row for each.
package struct Step: Sendable {
  package indirect enum Kind: Sendable {
    /// A single row without columns (for each outer row).
    case one
    /// All rows of a table in the order of the plan; the column holds the row as a link.
    case scan(table: Int, row: ColumnID)
    /// The rows of a `let` table, with its columns under new names.
    case bound(slot: Int, columns: [Renaming])
    /// The elements of a list, a row each, in order; of links each once when `isDistinct`. The list is a scalar of
    /// the outer row.
    case elements(Scalar, element: ColumnID, isDistinct: Bool)
    /// For each row its elements of a list, as `elements`; rows without any vanish. Links are kept once for each
    /// outer row when `isDistinct`.
    case flatten(Step, Scalar, element: ColumnID, isDistinct: Bool)
    case filter(Step, Scalar)
    /// More columns. A value is computed for the rows that reach a use of it.
    case extend(Step, [Definition])
    /// One row a combination of keys, in ascending order of keys, missing last; without keys one row.
    case aggregate(Step, keys: [Definition], aggregates: [AggregateDefinition])
    /// One value a row, of all rows (of the outer row) or of those equal in `within`; with `sort` a running value up to
    /// and including the row.
    case window(Step, [AggregateDefinition])
    /// A stable sort.
    case sort(Step, [SortTerm])
    /// Leaves out the first rows, then keeps so many, for each combination of keys.
    case slice(Step, skip: Scalar?, take: Scalar?, keys: [Scalar])
    /// Keeps the first row of each combination.
    case distinct(Step, [Scalar])
    /// A row for each element of a list; an empty or missing list keeps its row with the element missing.
    case expand(Step, list: Scalar, element: ColumnID, shares: [Share])
    /// A row for each part of a period that the grain cuts, with the part and its share of the amount. Rows whose
    /// period is missing or open are left out and counted.
    case spread(Step, Spreading)
    /// The pairs of rows of both (within an outer row) that have equal keys and fulfil the condition, in the order of
    /// the left rows, then of the right. Both keep their columns. With `left`, left rows without a partner stay, the
    /// right columns missing; with `full`, right rows without a partner follow last, the left columns missing.
    case join(Step, Step, Joining)
    /// The rows of the first, then those of the second.
    case append(Step, Step, columns: [Appended])
    /// More rows, so that every combination of the keys' values is there; then ascending by keys, missing last.
    case fill(Step, Filling)
  }

  package struct Joining: Sendable {
    package enum Kind: Sendable, Hashable {
      case inner, left, full
    }

    package let kind: Kind
    /// Pairs must agree in each: the left scalar over left rows, the right one over right rows, of one type. Missing
    /// keys never pair.
    package let keys: [(left: Scalar, right: Scalar)]
    /// What pairs must fulfil besides, over the columns of both.
    package let condition: Scalar?
    /// Whether the result says how many rows found no partner.
    package let countsUnpaired: Bool

    package init(
      kind: Kind, keys: [(left: Scalar, right: Scalar)], condition: Scalar?,
      countsUnpaired: Bool = true
    ) {
      self.countsUnpaired = countsUnpaired
      self.kind = kind
      self.keys = keys
      self.condition = condition
    }
  }

  /// A column of an `append`, from a scalar over the first rows and one over the second, of one type.
  package struct Appended: Sendable {
    package let id: ColumnID
    package let first: Scalar
    package let second: Scalar

    package init(_ id: ColumnID, first: Scalar, second: Scalar) {
      self.id = id
      self.first = first
      self.second = second
    }
  }

  package struct Filling: Sendable {
    /// The combinations: of each key the values of a list (the same for all rows), or nil for those that the rows
    /// have, missing included. Rows with other values stay.
    package let keys: [(id: ColumnID, key: Scalar, values: Scalar?)]
    /// The other columns: what they are in the rows that are there, and in the new ones.
    package let columns: [(id: ColumnID, value: Scalar, otherwise: Value)]

    package init(
      keys: [(id: ColumnID, key: Scalar, values: Scalar?)],
      columns: [(id: ColumnID, value: Scalar, otherwise: Value)]
    ) {
      self.keys = keys
      self.columns = columns
    }
  }

  package struct Renaming: Sendable {
    package let source: ColumnID
    package let id: ColumnID

    package init(source: ColumnID, id: ColumnID) {
      self.source = source
      self.id = id
    }
  }

  package struct Definition: Sendable {
    package let id: ColumnID
    package let value: Scalar

    package init(_ id: ColumnID, _ value: Scalar) {
      self.id = id
      self.value = value
    }
  }

  package struct AggregateDefinition: Sendable {
    package let id: ColumnID
    package let aggregate: Aggregate

    package init(_ id: ColumnID, _ aggregate: Aggregate) {
      self.id = id
      self.aggregate = aggregate
    }
  }

  /// What becomes of an amount when its row is expanded.
  package struct Share: Sendable {
    package enum Method: Sendable, Hashable {
      /// Shared out exactly, evenly by position: total = q·n + r; element i gets q + (r·i div n − r·(i−1) div n).
      case split
      /// The whole amount on the first element's row, missing on the others.
      case once
    }

    package let id: ColumnID
    /// int or money.
    package let amount: Scalar
    package let method: Method

    package init(_ id: ColumnID, amount: Scalar, method: Method) {
      self.id = id
      self.amount = amount
      self.method = method
    }
  }

  package struct Spreading: Sendable {
    package enum Method: Sendable {
      case evenly, daily
      /// A whole-number weight for each part, in order; parts past the last weight get none.
      case weights([Scalar])
    }

    /// int or money.
    package let amount: Scalar
    package let period: Scalar
    package let grain: Grain
    package let method: Method
    /// The part of the period, as a whole year, half, quarter or month of the calendar.
    package let part: ColumnID
    package let share: ColumnID

    package init(
      amount: Scalar, period: Scalar, grain: Grain, method: Method, part: ColumnID,
      share: ColumnID
    ) {
      self.amount = amount
      self.period = period
      self.grain = grain
      self.method = method
      self.part = part
      self.share = share
    }
  }

  package let kind: Kind
  package let span: SourceSpan

  package init(_ kind: Kind, span: SourceSpan) {
    self.kind = kind
    self.span = span
  }
}
