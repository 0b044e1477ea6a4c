public import PlanQLData
import PlanQLPlans
import PlanQLSemantics

/// Where a script finds the files that it takes definitions from with `use`: by default nowhere.
///
///     let plan = try Plan(at: "Examples/huaian").using(.folder("reports"))
public struct ScriptFiles: Sendable {
  /// A file that was found: a name that tells it from all others, and its text.
  public struct File: Sendable {
    public let name: String
    let bytes: [UInt8]

    public init(name: String, text: String) {
      self.init(name: name, bytes: Array(text.utf8))
    }

    init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// Why there is no such file, in both languages. Any other error is shown by its description.
  public struct Refusal: Error, Sendable {
    public let reason: LocalizedText

    public init(_ reason: LocalizedText) {
      self.reason = reason
    }
  }

  private let find: (@Sendable (_ path: String, _ user: String?) throws -> File)?

  /// Asks a closure for a file, with the path as written and the name of the file that writes it, nil for the script
  /// itself. It is asked while a source is compiled, never while it runs.
  public init(_ find: @escaping @Sendable (_ path: String, _ user: String?) throws -> File) {
    self.find = find
  }

  private init() {
    self.find = nil
  }

  /// No files.
  public static let none = ScriptFiles()

  /// The files below a folder, each path taken from the folder of the file that writes it. Nothing outside of the
  /// folder is read: `..`, absolute paths and links that lead out are refused.
  public static func folder(_ path: String) -> ScriptFiles {
    let folder = ScriptFolder(path)
    return ScriptFiles { written, user in
      do throws(FileError) {
        let file = try folder.file(named: written, from: user)
        return File(name: file.name, bytes: file.bytes)
      } catch {
        throw Refusal(error.reason)
      }
    }
  }

  /// What reads the files of a script; nil where there are none.
  var finder: UsedFiles.Finder? {
    find.map { find in
      { path, user in
        do {
          let file = try find(path, user)
          return FoundFile(name: file.name, bytes: file.bytes)
        } catch let refusal as Refusal {
          throw FileRefusal(refusal.reason)
        }
      }
    }
  }
}
