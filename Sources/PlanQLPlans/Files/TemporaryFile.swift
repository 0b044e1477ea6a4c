import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file without a name that is gone when nothing holds it any more, however the program ends.
final class TemporaryFile: Sendable {
  let descriptor: Int32
  private let state = Mutex(State())

  private struct State {
    var size = 0
    var failure: FileError?
  }

  /// Makes a file in the folder that `TMPDIR` names, or in the system's for such files.
  init() throws(FileError) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    let pattern = (folder.isEmpty ? "/tmp" : folder) + "/planql-XXXXXX"
    var path = pattern.utf8CString.map { $0 }
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw .current(pattern) }
    unlink(path)
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// The bytes that were written.
  var size: Int { state.withLock { $0.size } }

  /// Why a write did not succeed; what was written after it is lost.
  var failure: FileError? { state.withLock { $0.failure } }

  /// Writes bytes at the end and gives the place where they begin.
  @discardableResult
  func append(_ bytes: [UInt8]) -> Int {
    state.withLock { state in
      let start = state.size
      state.size += bytes.count
      guard state.failure == nil else { return start }
      var written = 0
      bytes.withUnsafeBytes { bytes in
        while written < bytes.count, let base = bytes.baseAddress {
          let count = pwrite(
            descriptor, base + written, bytes.count - written, off_t(start + written))
          if count < 0, errno == EINTR { continue }
          guard count > 0 else {
            state.failure = .current("temporary file")
            return
          }
          written += count
        }
      }
      return start
    }
  }

  /// The bytes of a range; fewer where they cannot be read, which is kept as the failure.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
      while filled < range.count, let base = buffer.baseAddress {
        let count = pread(
          descriptor, base + filled, range.count - filled, off_t(range.lowerBound + filled))
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return }
        filled += count
      }
    }
    if bytes.count < range.count {
      state.withLock { $0.failure = $0.failure ?? .current("temporary file") }
    }
    return bytes
  }
}
