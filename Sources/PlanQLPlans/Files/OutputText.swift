#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A text that is written piece by piece: into a file, or kept in memory.
package final class OutputText {
  private var bytes: [UInt8] = []
  /// The digest of what is no longer kept.
  private var written = FileDigest()
  private let file: Int32?
  private let path: String
  private var failure: FileError?

  /// The bytes that are kept before they go to the file.
  private static let blockSize = 1 << 18

  /// A text that is kept in memory.
  init() {
    self.file = nil
    self.path = ""
  }

  /// A text that goes to an open file, which `close` closes; `path` is what an error calls it.
  init(descriptor: Int32, path: String) {
    self.file = descriptor
    self.path = path
  }

  /// What was written, where it is kept in memory.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Writes a piece. What goes wrong is said by `close`.
  func write(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    if bytes.count >= OutputText.blockSize { putAway() }
  }

  /// Writes a piece that is given as UTF-8.
  func write(_ piece: [UInt8]) {
    bytes.append(contentsOf: piece)
    if bytes.count >= OutputText.blockSize { putAway() }
  }

  /// Writes some cells of a row, in their order, as a row of CSV with its line end.
  func writeRow(_ cells: [String?], _ kept: [Int]) {
    CSVText.append(cells, kept, to: &bytes)
    if bytes.count >= OutputText.blockSize { putAway() }
  }

  /// The digest of all that was written so far.
  var digest: UInt64 {
    var digest = written
    digest.add(bytes)
    return digest.value
  }

  private func putAway() {
    guard let file else { return }
    written.add(bytes)
    var written = 0
    while written < bytes.count, failure == nil {
      let count = bytes.withUnsafeBytes { bytes in
        bytes.baseAddress.map { systemWrite(file, $0 + written, bytes.count - written) } ?? 0
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { failure = .current(path) }
      written += Swift.max(count, 0)
    }
    bytes.removeAll(keepingCapacity: true)
  }

  /// Writes the rest and closes the file; throws what went wrong since it was opened.
  func close() throws(FileError) {
    putAway()
    if let file, systemClose(file) != 0, failure == nil { failure = .current(path) }
    if let failure { throw failure }
  }
}

// The system's calls under names that the methods above do not hide.
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(file, bytes, count)
}

private func systemClose(_ file: Int32) -> Int32 { close(file) }
