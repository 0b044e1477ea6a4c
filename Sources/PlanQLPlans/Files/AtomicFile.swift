import PlanQLData

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes files whole or not at all: a temporary file beside the place, then a rename.
package enum AtomicFile {
  /// Writes one file.
  package static func write(_ text: String, to path: String) throws(FileError) {
    try write(Array(text.utf8), to: path)
  }

  /// Writes one file of bytes. A file that is there keeps its permissions, and a symbolic link goes
  /// on leading to it; what is no plain file, as a pipe or a device, is written in place.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let target = resolved(path)
    var status = stat()
    let exists = stat(target, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      return try fill(open(target, O_WRONLY), with: bytes, path: path)
    }
    let temporary = try writeTemporary(bytes, beside: target)
    if exists { chmod(temporary, status.st_mode & 0o7777) }
    try putInPlace(temporary, target)
  }

  /// Writes files into a folder, which is made when it is not there.
  package static func write(
    folder: String, files: [(name: String, text: String)]
  ) throws(FileError) {
    try write(folder: folder) { open throws(FileError) in
      for file in files { try open(file.name).write(file.text) }
    }
  }

  /// Writes files into a folder, which is made when it is not there: `body` opens them by their
  /// names. All are written out before the first takes its place, and where one cannot take it,
  /// those that were there come back: a failure leaves the folder as it was. Files to be removed go
  /// last.
  static func write(
    folder: String, removing names: [String] = [],
    _ body: (_ open: (String) throws(FileError) -> OutputText) throws(FileError) -> Void
  ) throws(FileError) {
    let isNew = !isFolder(folder)
    try makeFolder(folder)
    var waiting: [(temporary: String, path: String)] = []
    var texts: [OutputText] = []
    do throws(FileError) {
      try body { name throws(FileError) in
        let path = folder + "/" + name
        let temporary = temporaryPath(beside: path)
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
        guard file >= 0 else { throw .current(path) }
        waiting.append((temporary, path))
        let text = OutputText(descriptor: file, path: path)
        texts.append(text)
        return text
      }
      while let text = texts.popLast() { try text.close() }
      try putInPlace(waiting)
      for name in names where unlink(folder + "/" + name) != 0 && errno != ENOENT {
        throw FileError.current(folder + "/" + name)
      }
    } catch {
      for text in texts { try? text.close() }
      for file in waiting { unlink(file.temporary) }
      if isNew { rmdir(folder) }
      throw error
    }
  }

  /// Puts files in place, all of them or none: those that were there are kept aside until the last
  /// one is in place.
  private static func putInPlace(
    _ files: [(temporary: String, path: String)]
  ) throws(FileError) {
    var done: [(path: String, old: String?)] = []
    do throws(FileError) {
      for file in files {
        var status = stat()
        let exists = lstat(file.path, &status) == 0
        guard !exists || status.st_mode & S_IFMT == S_IFREG else {
          throw FileError(path: file.path, reason: .init(en: "is no plain file", zh: "不是普通文件"))
        }
        let old = file.temporary + ".old"
        if exists, link(file.path, old) != 0 { throw .current(file.path) }
        done.append((file.path, exists ? old : nil))
        try putInPlace(file.temporary, file.path)
      }
    } catch {
      for (path, old) in done.reversed() {
        if let old { _ = systemRename(old, path) } else { unlink(path) }
      }
      throw error
    }
    for (_, old) in done { if let old { unlink(old) } }
  }

  /// Makes a folder and those above it where they are not there.
  package static func makeFolder(_ path: String) throws(FileError) {
    if isFolder(path) { return }
    if let slash = path.dropFirst().lastIndex(of: "/") { try makeFolder(String(path[..<slash])) }
    if mkdir(path, 0o777) != 0, !isFolder(path) { throw .current(path) }
  }

  /// Says whether a folder stands at the path.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func writeTemporary(
    _ bytes: [UInt8], beside path: String
  ) throws(FileError) -> String {
    let temporary = temporaryPath(beside: path)
    do throws(FileError) {
      try fill(open(temporary, O_WRONLY | O_CREAT | O_TRUNC, 0o666), with: bytes, path: path)
    } catch {
      unlink(temporary)
      throw error
    }
    return temporary
  }

  private static func temporaryPath(beside path: String) -> String {
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    return "\(path[..<slash]).\(path[slash...]).\(getpid()).tmp"
  }

  /// Writes the bytes to an open file and closes it.
  private static func fill(
    _ file: Int32, with bytes: [UInt8], path: String
  ) throws(FileError) {
    guard file >= 0 else { throw .current(path) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { bytes in
        bytes.baseAddress.map { systemWrite(file, $0 + written, bytes.count - written) } ?? 0
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let error = FileError.current(path)
        close(file)
        throw error
      }
      written += count
    }
    guard close(file) == 0 else { throw .current(path) }
  }

  /// The file that a path leads to through symbolic links; the path itself where there is none yet.
  private static func resolved(_ path: String) -> String {
    guard let pointer = realpath(path, nil) else { return path }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  private static func putInPlace(_ temporary: String, _ path: String) throws(FileError) {
    guard systemRename(temporary, path) == 0 else {
      let error = FileError.current(path)
      unlink(temporary)
      throw error
    }
  }
}

// The system's calls under names that the methods above do not hide.
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(file, bytes, count)
}

private func systemRename(_ old: String, _ new: String) -> Int32 { rename(old, new) }
