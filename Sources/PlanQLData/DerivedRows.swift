import Synchronization

/// Rows that follow from those of other tables.
package struct Derivation: Sendable {
  package let columns: [Column]
  /// The names of the tables that rows follow from.
  private let tables: [String]
  /// For each row the place of its table among those, and its row there.
  private let places: PackedIntegers
  private let rows: PackedIntegers

  /// Makes rows, each with the row of another table that it follows from: the place of the table among `tables`, and
  /// the number of the row.
  package init(
    columns: [Column], from tables: [String], origins: [(table: Int, row: Int)]
  ) {
    self.columns = columns
    self.tables = tables
    self.places = PackedIntegers(origins.map { Int64($0.table) })
    self.rows = PackedIntegers(origins.map { Int64($0.row) })
  }

  private init(_ columns: [Column], _ other: Derivation, tables: [String]) {
    self.columns = columns
    self.tables = tables
    self.places = other.places
    self.rows = other.rows
  }

  /// The same rows with other columns, where tables are called otherwise.
  func with(_ columns: [Column], renamed names: [String: String]) -> Derivation {
    Derivation(columns, self, tables: tables.map { names[$0] ?? $0 })
  }

  /// The row of another table that a row follows from.
  package func origin(ofRow row: Int) -> (table: String, row: Int)? {
    guard row >= 0, row < rows.count, tables.indices.contains(Int(places[row])) else { return nil }
    return (tables[Int(places[row])], Int(rows[row]))
  }
}

/// Rows that follow from those of other tables: worked out once, when first asked for.
final class DerivedRows: Sendable {
  private let derivation: @Sendable () -> Derivation
  private let known = Mutex<Derivation?>(nil)

  init(_ derivation: @escaping @Sendable () -> Derivation) {
    self.derivation = derivation
  }

  var rows: Derivation {
    known.withLock { known in
      if let known { return known }
      let rows = derivation()
      known = rows
      return rows
    }
  }
}
