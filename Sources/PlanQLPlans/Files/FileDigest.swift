/// A number that tells whether a text is still the same: FNV-1a over its bytes, in 64 bits. It is no
/// proof against who wants to forge one.
struct FileDigest: Sendable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Takes in more bytes.
  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  /// The digest of a text.
  static func of(_ text: String) -> UInt64 {
    var digest = FileDigest()
    digest.add(text.utf8)
    return digest.value
  }

  /// The digest of a file, which is read in parts; nil where there is none.
  static func of(fileAt path: String) throws(FileError) -> UInt64? {
    guard FileBytes.isFile(path) else { return nil }
    let content = try FileContent(opening: path)
    var digest = FileDigest()
    for start in stride(from: 0, to: content.count, by: 1 << 20) {
      content.withBytes(start..<Swift.min(start + 1 << 20, content.count)) { digest.add($0) }
    }
    return digest.value
  }
}
