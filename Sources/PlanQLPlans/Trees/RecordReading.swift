import PlanQLData

/// Reads records out of a document: each entry is a cell, the entries of a mapping in it have the names of both with
/// a low line between them, and a list of scalars is one cell.
struct RecordReading {
  let file: String
  var builder: RecordTableBuilder
  var log = IssueLog()
  /// The name of the entry that is read, with those around it.
  private var path: [UInt8] = []

  init(file: String, headingLine: Int? = nil, keepsPlaces: Bool) {
    self.file = file
    self.builder = RecordTableBuilder(
      file: file, headingLine: headingLine, keepsPlaces: keepsPlaces)
  }

  private mutating func report(_ message: LoadMessage, _ place: TreePlace) {
    builder.markBroken()
    log.add(message, file: file, line: place.line, column: place.column)
  }

  /// Reads the records of a list up to its end.
  mutating func readList(_ tokens: inout some TreeTokens) throws(TreeProblem) {
    while case let token = try tokens.next(), token.kind != .endList {
      try readRecord(token, &tokens)
    }
  }

  /// Reads the record that a token begins.
  mutating func readRecord(
    _ token: TreeToken, _ tokens: inout some TreeTokens
  ) throws(TreeProblem) {
    guard token.kind == .beginMapping else {
      report(.noRecord, token.place)
      return try tokens.skip(token)
    }
    builder.beginRecord(line: Int64(token.place.line))
    path.removeAll(keepingCapacity: true)
    try readEntries(&tokens)
  }

  private mutating func readEntries(
    _ tokens: inout some TreeTokens
  ) throws(TreeProblem) {
    let outer = path.count
    while case let key = try tokens.next(), key.kind == .key {
      if outer > 0 { path.append(UInt8(ascii: "_")) }
      tokens.withText { path.append(contentsOf: $0) }
      try readValue(key, &tokens)
      path.removeLast(path.count - outer)
    }
  }

  private mutating func readValue(
    _ key: TreeToken, _ tokens: inout some TreeTokens
  ) throws(TreeProblem) {
    let value = try tokens.next()
    if value.kind == .beginMapping {
      path.withUnsafeBufferPointer { builder.addGroup($0) }
      return try readEntries(&tokens)
    }
    path.withUnsafeBufferPointer { builder.findColumn($0) }
    let isNew: Bool
    switch value.kind {
    case .text: isNew = tokens.withText { builder.add($0, .text, place: value.place) }
    case .number: isNew = tokens.withText { builder.add($0, .number, place: value.place) }
    case .beginList:
      var text = try list(&tokens)
      isNew = text.withUTF8 { builder.add($0, .list, place: value.place) }
    case .null, .key, .beginMapping, .endMapping, .endList, .end:
      isNew = builder.add(CellBytes(start: nil, count: 0), .missing, place: value.place)
    }
    if !isNew { report(.repeatedKey(String(decoding: path, as: UTF8.self)), key.place) }
  }

  /// The elements of a list as a JSON array on one line.
  private mutating func list(
    _ tokens: inout some TreeTokens
  ) throws(TreeProblem) -> String {
    var text = "["
    while case let token = try tokens.next(), token.kind != .endList {
      if text.utf8.count > 1 { text += "," }
      switch token.kind {
      case .text: JSONText.write(tokens.text, to: &text)
      case .number: text += tokens.text
      case .null: report(.missingElement(String(decoding: path, as: UTF8.self)), token.place)
      case .beginMapping, .beginList:
        report(.nestedList(String(decoding: path, as: UTF8.self)), token.place)
        try tokens.skip(token)
      case .key, .endMapping, .endList, .end: break
      }
    }
    return text + "]"
  }
}
