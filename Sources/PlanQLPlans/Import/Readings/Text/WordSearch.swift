/// Words that texts are searched for byte by byte, which takes a fraction of the time that comparing
/// characters does. Texts and words are to be folded alike.
struct WordSearch: Sendable, ExpressibleByArrayLiteral {
  private let words: [[UInt8]]
  /// Whether a word begins with the byte.
  private let starts: [Bool]

  init(_ words: [String]) {
    self.words = words.map { Array($0.utf8) }
    var starts = Array(repeating: false, count: 256)
    for word in self.words { if let first = word.first { starts[Int(first)] = true } }
    self.starts = starts
  }

  init(arrayLiteral words: String...) { self.init(words) }

  /// Whether one of the words stands somewhere in a text.
  func isFound(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.indices.contains { starts[Int(bytes[$0])] && isFound(at: $0, in: bytes) }
    }
  }

  /// Whether a text begins with one of the words.
  func begins(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.first.map { starts[Int($0)] && isFound(at: 0, in: bytes) } ?? false
    }
  }

  private func isFound(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    words.contains { word in
      guard word.count <= bytes.count - place else { return false }
      for offset in word.indices where bytes[place + offset] != word[offset] { return false }
      return true
    }
  }
}
