package import PlanQLData

/// A parsed script: statements in order, with the comments that the printer puts back.
package struct Script: Sendable, Hashable {
  /// The language of output, where the header names one: `# planql 1.0 zh`.
  package let outputLanguage: Language?
  package let statements: [Statement]
  package let comments: [Comment]
  package let span: SourceSpan
}

/// A comment, from `#` to the end of its line.
package struct Comment: Sendable, Hashable {
  package let text: String
  /// Whether nothing but white space stands before it on its line.
  package let standsAlone: Bool
  package let span: SourceSpan
}

/// A name as the user wrote it, normalised (NFC, full-width letters and digits folded).
package struct Identifier: Sendable, Hashable {
  package let text: String
  /// Whether it stood in backquotes.
  package let isQuoted: Bool
  package let span: SourceSpan
}

/// One part of a script.
package struct Statement: Sendable, Hashable {
  package indirect enum Kind: Sendable, Hashable {
    /// `param year: period = 2023`
    case parameter(Parameter)
    /// `let late = projects | where …`, `let rate = 0.5 as %`
    case binding(name: Identifier, value: Expression)
    /// `check "sums agree": sum(a.x) = sum(b.x)`
    case check(label: Expression, condition: Expression)
    /// `title "{plan.region}"`
    case title(Expression)
    /// `text "…"`
    case text(Expression)
    /// `table "by lead": projects | …`
    case table(caption: Expression?, pipeline: Expression)
    /// `chart bar "by year": pipeline`
    case chart(ChartKind, caption: Expression?, pipeline: Expression)
    /// `define project.gap = investment - spent`, `define doubled(x: int) = x * 2`
    case definition(Definition)
    /// `use "shared.planql"`
    case use(path: String, pathSpan: SourceSpan)
    /// `for u in units | where any(projects) { … }`
    case loop(name: Identifier, source: Expression, body: [Statement])
    /// `if cond { … } else { … }`; `else if` is a condition that stands alone in `otherwise`
    case condition(Expression, then: [Statement], otherwise: [Statement])
    /// `projects | take 3`, `sum(projects.investment)`
    case result(Expression)
    /// What could not be parsed; reported.
    case invalid
  }

  package let kind: Kind
  package let span: SourceSpan
}

extension Script {
  /// Whether it only declares and names, so that it gives nothing.
  package var asksForNothing: Bool {
    statements.allSatisfy { statement in
      switch statement.kind {
      case .parameter, .binding, .definition, .use: true
      case .check, .title, .text, .table, .chart, .loop, .condition, .result, .invalid: false
      }
    }
  }
}

/// `param name: type = default`
package struct Parameter: Sendable, Hashable {
  package let name: Identifier
  package let type: TypeName
  package let defaultValue: Expression?
}

/// `define name(a: type) = expr`, `define project.gap = expr`, `define project.invested_by(at: date) = expr`
package struct Definition: Sendable, Hashable {
  /// What a row of the table is called (or the table), for a computed field; nil for a function.
  package let owner: Identifier?
  package let name: Identifier
  /// Nil when no brackets were written: only a computed field may go without.
  package let parameters: [DefinitionParameter]?
  package let value: Expression
}

/// `at: date`
package struct DefinitionParameter: Sendable, Hashable {
  package let name: Identifier
  package let type: TypeName
}

/// A type as written: `period`, `[unit]`, `项目`.
package struct TypeName: Sendable, Hashable {
  package let name: Identifier
  package let isList: Bool
  package let span: SourceSpan
}

