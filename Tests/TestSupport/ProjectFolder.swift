package import Foundation

/// The folder of the project, found from where this file was compiled.
package enum ProjectFolder {
  package static let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  package static func path(_ relative: String) -> String {
    url.appendingPathComponent(relative).path
  }

  package static func text(_ relative: String) throws -> String {
    try String(contentsOf: url.appendingPathComponent(relative), encoding: .utf8)
  }

  /// The files below a folder with an ending, sorted, relative to the project.
  package static func files(in folder: String, ending: String) -> [String] {
    let base = url.appendingPathComponent(folder).path
    let names = FileManager.default.enumerator(atPath: base)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(ending) && !$0.contains(".build") }.sorted()
      .map { "\(folder)/\($0)" }
  }
}
