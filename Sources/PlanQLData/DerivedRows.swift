import Synchronization

/// The columns of a table that follow from other tables: worked out once, when first asked for.
final class DerivedRows: Sendable {
  private let derivation: @Sendable () -> [Column]
  private let known = Mutex<[Column]?>(nil)

  init(_ derivation: @escaping @Sendable () -> [Column]) {
    self.derivation = derivation
  }

  var columns: [Column] {
    known.withLock { known in
      if let known { return known }
      let columns = derivation()
      known = columns
      return columns
    }
  }
}
