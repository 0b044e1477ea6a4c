/// What the signs in the numbers of a column tell of the style that they are written in.
///
/// Here a point stands before decimals, and commas may part thousands; elsewhere it is the other way round. `3,844` and
/// `1.250` are numbers in both styles, and only other cells of the column tell which is meant: `1,145,100`, `1,250.5`,
/// `0.125` and `12.5` are numbers in one.
struct NumberSigns {
  /// Whether a cell is a number in the style that is read here and in no other.
  private var isTold = false
  /// Whether thousands stand in a cell without a sign between them.
  private var hasPlainThousands = false
  private var commas = Doubt()
  private var points = Doubt()

  /// Cells that are numbers in both styles.
  struct Doubt {
    fileprivate(set) var count = 0
    /// The first of their rows.
    fileprivate(set) var firstRow = -1

    fileprivate mutating func add(_ row: Int) {
      if count == 0 { firstRow = row }
      count += 1
    }

    fileprivate mutating func join(_ other: Doubt, rowsBefore: Int) {
      if count == 0, other.count > 0 { firstRow = rowsBefore + other.firstRow }
      count += other.count
    }
  }

  /// Cells with a comma that parts thousands, or stands before decimals; nil where the column tells which.
  var doubtfulCommas: Doubt? { isTold || commas.count == 0 ? nil : commas }

  /// Cells with a point that stands before decimals, or parts thousands; nil where the column tells which.
  var doubtfulPoints: Doubt? {
    isTold || hasPlainThousands || points.count == 0 || commas.count > 0 ? nil : points
  }

  /// Looks at a cell that is a number.
  @inline(__always)
  mutating func look(at cell: CellBytes, row: Int) {
    if !isTold { lookClosely(at: cell, row: row) }
  }

  private mutating func lookClosely(at cell: CellBytes, row: Int) {
    let isDigit: (UInt8) -> Bool = { $0 &- 0x30 <= 9 }
    let digits = cell.drop { !isDigit($0) }
    let whole = digits.prefix(while: isDigit)
    guard let sign = digits.dropFirst(whole.count).first, NumberSigns.all.contains(sign) else {
      if whole.count > 3 { hasPlainThousands = true }
      return
    }
    let group = digits.dropFirst(whole.count + 1)
    let rest = group.drop(while: isDigit)
    // What follows may be a unit.
    let isWhole = rest.first.map { !NumberSigns.all.contains($0) && $0 | 0x20 != UInt8(ascii: "e") }
    let isGroup = group.count - rest.count == 3 && whole.count <= 3
    if !isGroup || whole.first == UInt8(ascii: "0") || isWhole == false {
      isTold = true
    } else if sign == UInt8(ascii: ",") {
      commas.add(row)
    } else {
      points.add(row)
    }
  }

  private static let all = [UInt8(ascii: ","), UInt8(ascii: ".")]

  /// Joins what was seen of the rows after.
  mutating func join(_ other: NumberSigns, rowsBefore: Int = 0) {
    isTold = isTold || other.isTold
    hasPlainThousands = hasPlainThousands || other.hasPlainThousands
    commas.join(other.commas, rowsBefore: rowsBefore)
    points.join(other.points, rowsBefore: rowsBefore)
  }
}
