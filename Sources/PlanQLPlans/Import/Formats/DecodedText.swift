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
    if let (isBig, content) = DecodedText.utf16Content(bytes) {
      guard let text = DecodedText.utf16(content, isBigEndian: isBig) else {
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

  /// The bytes of UTF-16 after its mark; without one, bytes of which every other is mostly zero.
  private static func utf16Content(
    _ bytes: [UInt8]
  ) -> (isBigEndian: Bool, content: ArraySlice<UInt8>)? {
    if bytes.starts(with: [0xFF, 0xFE]) { return (false, bytes.dropFirst(2)) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (true, bytes.dropFirst(2)) }
    let sample = bytes.prefix(4096)
    let even = sample.indices.count { $0.isMultiple(of: 2) && sample[$0] == 0 }
    let odd = sample.indices.count { !$0.isMultiple(of: 2) && sample[$0] == 0 }
    guard bytes.count >= 16, bytes.count.isMultiple(of: 2), (even == 0) != (odd == 0),
      (even + odd) * 8 > sample.count
    else { return nil }
    return (odd == 0, bytes[...])
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
    // Letters with accents would make single ideographs amid letters.
    return pairs(in: text) * 2 >= others.count ? text : nil
  }

  /// How many scalars beyond ASCII have another one beside them.
  private static func pairs(in text: String) -> Int {
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.count { place in
      let neighbours = [place - 1, place + 1].filter(scalars.indices.contains)
      return scalars[place].value > 0x7F && neighbours.contains { scalars[$0].value > 0x7F }
    }
  }
}
