public import PlanQLData

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file or folder that could not be read or written.
public struct FileError: Error, Sendable, Hashable {
  public let path: String
  /// What went wrong, as the system calls it.
  public let reason: LocalizedText

  package init(path: String, reason: LocalizedText) {
    self.path = path
    self.reason = reason
  }

  /// The error that the last system call left behind.
  static func current(_ path: String) -> FileError {
    let code = errno
    return FileError(path: path, reason: reason(code))
  }

  private static func reason(_ code: Int32) -> LocalizedText {
    let known: [Int32: String] = [
      ENOENT: "没有这个文件或文件夹", EACCES: "没有权限", EISDIR: "是文件夹而不是文件",
      ENOTDIR: "路径中有一段不是文件夹", ENOSPC: "磁盘已满", EROFS: "磁盘只读", EEXIST: "已经存在",
      EMFILE: "打开的文件太多", EIO: "读写出错",
    ]
    let text = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    return LocalizedText(en: lowercasedFirst(text), zh: known[code] ?? "系统错误 \(code)")
  }

  private static func lowercasedFirst(_ text: String) -> String {
    text.prefix(1).lowercased() + text.dropFirst()
  }
}
