import PlanQLData

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads files whole.
package enum FileBytes {
  /// The bytes of a file. It is read, not mapped: a mapped file that shrinks is a fatal signal.
  package static func read(_ path: String) throws(FileError) -> [UInt8] {
    guard !AtomicFile.isFolder(path) else {
      throw FileError(path: path, reason: .init(en: "is a directory", zh: "是文件夹而不是文件"))
    }
    let file = open(path, O_RDONLY)
    guard file >= 0 else { throw .current(path) }
    defer { close(file) }
    return try read(descriptor: file, path: path)
  }

  /// The first bytes of a file.
  static func read(_ path: String, upTo count: Int) throws(FileError) -> [UInt8] {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { throw .current(path) }
    defer { close(file) }
    return try block(file, capacity: count, path: path)
  }

  /// Says whether something that is no folder stands at the path.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFDIR
  }

  /// The bytes of an open file, a pipe or a terminal, to their end; `path` is what an error calls
  /// it.
  package static func read(descriptor file: Int32, path: String) throws(FileError) -> [UInt8] {
    var status = stat()
    let size = fstat(file, &status) == 0 ? Int(status.st_size) : 0
    var bytes = try block(file, capacity: size + 1, path: path)
    while bytes.count > size {
      // The file is longer than it said, or is no plain file.
      let more = try block(file, capacity: 1 << 16, path: path)
      if more.isEmpty { break }
      bytes += more
    }
    return bytes
  }

  /// Reads until the capacity is full or the file ends.
  private static func block(
    _ file: Int32, capacity: Int, path: String
  ) throws(FileError) -> [UInt8] {
    var failure: FileError?
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
      while filled < capacity, let base = buffer.baseAddress {
        let count = systemRead(file, base + filled, capacity - filled)
        if count < 0 {
          if errno == EINTR { continue }
          failure = .current(path)
        }
        if count <= 0 { return }
        filled += count
      }
    }
    if let failure { throw failure }
    return bytes
  }
}

// The system's call under a name that the method above does not hide.
private func systemRead(_ file: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(file, bytes, count)
}
