public import PlanQLData

/// One part of what a script's run gives.
public enum ReportPart: Sendable {
  /// `title "…"`
  case title(String)
  /// `text "…"`: Markdown
  case text(String)
  /// `table "caption": …` or a bare pipeline
  case table(caption: String?, Table)
  /// `chart bar "caption": …`
  case chart(caption: String?, Chart)
  /// `check "label": …`, with the offending rows where the condition is `none(table)`
  case check(label: String, holds: Bool, rows: Table?)
  /// A remark of the run itself, such as what was left out
  case message(String)
}

/// What a script's run gives: its parts in order, and how they are shown to people.
///
/// A script of one bare pipeline is a document of one table.
public struct ReportDocument: Sendable {
  public let parts: [ReportPart]
  /// The language of headings, enumerations and words in formats for people.
  public let language: Language
  /// The unit of money in columns that name none; yuan when nil.
  public let moneyUnit: MeasureUnit?

  public init(_ parts: [ReportPart], language: Language, moneyUnit: MeasureUnit? = nil) {
    self.parts = parts
    self.language = language
    self.moneyUnit = moneyUnit
  }

  /// The tables and those of charts, in order, with their captions.
  var tables: [(caption: String?, table: Table)] {
    parts.compactMap { part in
      switch part {
      case .table(let caption, let table): (caption, table)
      case .chart(let caption, let chart): (caption, chart.table)
      case .title, .text, .check, .message: nil
      }
    }
  }

  /// How many checks there are, and how many of them hold.
  public var checks: (held: Int, count: Int) {
    var (held, count) = (0, 0)
    for case .check(_, let holds, _) in parts {
      count += 1
      held += holds ? 1 : 0
    }
    return (held, count)
  }

  /// The only part, if it is a table.
  package var soleTable: Table? {
    if parts.count == 1, case .table(_, let table) = parts[0] { return table }
    return nil
  }
}
