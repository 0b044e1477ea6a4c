/// Two columns of a register of changes that have a field before and after: 调整前投资, 调整后投资.
struct ChangedColumns: Sendable, Hashable {
  /// The field as the headings call it, without its unit: 投资.
  let field: String
  let before: Int
  let after: Int

  /// The pairs among some columns, in their order.
  static func all(in columns: [DocumentColumn]) -> [ChangedColumns] {
    let names = columns.map { Headings.key(FoldedText($0.heading)) }
    return names.indices.compactMap { before in
      for (old, new) in words where names[before].hasPrefix(old) {
        let field = String(names[before].dropFirst(old.count))
        guard !field.isEmpty, let after = names.firstIndex(of: new + field) else { continue }
        return ChangedColumns(field: field, before: before, after: after)
      }
      return nil
    }
  }

  private static let words = [
    ("调整前", "调整后"), ("变更前", "变更后"), ("修订前", "修订后"), ("原", "现"), ("原", "新"),
  ]
}
