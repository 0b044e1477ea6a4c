import PlanQLData

/// The seal of a revision: digests over what its tables say, whatever the files that say it.
///
/// It stands beside the revision, as `revisions/approved.seal` for `revisions/approved`.
public struct PlanSeal: Sendable, Hashable {
  /// The seal of one table.
  public struct SealedTable: Sendable, Hashable {
    /// Its English name.
    public let name: String
    public let rows: Int
    /// SHA-256 over its content, as 64 hexadecimal digits.
    public let digest: String
  }

  /// The name of the revision.
  public let name: String
  /// The tables under the seal, by name.
  public let tables: [SealedTable]
  /// Whether all tables are under the seal, those too that had no rows.
  public let isWhole: Bool
  /// Whether the revision is a copy of the whole plan that was made with the seal, so that its own
  /// settings are all that it goes by.
  public let isOfCopy: Bool
  /// SHA-256 over the list of the tables with their digests, as 64 hexadecimal digits: what to write
  /// down elsewhere.
  public let digest: String

  /// The ending of the file that a seal is kept in.
  static let ending = ".seal"

  /// What the file of a seal begins with.
  private static let heading = "# planql seal 1.1"
  private static let whole = "all tables"
  private static let part = "these tables"
  private static let copy = " of a copy"
}

// Taking seals.
extension PlanSeal {
  /// Takes the seal of a plan: of the tables with these English names, or of all.
  init(
    of catalog: Catalog, as name: String, tables: [String]?, isOfCopy: Bool
  ) throws(SealError) {
    #if Seals
      let content = PlainContent(catalog: catalog)
      var sealed: [SealedTable] = []
      for table in content.tables {
        let title = table.definition.name.en
        guard tables?.contains(title) ?? true else { continue }
        var digest = ContentDigest()
        content.write(table) { digest.update($0) }
        sealed.append(SealedTable(name: title, rows: table.count, digest: digest.text()))
      }
      self.name = name
      self.tables = sealed
      self.isWhole = tables == nil
      self.isOfCopy = isOfCopy
      let scope = PlanSeal.scope(isWhole: tables == nil, isOfCopy: isOfCopy)
      self.digest = PlanSeal.digest(of: sealed, scope)
    #else
      throw SealError(.withoutDigests())
    #endif
  }

  #if Seals
    private static func digest(of tables: [SealedTable], _ scope: String) -> String {
      var digest = ContentDigest()
      digest.update(Array(list(tables, scope).utf8))
      return digest.text()
    }
  #endif

  /// The line that says what is under a seal.
  private static func scope(isWhole: Bool, isOfCopy: Bool) -> String {
    (isWhole ? whole : part) + (isOfCopy ? copy : "")
  }

  /// The lines that the digest of the whole is taken of.
  private static func list(_ tables: [SealedTable], _ scope: String) -> String {
    let lines = tables.map { "\($0.digest)  \($0.name) \($0.rows)\n" }
    return scope + "\n" + lines.joined()
  }
}

// The file of a seal.
extension PlanSeal {
  /// The text of the file.
  var text: String {
    let list = PlanSeal.list(tables, PlanSeal.scope(isWhole: isWhole, isOfCopy: isOfCopy))
    return """
      \(PlanSeal.heading)
      # SHA-256 over what the revision '\(name)' says, table by table, with its rows.
      # 修订'\(name)'封存时各表内容的 SHA-256 和行数。
      \(list)\(digest)  seal

      """
  }

  /// Whether the text of a file says that its revision is a copy, be the rest of it altered or not.
  static func isOfCopy(text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).first { !$0.hasPrefix("#") }?.hasSuffix(copy) ?? false
  }

  /// Reads the text of a file; nil where it is none, or the digest of the whole is not that of its
  /// lines.
  init?(text: String, name: String) {
    var lines = text.split(whereSeparator: \.isNewline).map(String.init)
    guard lines.first == PlanSeal.heading else { return nil }
    lines.removeAll { $0.hasPrefix("#") }
    guard let scope = lines.first, let last = lines.last, last.hasSuffix("  seal")
    else { return nil }
    let isOfCopy = scope.hasSuffix(PlanSeal.copy)
    let isWhole = scope.hasPrefix(PlanSeal.whole)
    guard scope == PlanSeal.scope(isWhole: isWhole, isOfCopy: isOfCopy) else { return nil }
    var tables: [SealedTable] = []
    for line in lines.dropFirst().dropLast() {
      let parts = line.split(separator: " ")
      guard parts.count == 3, let rows = Int(parts[2]) else { return nil }
      tables.append(SealedTable(name: String(parts[1]), rows: rows, digest: String(parts[0])))
    }
    self.name = name
    self.tables = tables
    self.isWhole = isWhole
    self.isOfCopy = isOfCopy
    self.digest = String(last.dropLast("  seal".count))
    #if Seals
      guard digest == PlanSeal.digest(of: tables, scope) else { return nil }
    #endif
  }
}