/// An expression. A pipeline is one too: `source | stage | stage`.
package struct Expression: Sendable, Hashable {
  package indirect enum Kind: Sendable, Hashable {
    /// What could not be parsed; reported.
    case invalid
    /// `true`, `是`
    case bool(Bool)
    /// `missing`, `缺失`
    case missing
    /// `12`, `0.5`, `85%`, `1000万元`, `3年`
    case number(NumberLiteral)
    /// `2021年3月`, `@2021-Q3`, `@2021-03-05`: a period, or a date when it is a single day
    case period(Period)
    /// `"…{expr}…"`; a text without holes has one piece at most
    case text([TextPiece])
    /// `investment`
    case name(Identifier)
    /// `lead.name`, `param.year`, `plan.title`, `outer.no`
    case member(Expression, Identifier)
    /// `sum(progress.invested where status = "completed")`
    case call(Call)
    /// `this.invested_by(end(param.year))`, `project.done_by(x)`: a computed field with parameters
    case invocation(Expression, Call)
    /// `-x`, `not x`
    case unary(UnaryOperator, Expression)
    /// `a + b`, `x is missing` is `test`
    case binary(BinaryOperator, Expression, Expression, operatorSpan: SourceSpan)
    /// `x is missing`, `x is known`
    case test(PresenceTest, Expression)
    /// `a..b`, `a..`, `..b`
    case range(Expression?, Expression?)
    /// `if c then a else b`
    case conditional(condition: Expression, then: Expression, otherwise: Expression)
    /// `case { c: a, else: b }`
    case cases([CaseBranch], otherwise: Expression?)
    /// `[a, b]`
    case list([Expression])
    /// `(a)`
    case parenthesized(Expression)
    /// `source | stage | stage`
    case pipeline(source: Expression, stages: [Stage])
    /// `total as 亿元 to 1`, at the end of an item, a hole or a `let`
    case shown(Expression, DisplayClause)
  }

  package let kind: Kind
  package let span: SourceSpan
  /// How many nodes lie between the expression and its deepest leaf, itself counted; the parser keeps
  /// it small, so that walks of the tree need no limit of their own.
  package let height: Int

  init(_ kind: Kind, _ span: SourceSpan) {
    self.kind = kind
    self.span = span
    self.height = kind.height
  }
}

/// A number as written, exact, with its glued suffix.
package struct NumberLiteral: Sendable, Hashable {
  package let digits: Decimal
  /// Magnitude and unit; nil when none was glued on.
  package let suffix: NumberSuffix?
  /// The digits as written, without the suffix: `1_000`, `0.50`.
  package let digitsText: String
  /// The suffix as written, empty when there is none.
  package let suffixText: String
}

/// A piece of a text literal.
package enum TextPiece: Sendable, Hashable {
  /// Plain text, escapes resolved.
  case text(String)
  /// `{expr}`
  case hole(Expression)
}

/// `name(arguments clauses)`
package struct Call: Sendable, Hashable {
  package let callee: Identifier
  package let arguments: [Expression]
  package let clauses: AggregateClauses
}

/// The clauses inside a call of an aggregate, each at most once.
package struct AggregateClauses: Sendable, Hashable {
  /// `where c`
  package var condition: Expression?
  /// `distinct a, b`
  package var distinct: [Expression]
  /// `sort a desc`
  package var sort: [SortKey]
  /// `within a, b`
  package var within: [Expression]
  /// Whether the sort keys stand as the arguments: `rank(investment desc within category)`.
  package var sortIsArguments = false
  /// From the first clause to the last; nil when there is none.
  package var span: SourceSpan?

  package var isEmpty: Bool { span == nil }
}

/// `condition: value` in a `case`.
package struct CaseBranch: Sendable, Hashable {
  package let condition: Expression
  package let value: Expression
}

/// `as UNIT to N`
package struct DisplayClause: Sendable, Hashable {
  /// The unit as written; nil when only decimals are given.
  package let unit: Identifier?
  package let decimals: Int?
  package let span: SourceSpan
}

/// `investment desc`
package struct SortKey: Sendable, Hashable {
  package let value: Expression
  package let isDescending: Bool
}

/// `label: value`, or a value alone.
package struct Item: Sendable, Hashable {
  package let label: Identifier?
  /// May be a `.shown` expression.
  package let value: Expression
  package let span: SourceSpan
}

