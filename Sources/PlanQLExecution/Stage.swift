import PlanQLAlgebra
import PlanQLData
import PlanQLSyntax

/// A step made ready to run.
final class Stage: Sendable {
  /// What is done; the cases of a step.
  indirect enum Kind: Sendable {
    case one
    case scan(table: Int, row: ColumnID)
    case bound(slot: Int, columns: [Step.Renaming])
    case elements(Expression, element: ColumnID, isDistinct: Bool)
    case flatten(Stage, Expression, element: ColumnID, isDistinct: Bool)
    case filter(Stage, Expression)
    case extend(Stage, [Definition])
    case aggregate(Stage, keys: [Definition], aggregates: [NamedReduction])
    case window(Stage, [NamedReduction])
    case sort(Stage, [Ordering])
    case slice(Stage, skip: Expression?, take: Expression?, keys: [Expression])
    case distinct(Stage, [Expression])
    case expand(Stage, Expansion)
    case spread(Stage, Spread)
    case join(Stage, Stage, Joining)
    case append(Stage, Stage, [Appended])
    case fill(Stage, Filling)
  }

  /// A column and its value.
  struct Definition: Sendable {
    let id: ColumnID
    let value: Expression
  }

  /// A column and its aggregate.
  struct NamedReduction: Sendable {
    let id: ColumnID
    let reduction: Reduction
  }

  /// How rows are expanded.
  struct Expansion: Sendable {
    let list: Expression
    let element: ColumnID
    let shares: [Share]
  }

  /// What becomes of an amount when its row is expanded.
  struct Share: Sendable {
    let id: ColumnID
    let amount: Expression
    let method: Step.Share.Method
  }

  /// How amounts are spread.
  struct Spread: Sendable {
    /// What the parts weigh.
    enum Method: Sendable {
      case evenly, daily
      case weights([Expression])
    }

    let amount: Expression
    let period: Expression
    let grain: Grain
    let method: Method
    let part: ColumnID
    let share: ColumnID
  }

  /// How rows find their partners.
  struct Joining: Sendable {
    let kind: Step.Joining.Kind
    let keys: [(left: Expression, right: Expression)]
    let condition: Expression?
    let countsUnpaired: Bool
    /// Whether rows agree in a key that is missing on both sides; a join pairs them never.
    let pairsMissing: Bool
  }

  /// A column of rows of two sources, with its value in either.
  struct Appended: Sendable {
    let id: ColumnID
    let first: Expression
    let second: Expression
  }

  /// How missing combinations are added.
  struct Filling: Sendable {
    let keys: [FilledKey]
    /// The other columns: first their values in rows that are there, then in new ones.
    let columns: [Appended]
  }

  /// A key of which every value is to be there; without a list, the values that the rows have.
  struct FilledKey: Sendable {
    let id: ColumnID
    let key: Expression
    let values: Expression?
  }

  let kind: Kind
  let span: SourceSpan
  /// What it reads of outer rows.
  let references: Set<Reference>
  let depth: Int
  let prefetches: [Prefetch]

  init(
    _ kind: Kind, span: SourceSpan, references: Set<Reference>, depth: Int,
    prefetches: [Prefetch]
  ) {
    self.kind = kind
    self.span = span
    self.references = references
    self.depth = depth
    self.prefetches = prefetches
  }

  /// The stage that its rows come from; nil for those that make their own.
  var input: Stage? {
    switch kind {
    case .one, .scan, .bound, .elements: nil
    case .flatten(let input, _, _, _), .filter(let input, _), .extend(let input, _),
      .aggregate(let input, _, _), .window(let input, _), .sort(let input, _),
      .slice(let input, _, _, _), .distinct(let input, _), .expand(let input, _),
      .spread(let input, _), .join(let input, _, _), .append(let input, _, _),
      .fill(let input, _):
      input
    }
  }

  /// The longest run of stages from the start that reads nothing of outer rows; nil when the first already does.
  var sharedPart: Stage? {
    var stage: Stage? = self
    while let current = stage, !current.references.isEmpty { stage = current.input }
    return stage
  }
}
