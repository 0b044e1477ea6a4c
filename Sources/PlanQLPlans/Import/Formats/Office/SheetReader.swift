#if Office
  import PlanQLData

  /// The cells of a sheet by row and column, both counted from 1.
  struct SheetCells {
    var rows: [Int: [Int: GridCell]] = [:]
    var merges: [(rows: ClosedRange<Int>, columns: ClosedRange<Int>)] = []
    /// Cells whose value is one saved with a formula.
    var formulaCount = 0
    /// Cells that are stored in yuan and shown in a larger unit, with the first of them.
    var scaledCount = 0
    var firstScaled: (stored: String, shown: String)?
    var hiddenRows: [Int] = []
    /// The hidden columns that hold something.
    var hiddenColumns: Set<Int> = []
    /// Whether merged ranges cover more cells than are filled from them.
    private(set) var isFillCut = false
    /// What there is to say of text that is struck through, cell by cell.
    var strikeRemarks: [(row: Int, column: Int, text: LocalizedText)] = []

    /// Gives the rows that hold something, in order, with the cells of merged ranges put in, and
    /// forgets each as it is given: a sheet may have a million.
    mutating func takeRows(_ body: (_ row: Int, _ cells: [GridCell]) -> Void) {
      merge()
      for row in rows.keys.sorted() {
        guard let cells = rows.removeValue(forKey: row),
          let last = cells.lazy.filter({ !$0.value.isEmpty }).map(\.key).max()
        else { continue }
        body(row, (1...last).map { cells[$0] ?? .empty })
      }
    }

    /// The most rows that a merged range fills though they have no cells of their own.
    private static let longestRange = 1000
    /// The most cells that are filled from merged ranges.
    private static let greatestFill = 2_000_000

    /// Puts the cells of merged ranges in.
    private mutating func merge() {
      let lastRow = rows.keys.max() ?? 0
      let lastColumn = rows.values.lazy.compactMap { $0.keys.max() }.max() ?? 0
      var filled = 0
      for merge in merges where merge.rows.lowerBound <= lastRow {
        guard let origin = rows[merge.rows.lowerBound]?[merge.columns.lowerBound] else { continue }
        // Rows that a range of more only covers say nothing.
        let isLong = merge.rows.count > SheetCells.longestRange
        for row in merge.rows.clamped(to: 1...lastRow) where !isLong || rows[row] != nil {
          for column in merge.columns
          where column <= lastColumn || row == merge.rows.lowerBound && column <= 256 {
            let isOrigin =
              row == merge.rows.lowerBound && column == merge.columns.lowerBound
            guard !isOrigin else { continue }
            filled += 1
            guard filled <= SheetCells.greatestFill else {
              isFillCut = true
              return
            }
            var cell = origin
            cell.merge = row > merge.rows.lowerBound ? .fromAbove : .fromLeft
            rows[row, default: [:]][column] = cell
          }
        }
      }
    }
  }

  /// Reads the cells of a sheet.
  struct SheetReader {
    let texts: [RichText]
    let styles: CellStyles
    let uses1904: Bool

    /// The most cells that a sheet may have.
    private static let greatestCount = 4_000_000
    private static let greatestRow = 1_048_576
    private static let greatestColumn = 16_384

    /// The attributes and parts of a cell while it is read.
    private struct OpenCell {
      var type = ""
      var style: Int?
      var value: String?
      var text: RichText?
      var hasFormula = false
    }

    /// The columns that an element hides: `<col min="7" max="7" hidden="1"/>`.
    private static func hiddenColumns(_ reader: XMLReader) -> ClosedRange<Int>? {
      guard ["1", "true"].contains(reader.attribute("hidden") ?? ""),
        let first = reader.attribute("min").flatMap({ Int($0) }),
        let last = reader.attribute("max").flatMap({ Int($0) }), first <= last
      else { return nil }
      return first...last
    }

    /// The cells of a sheet; nil where it is a sheet of another kind, as of a chart.
    func read(_ bytes: [UInt8], path: String) throws(ImportRefusal) -> SheetCells? {
      let reader = try XMLReader(bytes, path: path)
      var sheet = SheetCells()
      var (row, column, count) = (0, 0, 0)
      var isFirst = true
      var hidden: [ClosedRange<Int>] = []
      while let event = try reader.next() {
        guard case .start(let name) = event else { continue }
        if isFirst, name != "worksheet" { return nil }
        isFirst = false
        switch name {
        case "col":
          if let columns = SheetReader.hiddenColumns(reader) { hidden.append(columns) }
        case "row":
          row = reader.attribute("r").flatMap { Int($0) } ?? row + 1
          column = 0
          if ["1", "true"].contains(reader.attribute("hidden") ?? "") {
            sheet.hiddenRows.append(row)
          }
        case "c":
          column = reader.attribute("r").flatMap(SheetReader.column) ?? column + 1
          count += 1
          guard (1...SheetReader.greatestRow).contains(row),
            (1...SheetReader.greatestColumn).contains(column)
          else { throw .brokenXML(path) }
          guard count <= SheetReader.greatestCount else { throw .archiveTooLarge }
          let cell = try openCell(reader)
          if let read = gridCell(cell) {
            sheet.noteScaled(cell.value, read)
            if let remark = strikeRemark(of: cell, read) {
              sheet.strikeRemarks.append((row, column, remark))
            }
            sheet.rows[row, default: [:]][column] = read
            if hidden.contains(where: { $0.contains(column) }) {
              sheet.hiddenColumns.insert(column)
            }
          }
          if cell.hasFormula, cell.value?.isEmpty == false { sheet.formulaCount += 1 }
        case "mergeCell":
          if let merge = reader.attribute("ref").flatMap(SheetReader.range) {
            sheet.merges.append(merge)
          }
        case _: break
        }
      }
      return sheet
    }

    private func openCell(_ reader: XMLReader) throws(ImportRefusal) -> OpenCell {
      var cell = OpenCell(
        type: reader.attribute("t") ?? "n", style: reader.attribute("s").flatMap { Int($0) })
      var depth = 1
      while depth > 0, let event = try reader.next() {
        switch event {
        case .start("v"): cell.value = try reader.text()
        case .start("f"):
          cell.hasFormula = true
          try reader.skip()
        case .start("is"): cell.text = try reader.richText()
        case .start: depth += 1
        case .end: depth -= 1
        case .text: break
        }
      }
      return cell
    }

    /// The column of a reference such as `AB12`.
    static func column(_ reference: String) -> Int? {
      let letters = reference.utf8.prefix { $0 >= 0x41 && $0 <= 0x5A }
      guard !letters.isEmpty, letters.count <= 3 else { return nil }
      return letters.reduce(0) { $0 * 26 + Int($1) - 0x40 }
    }

    /// The rows and columns of a reference such as `A1:F3`.
    private static func range(
      _ reference: String
    ) -> (rows: ClosedRange<Int>, columns: ClosedRange<Int>)? {
      let corners = reference.split(separator: ":").map(String.init)
      guard corners.count == 2, let left = column(corners[0]), let right = column(corners[1]),
        let top = Int(corners[0].drop { !$0.isNumber }),
        let bottom = Int(corners[1].drop { !$0.isNumber }), left <= right, top <= bottom,
        top >= 1, bottom <= greatestRow, right <= greatestColumn
      else { return nil }
      return (top...bottom, left...right)
    }
  }

  extension SheetReader {
    /// What a cell says; nil where it says nothing.
    private func gridCell(_ cell: OpenCell) -> GridCell? {
      let value = cell.value ?? ""
      if cell.hasFormula, value.isEmpty, cell.type != "str" {
        return GridCell(.empty, problem: ImportMessages.formulaWithoutValue)
      }
      switch cell.type {
      case "s":
        guard let place = Int(value), texts.indices.contains(place) else {
          return value.isEmpty ? nil : GridCell(.empty, problem: ImportMessages.textMissing)
        }
        return GridCell.text(texts[place].text)
      case "inlineStr": return GridCell.text(cell.text?.text ?? value)
      case "str": return GridCell.text(value)
      case "b": return GridCell.text(value == "1" ? "true" : "false")
      case "e": return GridCell(.empty, problem: ImportMessages.errorInCell(value))
      case "d": return GridCell.text(value)
      case _: return value.isEmpty ? nil : number(value, cell.style)
      }
    }

    /// What is to be said of a cell with text that is struck through; nil for others.
    private func strikeRemark(of cell: OpenCell, _ read: GridCell) -> LocalizedText? {
      if let style = cell.style, styles.isStruck(style) {
        return ImportMessages.struckTextRead(LineLedger.excerpt(read.text.unbroken))
      }
      let place = cell.type == "s" ? cell.value.flatMap { Int($0) } : nil
      let text = place.flatMap { texts.indices.contains($0) ? texts[$0] : nil } ?? cell.text
      return text?.strikeRemark
    }

    private func number(_ value: String, _ style: Int?) -> GridCell {
      guard let digits = SheetNumber(value) else {
        return GridCell(.empty, problem: ImportMessages.numberBroken(value))
      }
      let format = (style.flatMap { styles.format($0) } ?? .general).shown(Double(digits.text))
      switch format.kind {
      case .plain:
        return GridCell(
          FoldedText(format.prefix + format.padded(digits.text) + format.suffix), isNumber: true)
      case .percent: return GridCell(FoldedText(digits.shifted(by: 2).text + "%"), isNumber: true)
      case .scaled(let power): return scaled(digits, by: power, format)
      case .date(let grain):
        guard let text = SheetDate(digits, uses1904: uses1904)?.text(grain) else {
          return GridCell(.empty, problem: ImportMessages.dateBroken(digits.text))
        }
        return GridCell(FoldedText(text))
      }
    }
  }

  extension SheetReader {
    /// A number that is shown divided: where its unit says by how much, it is stored in yuan; where
    /// it has none, a heading is to say.
    private func scaled(_ digits: SheetNumber, by power: Int, _ format: NumberFormat) -> GridCell {
      let unit = MoneyUnit.suffix(of: FoldedText("1" + format.suffix))
      if let unit {
        guard unit.unit.power == power, unit.length == format.suffix.unicodeScalars.count else {
          return GridCell(
            .empty,
            problem: ImportMessages.numberScaledAgainstUnit(digits.text, format.suffix))
        }
        return GridCell(
          FoldedText(format.prefix + digits.shifted(by: -power).text + format.suffix),
          isNumber: true)
      }
      var cell = GridCell(.empty, problem: ImportMessages.numberScaled(digits.text))
      if format.prefix.isEmpty, format.suffix.isEmpty {
        cell.scaled = .init(text: FoldedText(digits.shifted(by: -power).text), power: power)
      }
      return cell
    }
  }

  extension SheetCells {
    /// Counts a cell whose text is not the number that is stored.
    fileprivate mutating func noteScaled(_ stored: String?, _ cell: GridCell) {
      guard cell.isNumber, let stored, let number = SheetNumber(stored),
        let unit = MoneyUnit.suffix(of: cell.text), unit.unit.power > 0,
        !cell.text.string.contains(number.text)
      else { return }
      scaledCount += 1
      firstScaled = firstScaled ?? (number.text, cell.text.string)
    }
  }

  extension GridCell {
    /// A cell of a text; nil where it is blank.
    fileprivate static func text(_ text: String) -> GridCell? {
      let cell = GridCell(text)
      return cell.isEmpty ? nil : cell
    }
  }
#endif
