import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of a file: all of them in memory, or in the file until they are wanted.
struct FileContent: Sendable {
  private let source: Source
  /// The bytes at the start that are no part of the content.
  private var skipped = 0
  private let size: Int

  private enum Source: Sendable {
    case bytes([UInt8])
    case file(OpenFile)
    case made(TemporaryFile)
  }

  /// Files up to this size are read whole; larger ones in parts, so that they take no room beside what is made of
  /// them.
  static let wholeSize = 16 << 20

  /// Takes bytes that are in memory.
  init(_ bytes: [UInt8]) {
    self.source = .bytes(bytes)
    self.size = bytes.count
  }

  /// Opens a file, to be read in parts where it is larger than so many bytes.
  init(opening path: String, wholeSize: Int = FileContent.wholeSize) throws(FileError) {
    if let file = try OpenFile(path), file.size > wholeSize {
      self.init(file)
    } else {
      self.init(try FileBytes.read(path))
    }
  }

  private init(_ file: OpenFile) {
    self.source = .file(file)
    self.size = file.size
  }

  /// Takes what was written to a temporary file.
  init(_ file: TemporaryFile) {
    self.source = .made(file)
    self.size = file.size
  }

  var count: Int { size - skipped }

  /// Whether all bytes are in memory, and how many these are.
  var bytesInMemory: Int {
    if case .bytes = source { size } else { 0 }
  }

  /// Whether the file is known to be another than the one that was opened.
  var hasChanged: Bool {
    switch source {
    case .bytes: false
    case .file(let file): file.hasChanged
    case .made(let file): file.failure != nil
    }
  }

  /// Leaves bytes at the start out.
  mutating func drop(first count: Int) { skipped += count }

  /// Calls `body` with the bytes of a range. What a file has lost since it was opened is zero.
  func withBytes<Result>(_ range: Range<Int>, _ body: (CellBytes) throws -> Result) rethrows
    -> Result
  {
    let range = (range.lowerBound + skipped)..<(range.upperBound + skipped)
    switch source {
    case .bytes(let bytes):
      return try bytes.withUnsafeBufferPointer { try body(CellBytes(rebasing: $0[range])) }
    case .file(let file):
      return try file.bytes(range).withUnsafeBufferPointer { try body($0) }
    case .made(let file):
      var bytes = file.bytes(range)
      bytes += Array(repeating: 0, count: range.count - bytes.count)
      return try bytes.withUnsafeBufferPointer { try body($0) }
    }
  }

  /// The first bytes, as many as there are.
  func prefix(_ length: Int) -> [UInt8] {
    withBytes(0..<Swift.min(length, count)) { Array($0) }
  }

  /// All bytes.
  var bytes: [UInt8] {
    if case .bytes(let bytes) = source, skipped == 0 { return bytes }
    return withBytes(0..<count) { Array($0) }
  }
}

/// A plain file that is open for reading.
private final class OpenFile: Sendable {
  private let descriptor: Int32
  let size: Int
  private let changedAt: Int
  private let isCut = Atomic<Bool>(false)

  /// Opens a file; nil where it is no plain file.
  init?(_ path: String) throws(FileError) {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw .current(path) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    self.size = Int(status.st_size)
    self.changedAt = OpenFile.time(of: status)
  }

  deinit { close(descriptor) }

  private static func time(of status: stat) -> Int {
    #if canImport(Darwin)
      status.st_mtimespec.tv_sec &* 1_000_000_000 &+ status.st_mtimespec.tv_nsec
    #else
      status.st_mtim.tv_sec &* 1_000_000_000 &+ status.st_mtim.tv_nsec
    #endif
  }

  var hasChanged: Bool {
    var status = stat()
    return isCut.load(ordering: .relaxed) || fstat(descriptor, &status) != 0
      || Int(status.st_size) != size || OpenFile.time(of: status) != changedAt
  }

  /// The bytes of a range; those that cannot be read are zero.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
      var place = 0
      while place < range.count, let base = buffer.baseAddress {
        let count = pread(
          descriptor, base + place, range.count - place, off_t(range.lowerBound + place))
        if count < 0, errno == EINTR { continue }
        if count <= 0 {
          isCut.store(true, ordering: .relaxed)
          (base + place).update(repeating: 0, count: range.count - place)
          break
        }
        place += count
      }
      filled = range.count
    }
  }
}
