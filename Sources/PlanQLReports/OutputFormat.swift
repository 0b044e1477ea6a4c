public import PlanQLData

/// How a document is written where the format leaves a choice.
public struct RenderOptions: Sendable, Hashable {
  /// The columns of the screen that terminal tables must fit; nil when there is no limit.
  public var width: Int?
  /// The rows shown of each table in formats for people; nil when all are. Formats for machines
  /// give every row.
  public var maxRows: Int?
  /// Whether terminal output may use colour, which never carries meaning alone.
  public var usesColour: Bool
  /// Whether each terminal table ends with its numbers of rows, columns and missing values.
  public var showsFooter: Bool

  public init(
    width: Int? = nil, maxRows: Int? = nil, usesColour: Bool = false, showsFooter: Bool = false
  ) {
    self.width = width
    self.maxRows = maxRows
    self.usesColour = usesColour
    self.showsFooter = showsFooter
  }
}

/// A format that documents are written in.
///
///     OutputFormat.named("markdown")?.render(document)
public struct OutputFormat: Sendable {
  /// Whom a format is for: people get captions, units, titles and the language of output; machines
  /// every row, exact decimals in base units and stable names.
  public enum Audience: Sendable, Hashable {
    case people, machines
  }

  /// The name for `--format`.
  public let name: String
  public let audience: Audience
  /// Endings of the files that usually hold the format, without the point.
  public let endings: [String]
  public let doc: LocalizedText
  let write: @Sendable (ReportDocument, RenderOptions, inout [UInt8]) -> Void

  /// Every format. To add one, add its file and its name here.
  public static let all: [OutputFormat] = [.table, .markdown, .csv, .json, .jsonLines]

  /// Finds a format by its name.
  public static func named(_ name: String) -> OutputFormat? { all.first { $0.name == name } }

  /// Finds the format of a file by the ending of its name.
  public static func forFile(named file: String) -> OutputFormat? {
    guard let point = file.lastIndex(of: ".") else { return nil }
    let ending = file[file.index(after: point)...].lowercased()
    return all.first { $0.endings.contains(ending) }
  }

  /// Writes a document as text.
  public func render(_ document: ReportDocument, options: RenderOptions = RenderOptions()) -> String
  {
    String(decoding: bytes(of: document, options: options), as: UTF8.self)
  }

  /// Writes a document as UTF-8.
  public func bytes(
    of document: ReportDocument, options: RenderOptions = RenderOptions()
  ) -> [UInt8] {
    var output: [UInt8] = []
    write(document, options, &output)
    return output
  }
}
