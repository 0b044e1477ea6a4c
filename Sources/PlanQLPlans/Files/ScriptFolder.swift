import PlanQLData

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The files below a folder, by their paths from the file that names them; nothing outside of the folder is ever read.
package struct ScriptFolder: Sendable {
  private let path: String

  /// No file of more bytes is read.
  private static let largest = 4 << 20

  package init(_ path: String) {
    self.path = path
  }

  /// Reads a file that is named by another, or by the script in the folder itself when nil. The name that is given back
  /// is the path of the file, whatever way led to it. Throws `FileError`.
  package func file(
    named written: String, from user: String?
  ) throws(FileError) -> (name: String, bytes: [UInt8]) {
    let parts = written.split(separator: "/", omittingEmptySubsequences: false)
    guard !written.isEmpty, !written.utf8.contains(0) else {
      throw FileError(path: written, reason: LocalizedText(en: "no file is named", zh: "没有写文件名"))
    }
    guard !written.hasPrefix("/"), !parts.contains("..") else {
      throw FileError(path: written, reason: ScriptFolder.outside)
    }
    let root = try resolved(path)
    let start = user.flatMap { $0.lastIndex(of: "/").map { String(user?[..<$0] ?? "") } } ?? path
    let target = try resolved(start + "/" + written)
    let prefix = root == "/" ? root : root + "/"
    guard target.hasPrefix(prefix) else {
      throw FileError(path: written, reason: ScriptFolder.outside)
    }
    let below = String(target.dropFirst(prefix.count))
    return (path == "." ? below : path + "/" + below, try bytes(at: target, named: written))
  }

  private static let outside = LocalizedText(
    en: "it lies outside of the folder of the script", zh: "它在脚本所在文件夹之外")

  private func bytes(at target: String, named written: String) throws(FileError) -> [UInt8] {
    var status = stat()
    guard stat(target, &status) == 0 else { throw .current(written) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileError(path: written, reason: LocalizedText(en: "it is no file", zh: "它不是文件"))
    }
    guard Int(status.st_size) <= ScriptFolder.largest else {
      throw FileError(path: written, reason: LocalizedText(en: "it is too large", zh: "文件过大"))
    }
    return try FileBytes.read(target)
  }

  /// The path without links and detours.
  private func resolved(_ path: String) throws(FileError) -> String {
    guard let real = realpath(path, nil) else { throw .current(path) }
    defer { free(real) }
    return String(cString: real)
  }
}
