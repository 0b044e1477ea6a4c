/// Sheets of a workbook that list the same for different places or years, so that a row of one is no
/// repetition of the same row of another: 城关镇 and 河口乡, 2021年 and 2022年.
enum ParallelSheets {
  /// Whether two sheets are such, by their names.
  static func are(_ first: ImportPlace.Part, _ second: ImportPlace.Part) -> Bool {
    guard case .sheet(let first) = first, case .sheet(let second) = second, first != second else {
      return false
    }
    let (a, b) = (Array(FoldedText(first).compact), Array(FoldedText(second).compact))
    let shared = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
    // What is told apart may end as the other does: 城关镇 and 石桥镇.
    return (0...shared).contains { ending in
      let (left, right) = (String(a.dropLast(ending)), String(b.dropLast(ending)))
      return left != right
        && (isPlace(left) && isPlace(right)
          || isYear(left) && isYear(right))
    }
  }

  private static func isPlace(_ text: String) -> Bool {
    guard (2...8).contains(text.count), !wholes.contains(where: { text.hasPrefix($0) }) else {
      return false
    }
    return endings.contains { text.hasSuffix($0) && text.count > $0.count }
  }

  /// Whether the name of a sheet is a year and no more.
  static func isYear(_ name: String) -> Bool {
    Headings.year(FoldedText(name).compact).map { ["", "年", "年度"].contains($0.rest) } ?? false
  }

  private static let endings = [
    "镇", "乡", "街道", "县", "区", "市", "州", "村", "社区", "开发区", "办事处", "农场", "林场",
  ]
  private static let wholes = ["全", "各", "合计", "汇总", "总"]
}
