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

  /// Decodes UTF-8 and UTF-16 with or without a mark, and GB18030; refuses all else.
  init(_ bytes: [UInt8]) throws(ImportRefusal) {
    let decoded = try DecodedContent(FileContent(bytes))
    self.text = decoded.content.withBytes(0..<decoded.content.count) {
      String(decoding: $0, as: UTF8.self)
    }
    self.encoding = decoded.encoding
  }
}

/// A document's text as UTF-8, however large it is, and the encoding that it was found in.
struct DecodedContent: Sendable {
  let content: FileContent
  let encoding: DocumentEncoding

  /// The bytes that are decoded in one go.
  static let partSize = 1 << 20

  /// Decodes UTF-8 and UTF-16 with or without a mark, and GB18030; refuses all else.
  init(
    _ content: FileContent, partSize: Int = DecodedContent.partSize
  ) throws(ImportRefusal) {
    if let (isBig, mark) = DecodedContent.utf16(content) {
      var units = content
      units.drop(first: mark)
      self.content = try UTF16Transcoding(isBigEndian: isBig, partSize: partSize).content(units)
      self.encoding = isBig ? .utf16BigEndian : .utf16LittleEndian
      return
    }
    var content = content
    if content.prefix(3) == [0xEF, 0xBB, 0xBF] { content.drop(first: 3) }
    guard !DecodedContent.hasControls(content) else { throw ImportRefusal.notText }
    if TextEncoding.scan(content, threads: 1).invalid == nil {
      self.content = content
      self.encoding = .utf8
    } else {
      self.content = try GB18030Transcoding(partSize: partSize).content(content)
      self.encoding = .gb18030
    }
  }

  /// Whether bytes are there that no text has.
  private static func hasControls(_ content: FileContent) -> Bool {
    stride(from: 0, to: content.count, by: DecodedContent.partSize).contains { start in
      content.withBytes(start..<Swift.min(start + DecodedContent.partSize, content.count)) {
        var isControl = false
        for byte in $0 { isControl = isControl || byte < 0x09 || (byte >= 0x0E && byte <= 0x1A) }
        return isControl
      }
    }
  }

  /// Whether the bytes are UTF-16, with the length of its mark; without one, bytes of which every
  /// other is mostly zero, or which so read are Chinese.
  private static func utf16(_ content: FileContent) -> (isBigEndian: Bool, mark: Int)? {
    let sample = content.prefix(4096)
    if sample.starts(with: [0xFF, 0xFE]) { return (false, 2) }
    if sample.starts(with: [0xFE, 0xFF]) { return (true, 2) }
    let even = sample.indices.count { $0.isMultiple(of: 2) && sample[$0] == 0 }
    let odd = sample.indices.count { !$0.isMultiple(of: 2) && sample[$0] == 0 }
    guard content.count >= 16, content.count.isMultiple(of: 2), even + odd > 0 else { return nil }
    if (even == 0) != (odd == 0), (even + odd) * 8 > sample.count { return (odd == 0, 0) }
    return [false, true].first { isChinese(sample, isBigEndian: $0) }.map { ($0, 0) }
  }

  /// Whether bytes are Chinese in UTF-16; a character that the sample cuts does not count.
  private static func isChinese(_ sample: [UInt8], isBigEndian: Bool) -> Bool {
    var units = stride(from: 0, to: sample.count - 1, by: 2).map { place in
      let (one, two) = (UInt16(sample[place]), UInt16(sample[place + 1]))
      return isBigEndian ? one << 8 | two : two << 8 | one
    }
    if let last = units.last, UTF16.isLeadSurrogate(last) { units.removeLast() }
    guard let text = String(validating: units, as: UTF16.self) else { return false }
    var evidence = ChineseText()
    evidence.add(text)
    return evidence.isChinese
  }
}
