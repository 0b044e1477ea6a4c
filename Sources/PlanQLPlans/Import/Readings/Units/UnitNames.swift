/// Names that documents give one unit: 县水利局, and 水利局 where the place is clear.
enum UnitNames {
  /// Whether two names may be of one unit: they are alike, or one has the place before the other.
  static func areOne(_ first: String, _ second: String) -> Bool {
    if first == second { return true }
    let (long, short) = first.count > second.count ? (first, second) : (second, first)
    guard short.count >= 3, long.hasSuffix(short) else { return false }
    let lead = long.dropLast(short.count)
    return lead.count <= 4 && lead.last.map { "省市县区州旗".contains($0) } ?? false
  }
}