/// A column of `select`: an item, or `*` for all the rest.
package enum SelectItem: Sendable, Hashable {
  case item(Item)
  case rest(SourceSpan)
}

/// A stage of a pipeline.
package struct Stage: Sendable, Hashable {
  package indirect enum Kind: Sendable, Hashable {
    /// `where investment > 1000万元`
    case filter(Expression)
    /// `select no, name, share: investment / 2`
    case select([SelectItem])
    /// `extend a: expr`
    case extend([Item])
    /// `drop a, b`
    case drop([Identifier])
    /// `summarize n: count() by lead`
    case summarize(items: [Item], keys: [Item])
    /// `sort a desc, b`
    case sort([SortKey])
    /// `take 3 by lead`
    case take(Expression, keys: [Expression])
    /// `skip 3 by lead`
    case skip(Expression, keys: [Expression])
    /// `distinct a, y: year(b)`, `distinct`
    case distinct([Item])
    /// `expand u in units split investment`
    case expand(Expand)
    /// `spread amount: investment over period by year`
    case spread(Spread)
    /// `total`
    case total
    /// `left join p in progress on p.project = this`
    case join(Join)
    /// `append table`
    case append(Expression)
    /// `pivot sum(amount) by lead across year in [2021, 2022]`
    case pivot(Pivot)
    /// `fill year in 2021..2025, lead`
    case fill([FillKey])
    /// `cite`
    case cite
    /// `label total: "合计" as 亿元`
    case label([ColumnLabel])
    /// What could not be parsed; reported.
    case invalid
  }

  package let kind: Kind
  /// The stage's own words, with what belongs to them; without the `|`.
  package let span: SourceSpan
  /// The stage's keyword.
  package let keyword: SourceSpan
}

/// `expand u in units split investment once area`
package struct Expand: Sendable, Hashable {
  package let name: Identifier
  package let list: Expression
  package let split: [Identifier]
  package let once: [Identifier]
}

/// `spread amount: investment over period by year`
package struct Spread: Sendable, Hashable {
  package enum Method: Sendable, Hashable {
    case evenly, daily
    case weights([Expression])
  }

  package let label: Identifier?
  package let amount: Expression
  package let period: Expression
  package let grain: Grain
  package let grainSpan: SourceSpan
  package let method: Method
}

/// `left join p in progress on p.project = this`
package struct Join: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case inner, left, full
  }

  package let kind: Kind
  package let name: Identifier
  package let table: Expression
  package let condition: Expression
}

/// `pivot sum(amount) by lead across year in [2021, 2022]`
package struct Pivot: Sendable, Hashable {
  /// The value of each cell, an aggregate of its rows; may be `.shown`.
  package let value: Item
  package let keys: [Item]
  package let across: Item
  /// The values that become columns, a list or a range; nil when they are to be found.
  package let columns: Expression?
}

/// `year in 2021..2025`; without `in` the values that are there.
package struct FillKey: Sendable, Hashable {
  package let name: Identifier
  package let values: Expression?
}

/// `total: "合计" as 亿元`: a caption, a display, or both.
package struct ColumnLabel: Sendable, Hashable {
  package let name: Identifier
  package let caption: Expression?
  package let display: DisplayClause?
  package let span: SourceSpan
}

package enum UnaryOperator: Sendable, Hashable {
  case minus, not
}

package enum PresenceTest: Sendable, Hashable {
  case isMissing, isKnown
}

/// Every binary operator; their spellings and bindings stand in one table.
package enum BinaryOperator: String, Sendable, Hashable, CaseIterable {
  case or, and
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  case `in`, contains, has, startsWith, endsWith, matches
  case under, overlaps, covers, before, after, meets
  case notIn, notContains, notHas, notStartsWith, notEndsWith, notMatches
  case notUnder, notOverlaps, notCovers, notBefore, notAfter, notMeets
  case coalesce
  case add, subtract, multiply, divide
}
