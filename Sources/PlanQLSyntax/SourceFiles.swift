/// A text that a script takes definitions from, as diagnostics show it.
public struct UsedSource: Sendable, Hashable {
  public let name: String
  public let bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// A script with the files that it uses behind it, as one text: places in any of them are told apart by their offset.
package struct SourceFiles: Sendable {
  /// The script, then each file behind a line break.
  package private(set) var bytes: [UInt8]
  private var files: [(start: Int, source: UsedSource)] = []

  package init(_ script: [UInt8]) {
    self.bytes = script
  }

  /// Adds a file, and gives the place where it begins.
  package mutating func add(_ source: UsedSource) -> Int {
    bytes.append(0x0A)
    let start = bytes.count
    bytes += source.bytes
    files.append((start, source))
    return start
  }

  /// The file that a place lies in; nil for the script itself.
  private func file(at offset: Int) -> (start: Int, source: UsedSource)? {
    files.last { $0.start <= offset }
  }

  /// A diagnostic with its places counted from the start of its own file. Labels in others are left out.
  package func placed(_ diagnostic: Diagnostic) -> Diagnostic {
    let own = file(at: diagnostic.span.start)
    if own == nil, files.isEmpty { return diagnostic }
    return diagnostic.placed(in: own?.source, by: -(own?.start ?? 0)) { span in
      file(at: span.start)?.start == own?.start
    }
  }
}
