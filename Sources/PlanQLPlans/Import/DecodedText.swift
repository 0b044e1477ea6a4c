import Foundation
import PlanQLData

/// The encodings that a document's text may be in.
package enum DocumentEncoding: String, Sendable, Hashable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16 LE"
  case utf16BigEndian = "UTF-16 BE"
  case gb18030 = "GB18030"
}

/// A document's text and the encoding that it was found in.
struct DecodedText: Sendable {
  let text: String
  let encoding: DocumentEncoding

  /// Decodes UTF-8 with or without a mark, UTF-16 with its mark, and GB18030; refuses all else.
  init(_ bytes: [UInt8]) throws(ImportRefusal) {
    if let format = DecodedText.otherFormat(bytes) { throw .notBuilt(format) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let isBig = bytes[0] == 0xFE
      guard let text = DecodedText.utf16(bytes.dropFirst(2), isBigEndian: isBig) else {
        throw ImportRefusal.notText
      }
      self.text = text
      self.encoding = isBig ? .utf16BigEndian : .utf16LittleEndian
      return
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard !content.contains(where: { $0 < 0x09 || (0x0E...0x1A).contains($0) }) else {
      throw ImportRefusal.notText
    }
    if let text = String(validating: content, as: UTF8.self) {
      self.text = text
      self.encoding = .utf8
    } else if let text = DecodedText.gb18030(content) {
      self.text = text
      self.encoding = .gb18030
    } else {
      throw ImportRefusal.notText
    }
  }

  /// What a file is that is no plain text, told by how it begins.
  private static func otherFormat(_ bytes: [UInt8]) -> LocalizedText? {
    let formats: [(start: [UInt8], name: LocalizedText)] = [
      (Array("%PDF".utf8), LocalizedText(en: "a PDF file", zh: "PDF 文件")),
      (
        [0x50, 0x4B, 0x03, 0x04],
        LocalizedText(en: "a Word or Excel file", zh: "Word 或 Excel 文件")
      ),
      (
        [0xD0, 0xCF, 0x11, 0xE0],
        LocalizedText(en: "an old Word or Excel file", zh: "旧版 Word 或 Excel 文件")
      ),
    ]
    if let format = formats.first(where: { bytes.starts(with: $0.start) }) { return format.name }
    let start = String(decoding: bytes.prefix(200), as: UTF8.self).lowercased()
    return start.contains("<html") || start.contains("<!doctype html")
      ? LocalizedText(en: "a web page", zh: "网页文件") : nil
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> String? {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    let first = bytes.startIndex
    let units = (0..<bytes.count / 2).map { place in
      let (one, two) = (UInt16(bytes[first + 2 * place]), UInt16(bytes[first + 2 * place + 1]))
      return isBigEndian ? one << 8 | two : two << 8 | one
    }
    guard let text = String(validating: units, as: UTF16.self),
      !text.unicodeScalars.contains("\u{0}")
    else { return nil }
    return text
  }

  /// Decodes GB18030; nil where a byte does not fit or the outcome has hardly an ideograph, as a
  /// text in another encoding of single bytes would.
  private static func gb18030(_ bytes: ArraySlice<UInt8>) -> String? {
    let encoding = String.Encoding(rawValue: 0x8000_0632)
    guard let text = String(data: Data(bytes), encoding: encoding) else { return nil }
    let others = text.unicodeScalars.filter { $0.value > 0x7F }
    let known = others.filter {
      FoldedText.isIdeograph($0) || (0x2000...0x30FF).contains($0.value)
        || (0xFF00...0xFFEF).contains($0.value) || (0xA0...0x451).contains($0.value)
    }
    let ideographs = others.filter(FoldedText.isIdeograph)
    guard known.count == others.count, ideographs.count * 2 > others.count else { return nil }
    return text
  }
}

/// A line of a document, with its number counted from 1.
struct DocumentLine: Sendable {
  let number: Int
  /// The line without blanks at its ends.
  let text: FoldedText
  /// The cells between tab stops; one cell where the line has none.
  let tabCells: [FoldedText]

  var isBlank: Bool { text.isEmpty }

  /// Cuts a text into lines at every kind of line break; a form feed counts as a blank.
  static func lines(of text: String) -> [DocumentLine] {
    var lines: [DocumentLine] = []
    var rest = text[...]
    while true {
      let end = rest.firstIndex { $0 == "\n" || $0 == "\r\n" || $0 == "\r" || $0 == "\u{2028}" }
      lines.append(DocumentLine(rest[..<(end ?? rest.endIndex)], number: lines.count + 1))
      guard let end else { break }
      rest = rest[rest.index(after: end)...]
    }
    if lines.count > 1, lines.last?.isBlank == true, text.last?.isNewline == true {
      lines.removeLast()
    }
    return lines
  }

  private init(_ text: Substring, number: Int) {
    self.number = number
    self.text = FoldedText(String(text)).trimmed()
    let cells = text.split(separator: "\t", omittingEmptySubsequences: false)
    self.tabCells = cells.map { FoldedText(String($0)).trimmed() }
  }
}
