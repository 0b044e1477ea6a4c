package import PlanQLData
package import PlanQLSyntax

/// A column that a query gives: what it is called, how it is read off the last step's rows, how it is shown.
package struct OutputColumn: Sendable {
  /// The label as written, or the English field name.
  package let name: String
  package let caption: LocalizedText
  package let value: Scalar
  package let display: Display

  package init(name: String, caption: LocalizedText, value: Scalar, display: Display) {
    self.name = name
    self.caption = caption
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
  /// first appear, columns ascending, missing last. The footer's step gives a row for each column, as `columns` without
  /// the keys.
  package struct CrossTable: Sendable {
    package let keyCount: Int
    /// The value of a cell without rows.
    package let otherwise: Value
    /// Which rows of the cross-table are kept, counted from 0; all when nil.
    package let rows: Range<Int>?
    /// For each key's row the value over all columns: steps that give the keys, then the value. Nil without `total`.
    package let totals: TotalsColumn?

    package struct TotalsColumn: Sendable {
      package let step: Step
      package let keys: [Scalar]
      package let value: Scalar
      /// Over all rows and columns.
      package let footer: Scalar
      package let footerStep: Step

      package init(step: Step, keys: [Scalar], value: Scalar, footer: Scalar, footerStep: Step) {
        self.step = step
        self.keys = keys
        self.value = value
        self.footer = footer
        self.footerStep = footerStep
      }
    }

    package init(keyCount: Int, otherwise: Value, rows: Range<Int>?, totals: TotalsColumn?) {
      self.keyCount = keyCount
      self.otherwise = otherwise
      self.rows = rows
      self.totals = totals
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
    /// A picture of a table.
    case chart(ChartKind, caption: Scalar?, TableQuery)
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
