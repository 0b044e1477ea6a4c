import PlanQLData

/// A link as its cells have it: whole numbers or texts that name rows of the target.
struct RawLink {
  let values: Column
  let isList: Bool
  let separators: [Character]
}

/// A field while its table is being loaded.
struct FieldDraft {
  var declaration: FieldDeclaration
  /// The column of the file that the field was read from.
  var column: Int?
  /// Nil while the field is a link that has not been resolved.
  var values: Column?
  var link: RawLink?
  var display = Display.plain
  /// The cells that keep a column from being more than a text.
  var misfits: LocalizedText?
}

/// A table while its plan is being loaded.
struct TableDraft {
  var declaration: TableDeclaration
  var fields: [FieldDraft]
  var count: Int
  var sources: RowSources?
  /// Kept of small files, so that messages can point at cells.
  var cells: (any TableCells)?
  /// Whether the file could not be read at all.
  var isBroken = false
  /// Whether rows of the file could not be read.
  var isPartial = false

  var hasFile: Bool { declaration.file != nil }

  /// What messages call the file of the table; nil where it has none.
  var fileName: String? { sources?.file ?? declaration.file }

  /// A table without rows.
  init(empty declaration: TableDeclaration) {
    self.declaration = declaration
    self.count = 0
    self.fields = declaration.fields.map {
      FieldDraft(
        declaration: $0, values: Column(type: $0.emptyType, values: []),
        display: Display(unit: $0.unit ?? $0.shownIn))
    }
  }

  init(
    declaration: TableDeclaration, fields: [FieldDraft], count: Int, sources: RowSources?,
    cells: (any TableCells)?
  ) {
    self.declaration = declaration
    self.fields = fields
    self.count = count
    self.sources = sources
    self.cells = cells
  }

  /// The place of a field by its English name.
  func field(_ name: String) -> Int? {
    fields.firstIndex { $0.declaration.name.en == name }
  }

  /// Takes the usual fields for names and keys where the declaration says nothing of them; rows without a name are
  /// called by a key that is a text.
  mutating func chooseNames() {
    if declaration.keys.isEmpty {
      declaration.keys = StandardTables.usualKeys.filter { isText($0) || type(of: $0) == .int }
        .map { [$0] }
    }
    guard declaration.nameFields.isEmpty else { return }
    let keys = declaration.keys.filter { $0.count == 1 }.joined()
    let name = (StandardTables.usualNames + keys).first { isText($0) }
    declaration.nameFields = name.map { [$0] } ?? []
  }

  private func type(of name: String) -> DataType? {
    field(name).flatMap { fields[$0].values?.type }
  }

  private func isText(_ name: String) -> Bool { type(of: name) == .text }

  /// The table as the catalogue keeps it; its links must have been resolved.
  func stored() -> StoredTable {
    let columns = fields.map {
      $0.values ?? Column.missing(type: $0.declaration.emptyType, count: count)
    }
    let definition = TableDefinition(
      declaration.name, rowName: declaration.rowName, doc: declaration.doc,
      fields: zip(fields, columns).map { field, column in
        Field(
          field.declaration.name, column.type,
          isOptional: field.declaration.isOptional ?? (column.missingCount > 0),
          aliases: field.declaration.aliases, doc: field.declaration.doc, display: field.display,
          inverse: field.declaration.inverse
        ).keptText(by: field.misfits)
      }, nameFields: declaration.nameFields, key: declaration.keys.first ?? [],
      parentField: declaration.parentField)
    return StoredTable(definition: definition, columns: columns, count: count, sources: sources)
  }
}

extension Column {
  /// A column without a single known value.
  static func missing(type: DataType, count: Int) -> Column {
    let zeros = PackedIntegers(repeating: 0, count: count)
    let storage: Storage =
      switch type {
      case .bool: .bools(Bitmap(repeating: false, count: count))
      case .int, .money, .date, .duration, .enumeration, .entity, .missing, .invalid:
        .words(zeros)
      case .number: .doubles(Array(repeating: 0, count: count))
      case .text: .texts(TextPool([""]), codes: zeros)
      case .period: .periods(starts: zeros, ends: zeros)
      case .list(let element):
        .lists(
          offsets: Array(repeating: 0, count: count + 1),
          child: missing(type: element, count: 0))
      }
    return Column(
      type: type, storage: storage, presence: Bitmap(repeating: false, count: count))
  }

  /// The values at given rows; a negative row gives a missing one.
  func gathered(_ rows: [Int32]) -> Column {
    Column(type: type, vector: rows.withUnsafeBufferPointer { vector(at: $0) })
  }

  /// The texts of a column and which of them each row has, -1 where it has none.
  var texts: (pool: TextPool, codes: [Int32])? {
    guard case .texts(let pool, let packed) = storage else { return nil }
    var codes = packed.values(0..<packed.count).map { Int32(truncatingIfNeeded: $0) }
    if let presence {
      for row in codes.indices where !presence[row] { codes[row] = -1 }
    }
    return (pool, codes)
  }
}
