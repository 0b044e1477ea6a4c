/// Takes text in UTF-8 part by part: in memory while it is short, in a temporary file beyond that.
private struct TranscodedText {
  private var bytes: [UInt8] = []
  private var file: TemporaryFile?

  mutating func append(_ more: some Sequence<UInt8>) throws(ImportRefusal) {
    bytes.append(contentsOf: more)
    if bytes.count >= FileContent.wholeSize { try putAway() }
  }

  private mutating func putAway() throws(ImportRefusal) {
    do throws(FileError) {
      let file = if let file { file } else { try TemporaryFile() }
      self.file = file
      file.append(bytes)
      if let failure = file.failure { throw failure }
    } catch {
      throw .noRoom(error.reason)
    }
    bytes.removeAll(keepingCapacity: true)
  }

  /// The whole text.
  mutating func content() throws(ImportRefusal) -> FileContent {
    if file != nil { try putAway() }
    return file.map { FileContent($0) } ?? FileContent(bytes)
  }
}

/// Makes UTF-8 of UTF-16.
struct UTF16Transcoding {
  let isBigEndian: Bool
  let partSize: Int

  /// The text; refused where the units are none, or hold a zero.
  func content(_ source: FileContent) throws(ImportRefusal) -> FileContent {
    guard source.count.isMultiple(of: 2) else { throw .notText }
    var text = TranscodedText()
    var place = 0
    while place < source.count {
      let end = Swift.min(place + Swift.max(partSize & ~1, 4), source.count)
      var units = source.withBytes(place..<end) { self.units($0) }
      place = end
      // A pair that the part cuts is left to the next one.
      if place < source.count, let last = units.last, UTF16.isLeadSurrogate(last) {
        units.removeLast()
        place -= 2
      }
      guard let part = String(validating: units, as: UTF16.self), !units.contains(0) else {
        throw .notText
      }
      try text.append(part.utf8)
    }
    return try text.content()
  }

  private func units(_ bytes: CellBytes) -> [UInt16] {
    (0..<bytes.count / 2).map { place in
      let (one, two) = (UInt16(bytes[2 * place]), UInt16(bytes[2 * place + 1]))
      return isBigEndian ? one << 8 | two : two << 8 | one
    }
  }
}

/// Makes UTF-8 of GB18030.
struct GB18030Transcoding {
  let partSize: Int

  /// The text; refused where a byte does not fit or the outcome is no Chinese, as a text in another
  /// encoding would give.
  func content(_ source: FileContent) throws(ImportRefusal) -> FileContent {
    var text = TranscodedText()
    var evidence = ChineseText()
    var place = 0
    while place < source.count {
      let end = partEnd(source, from: place)
      let part = source.withBytes(place..<end) { ChineseText.decoded($0) }
      guard let decoded = part else { throw .notText }
      evidence.add(decoded)
      try text.append(decoded.utf8)
      place = end
    }
    guard evidence.isChinese else { throw .notText }
    return try text.content()
  }

  /// The end of a part: after a line feed, which is a part of no other character.
  private func partEnd(_ source: FileContent, from start: Int) -> Int {
    var end = Swift.min(start + partSize, source.count)
    while end < source.count {
      let last = source.withBytes(start..<end) { $0.lastIndex(of: CSVScanner.lineFeed) }
      if let last { return start + last + 1 }
      end = Swift.min(start + (end - start) * 2, source.count)
    }
    return end
  }
}
