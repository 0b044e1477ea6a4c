package import PlanQLData
package import PlanQLSyntax

/// A column that a query gives: what it is called, how it is read off the last step's rows, how it is shown.
package struct OutputColumn: Sendable {
  /// The label as written, or the English field name.
  package let name: String
  package let caption: LocalizedText
  /// The caption that the script gives, the same for all rows; nil where it gives none.
  package let title: Scalar?
  package let value: Scalar
  package let display: Display

  package init(
    name: String, caption: LocalizedText, title: Scalar? = nil, value: Scalar, display: Display
  ) {
    self.name = name
    self.caption = caption
    self.title = title
    self.value = value
    self.display = display
  }
}

/// A query whole: steps and what is read off their rows.
package struct TableQuery: Sendable {
  package let step: Step
  package let columns: [OutputColumn]
  /// The row that `total` adds: steps that give one row, and a value for each column, nil where it has none.
  package let footer: Footer?
  /// Nil for a plain table.
  package let cross: CrossTable?

  /// A cross-table whose columns are found while it runs: the steps give a row for each cell, `columns` are the keys,
  /// then what runs across, then the value of the cell. Rows of the cross-table stand in the order in which their keys
  /// first appear, columns ascending, missing last.
  package final class CrossTable: Sendable {
    package let keyCount: Int
    /// The value of a cell without rows.
    package let otherwise: Value
    /// Which rows of the cross-table are kept, one stage after the other.
    package let slices: [Slice]
    /// Columns behind those that are found.
    package let rowColumns: [RowColumn]
    /// A row for each column, ascending, missing last: what runs across, then the value of all rows.
    package let across: TableQuery
    /// Whether the values of all rows are shown, as a row of totals.
    package let hasTotals: Bool

    /// Rows that are left out at the start, and how many are kept.
    package struct Slice: Sendable {
      package let skip: Scalar?
      package let take: Scalar?

      package init(skip: Scalar?, take: Scalar?) {
        self.skip = skip
        self.take = take
      }
    }

    /// A column with one value for each row of the cross-table.
    package struct RowColumn: Sendable {
      package let name: Name
      /// The keys, then the value.
      package let values: TableQuery
      /// A row with the value of all rows; nil where the row of totals has none.
      package let total: TableQuery?

      package init(name: Name, values: TableQuery, total: TableQuery?) {
        self.name = name
        self.values = values
        self.total = total
      }
    }

    package init(
      keyCount: Int, otherwise: Value, slices: [Slice], rowColumns: [RowColumn],
      across: TableQuery, hasTotals: Bool
    ) {
      self.keyCount = keyCount
      self.otherwise = otherwise
      self.slices = slices
      self.rowColumns = rowColumns
      self.across = across
      self.hasTotals = hasTotals
    }
  }

  package struct Footer: Sendable {
    package let step: Step
    package let values: [Scalar?]

    package init(step: Step, values: [Scalar?]) {
      self.step = step
      self.values = values
    }
  }

  package init(
    step: Step, columns: [OutputColumn], footer: Footer?, cross: CrossTable? = nil
  ) {
    self.step = step
    self.columns = columns
    self.footer = footer
    self.cross = cross
  }
}

/// A `let`: a value or the rows of a table, computed at most once a run, when first needed.
package enum ScriptBinding: Sendable {
  case value(Scalar)
  /// The columns that the rows keep: hidden links to plan rows too.
  case rows(Step, columns: [ColumnID])
  /// The value of a `for` variable, or of a column of it, in the present turn of the loop.
  case loopVariable(DataType)
}

/// A parameter of a script.
package struct ScriptParameter: Sendable {
  package let name: String
  package let type: DataType
  /// Computed when the caller gives no value; nil when one must be given.
  package let defaultValue: Scalar?
  package let span: SourceSpan

  package init(name: String, type: DataType, defaultValue: Scalar?, span: SourceSpan) {
    self.name = name
    self.type = type
    self.defaultValue = defaultValue
    self.span = span
  }
}

/// A checked script: everything resolved against one catalogue.
package struct TypedScript: Sendable {
  package indirect enum Part: Sendable {
    case title(Scalar)
    case text(Scalar)
    /// A check holds when its condition is true; `offending` gives the rows that break it.
    case check(label: Scalar, condition: Scalar, offending: TableQuery?)
    case table(caption: Scalar?, TableQuery)
    /// A picture of a table. Where no series are named, all columns behind the labels are.
    case chart(ChartKind, ChartColumns, caption: Scalar?, TableQuery)
    /// The parts once for each row of a query: before each time, the bindings at `slots` get the values of the query's
    /// columns, and the bindings in `own` (the body's `let`s) are forgotten.
    case loop(TableQuery, slots: [Int], own: Range<Int>, parts: [Part])
    case condition(Scalar, then: [Part], otherwise: [Part])
    /// A bare expression: a single value under the text it was written as.
    case value(OutputColumn)
  }

  package let outputLanguage: Language?
  package let parameters: [ScriptParameter]
  package let bindings: [ScriptBinding]
  package let parts: [Part]

  package init(
    outputLanguage: Language?, parameters: [ScriptParameter], bindings: [ScriptBinding],
    parts: [Part]
  ) {
    self.outputLanguage = outputLanguage
    self.parameters = parameters
    self.bindings = bindings
    self.parts = parts
  }
}
