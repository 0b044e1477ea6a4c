package import PlanQLData

/// The type of a field before its cells have been seen.
package enum DeclaredType: Sendable, Hashable {
  case known(DataType)
  /// A key as people write it: whole numbers where every cell is one, else text.
  case key
  /// Whatever every cell of the column fits.
  case inferred
}

/// What a field is to be, and how its cells are read.
package struct FieldDeclaration: Sendable {
  package var name: Name
  package var type: DeclaredType
  package var doc: LocalizedText
  /// Headings seen for the field in documents.
  package var aliases: [String]
  /// Nil where it is as the cells have it.
  package var isOptional: Bool?
  /// The name of the link as seen from its target.
  package var inverse: Name?
  /// The unit of plain numbers in the column, and of display.
  package var unit: MeasureUnit?
  /// The unit of display where none is declared for the column.
  package var shownIn: MeasureUnit?
  /// The headings of the columns that the field is read from; two for a period of a start and an
  /// end.
  package var columns: [String] = []
  /// What stands between the elements of a list; the usual separators when empty.
  package var separators: [Character] = []
  /// The English name of a field that holds a list of which one stands in where a row has none here: the first that is
  /// not said to stand aside.
  package var firstOf: String?
  /// The line of `plan.yaml` that declares the field.
  package var line: Int?

  package init(
    _ en: String, _ zh: String, _ type: DeclaredType, _ docEn: String = "", _ docZh: String = "",
    aliases: [String] = [], isOptional: Bool? = true, inverse: Name? = nil,
    shownIn: MeasureUnit? = nil, firstOf: String? = nil
  ) {
    self.name = Name(en, zh)
    self.type = type
    self.doc = LocalizedText(en: docEn, zh: docZh)
    self.aliases = aliases
    self.isOptional = isOptional
    self.inverse = inverse
    self.shownIn = shownIn
    self.firstOf = firstOf
  }

  /// The table that the field links to, by its English name.
  package var target: String? {
    if case .known(let type) = type, case .entity(let table) = type.element { return table }
    return nil
  }

  package var isList: Bool {
    if case .known(.list) = type { return true }
    return false
  }

  /// The type of an empty column: a key is a number until a cell says otherwise, anything unseen is
  /// text.
  package var emptyType: DataType {
    switch type {
    case .known(let type): type
    case .key: .int
    case .inferred: .text
    }
  }
}

/// What a table is to be: its names, its fields, and how its rows are told apart.
package struct TableDeclaration: Sendable {
  package var name: Name
  package var rowName: Name
  package var doc: LocalizedText
  package var fields: [FieldDeclaration]
  package var nameFields: [String] = []
  /// Fields that may tell rows apart, the most usual first; the first that does is the key.
  package var keys: [[String]] = []
  package var parentField: String?
  /// Whether the table is one of the standard ones, whose headings have aliases.
  package var isStandard = false
  /// Whether the key was declared in `plan.yaml`, so that rows with the same key are an error.
  package var isKeyDeclared = false
  /// The file that `plan.yaml` names.
  package var file: String?
  /// The line of `plan.yaml` that declares the table.
  package var line: Int?

  package init(_ name: Name, rowName: Name, doc: LocalizedText, fields: [FieldDeclaration]) {
    self.name = name
    self.rowName = rowName
    self.doc = doc
    self.fields = fields
  }

  /// A standard table; `keys` are single fields.
  init(
    _ en: String, _ zh: String, row: Name, _ docEn: String, _ docZh: String,
    names: [String] = [], keys: [[String]] = [], parent: String? = nil,
    fields: [FieldDeclaration]
  ) {
    self.init(
      Name(en, zh), rowName: row, doc: LocalizedText(en: docEn, zh: docZh), fields: fields)
    self.nameFields = names
    self.keys = keys
    self.parentField = parent
    self.isStandard = true
  }

  /// The place of a field by either spelling.
  package func field(named text: String) -> Int? { fields.firstIndex { $0.name.matches(text) } }

  /// The definition of the table while it has no rows.
  package var emptyDefinition: TableDefinition {
    TableDefinition(
      name, rowName: rowName, doc: doc,
      fields: fields.map {
        Field(
          $0.name, $0.emptyType, isOptional: $0.isOptional ?? true, aliases: $0.aliases,
          doc: $0.doc, display: Display(unit: $0.unit ?? $0.shownIn), inverse: $0.inverse)
      }, nameFields: nameFields, key: keys.first ?? [], parentField: parentField)
  }
}
