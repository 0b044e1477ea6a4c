import Foundation

/// The folder of the project, found from where this file was compiled.
enum ProjectFolder {
  static let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func path(_ relative: String) -> String { url.appendingPathComponent(relative).path }

  static func text(_ relative: String) throws -> String {
    try String(contentsOf: url.appendingPathComponent(relative), encoding: .utf8)
  }

  /// The files below a folder with an ending, sorted, relative to the project.
  static func files(in folder: String, ending: String) -> [String] {
    let base = url.appendingPathComponent(folder).path
    let names = FileManager.default.enumerator(atPath: base)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(ending) && !$0.contains(".build") }.sorted()
      .map { "\(folder)/\($0)" }
  }
}
