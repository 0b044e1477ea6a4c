import PlanQLData

/// Tests of a text against another. With a missing side they are false.
enum TextPredicates {
  static let functions: [Function] = [
    test(
      "contains", "包含",
      doc: LocalizedText(
        en: "Says whether a text holds another; the empty text is in every one.",
        zh: "判断文本里是否有另一段文本；空文本算在任何文本之内。"), kernel: contains,
      examples: [
        FunctionExample("\"污水处理厂\" contains \"处理\"", is: "true"),
        FunctionExample("contains(\"abc\", \"B\")", is: "false"),
      ]),
    test(
      "starts_with", "开头是",
      doc: LocalizedText(
        en: "Says whether a text begins with another.", zh: "判断文本是否以另一段文本开头。"),
      kernel: startsWith,
      examples: [FunctionExample("\"生态环境局\" starts with \"生态\"", is: "true")]),
    test(
      "ends_with", "结尾是",
      doc: LocalizedText(
        en: "Says whether a text ends with another.", zh: "判断文本是否以另一段文本结尾。"),
      kernel: endsWith,
      examples: [FunctionExample("\"生态环境局\" ends with \"局\"", is: "true")]),
    test(
      "matches", "匹配",
      doc: LocalizedText(
        en: "Says whether a whole text fits a pattern: * any run of characters, ? one, "
          + "[a-z] one of a set, [!a-z] one outside it.",
        zh: "判断整段文本是否符合通配式：* 代表任意一段，? 代表一个字，[a-z] 代表其中一个，[!a-z] 代表其外一个。"
      ), kernel: matches,
      examples: [
        FunctionExample("\"2021-A07\" matches \"2021-?[0-9]*\"", is: "true"),
        FunctionExample("\"河道整治\" matches \"*道\"", is: "false"),
      ]),
  ]

  private static func test(
    _ en: String, _ zh: String, doc: LocalizedText, kernel: @escaping Kernel,
    examples: [FunctionExample]
  ) -> Function {
    Function(
      en, zh, .comparison, doc: doc,
      [.taking(.text, .text, giving: .bool, known: .always, kernel: kernel)], examples: examples)
  }
}

extension TextPredicates {
  static func contains(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    let (text, part) = (arguments[0].texts(count), arguments[1].texts(count))
    if let code = part.constantCode(count), text.isDictionary(count) {
      let flags = part.pool.withBytes(of: code) { text.pool.texts(containing: $0) }
      return known(arguments, text.rows(count, whereCode: flags))
    }
    return known(
      arguments, text.rows(count, with: part) { firstPlace(of: $1, in: $0) != nil })
  }

  static func startsWith(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    let (text, part) = (arguments[0].texts(count), arguments[1].texts(count))
    return known(arguments, text.rows(count, with: part) { hasPrefix($0, $1) })
  }

  static func endsWith(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    let (text, part) = (arguments[0].texts(count), arguments[1].texts(count))
    return known(arguments, text.rows(count, with: part) { hasSuffix($0, $1) })
  }

  static func matches(_ arguments: [Vector], _: [DataType], _ count: Int) -> Vector {
    let (text, pattern) = (arguments[0].texts(count), arguments[1].texts(count))
    if let code = pattern.constantCode(count) {
      let wildcard = pattern.pool.withBytes(of: code) { Wildcard($0) }
      return known(arguments, text.rows(count) { wildcard.matches($0) })
    }
    return known(arguments, text.rows(count, with: pattern) { Wildcard($1).matches($0) })
  }

  /// The result of a test: true only where both sides are known.
  private static func known(_ arguments: [Vector], _ rows: Bitmap) -> Vector {
    let known = bothKnown(arguments[0].presence, arguments[1].presence)
    return Vector(.bools(rows.kept(where: known)))
  }
}

extension TextPool {
  /// Which texts hold a part, found in one pass over the whole arena.
  fileprivate func texts(containing part: TextBytes) -> [Bool] {
    var flags = Array(repeating: part.isEmpty, count: count)
    guard !part.isEmpty else { return flags }
    bytes.withUnsafeBufferPointer { bytes in
      var (code, place) = (0, 0)
      while let hit = firstPlace(of: part, in: bytes, from: place) {
        while offsets[code + 1] <= hit { code += 1 }
        if hit + part.count <= offsets[code + 1] {
          flags[code] = true
          place = offsets[code + 1]
        } else {
          place = hit + 1
        }
      }
    }
    return flags
  }
}
