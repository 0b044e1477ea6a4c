import Glibc
import PlanQL
import PlanQLData
import PlanQLPlans
import PlanQLSyntax

/// A script as it was read, with the name that messages call it by.
struct SourceFile {
  let name: String
  let bytes: [UInt8]
  /// The folder that a script's file lies in.
  let folder: String?
  /// The script as it was written, where the command has put something around a part of it.
  private(set) var written: WrittenPart?

  /// The files that the script may use: those of its folder, or of the present one where it lies in none.
  var files: ScriptFiles { .folder(folder ?? ".") }

  /// Reads a script from a file, or from standard input for `-`.
  init(at path: String) throws {
    let name = path == "-" ? LocalizedText(en: "standard input", zh: "标准输入").spoken : path
    do {
      self.bytes =
        path == "-"
        ? try FileBytes.read(descriptor: STDIN_FILENO, path: path) : try FileBytes.read(path)
      self.folder = path == "-" ? nil : SourceFile.folder(of: path)
      self.name = name
    } catch {
      throw CommandFailure(CommandText.cannotRead(name, error.reason))
    }
  }

  /// Takes a script from the command line.
  init(text: String, name: String = LocalizedText(en: "query", zh: "查询").spoken) {
    self.name = name
    self.bytes = Array(text.utf8)
    self.folder = nil
  }

  /// A script with something around it from a place on, which messages leave out.
  init(text: String, from start: Int, between before: String, and after: String) {
    let bytes = Array(text.utf8)
    self.init(
      name: SourceFile(text: "").name,
      bytes: bytes[..<start] + Array(before.utf8) + bytes[start...] + Array(after.utf8),
      folder: nil)
    self.written = WrittenPart(bytes: bytes, start: start, shift: before.utf8.count)
  }

  /// The same script with other bytes.
  func with(_ bytes: [UInt8]) -> SourceFile {
    SourceFile(name: name, bytes: bytes, folder: folder)
  }

  private init(name: String, bytes: [UInt8], folder: String?) {
    self.name = name
    self.bytes = bytes
    self.folder = folder
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The text of a part of the script.
  func text(of span: SourceSpan) -> String {
    let end = min(span.end, bytes.count)
    return String(decoding: bytes[min(span.start, end)..<end], as: UTF8.self)
  }

  /// A file if there is one of that name, else the text itself.
  init(textOrPath: String) throws {
    if textOrPath == "-" || FileBytes.exists(textOrPath) {
      try self.init(at: textOrPath)
    } else {
      self.init(text: textOrPath)
    }
  }
}

/// The script that was written within one that a command made of it.
struct WrittenPart {
  let bytes: [UInt8]
  /// Where something was put in.
  let start: Int
  /// How long that is.
  let shift: Int

  /// A place in the script that was made, in the one that was written.
  func place(_ span: SourceSpan) -> SourceSpan {
    func moved(_ place: Int) -> Int {
      place <= start ? place : min(max(place - shift, start), bytes.count)
    }
    return SourceSpan(moved(span.start), moved(span.end))
  }
}

extension FileBytes {
  /// Says whether something that can be read stands at a path.
  static func exists(_ path: String) -> Bool { access(path, R_OK) == 0 }

  /// Says whether two paths lead to the same folder.
  static func isSame(_ first: String, _ second: String) -> Bool {
    var (one, other) = (stat(), stat())
    guard stat(first, &one) == 0, stat(second, &other) == 0 else { return true }
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino
  }
}
