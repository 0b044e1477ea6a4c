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

  package struct Footer: Sendable {
    package let step: Step
    package let values: [Scalar?]

    package init(step: Step, values: [Scalar?]) {
      self.step = step
      self.values = values
    }
  }

  package init(step: Step, columns: [OutputColumn], footer: Footer?) {
    self.step = step
    self.columns = columns
    self.footer = footer
  }
}

/// A `let`: a value or the rows of a table, computed at most once a run, when first needed.
package enum ScriptBinding: Sendable {
  case value(Scalar)
  /// The columns that the rows keep: hidden links to plan rows too.
  case rows(Step, columns: [ColumnID])
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
  package enum Part: Sendable {
    case title(Scalar)
    case text(Scalar)
    /// A check holds when its condition is true; `offending` gives the rows that break it.
    case check(label: Scalar, condition: Scalar, offending: TableQuery?)
    case table(caption: Scalar?, TableQuery)
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
