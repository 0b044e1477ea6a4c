import PlanQL
import TestSupport
import Testing

/// What is true of intervals in other languages of time, said in PlanQL over days.
@Suite("Facts of intervals")
struct IntervalFactTests {
  private let plan: Plan

  init() throws {
    self.plan = try Plan(at: ProjectFolder.path("Tests/Corpus/plan"))
  }

  /// The days `first` to `last` of the year 2021, counted from 1.
  private static func days(_ first: Int, _ last: Int) -> String { "\(day(first))..\(day(last))" }

  private static func day(_ number: Int) -> String {
    let start = Day(year: 2021, month: 1, day: 1)?.adding(days: number - 1)
    return "@\(start?.description ?? "")"
  }

  private static let truths: [(String, Bool)] = [
    // One wholly behind the other, with points too.
    ("\(days(1, 10)) after \(days(11, 20))", false), ("\(day(9)) after \(days(1, 10))", false),
    ("\(days(11, 20)) after \(day(12))", false), ("\(days(11, 20)) after \(day(10))", true),
    ("\(days(11, 20)) before \(days(1, 10))", false), ("\(day(9)) before \(days(11, 20))", true),
    ("\(days(1, 10)) before \(day(11))", true), ("missing after \(days(1, 10))", false),
    // Points and periods inside.
    ("\(days(1, 10)) covers \(day(5))", true), ("\(day(500)) in \(days(1, 10))", false),
    ("\(days(1, 10)) covers \(days(4, 10))", true), ("\(days(44, 50)) in \(days(1, 10))", false),
    ("missing covers \(day(5))", false), ("\(day(5)) in (missing ?? \(days(1, 4)))", false),
    ("\(days(1, 10)) covers \(days(4, 10)) and \(days(1, 10)) != \(days(4, 10))", true),
    ("\(days(4, 15)) in \(days(1, 10)) and \(days(4, 15)) != \(days(1, 10))", false),
    ("\(days(1, 10)) in (@2020..)", true),
    // Beginning and ending together.
    ("start(\(days(4, 10))) = start(\(days(4, 15))) and \(days(4, 10)) in \(days(4, 15))", true),
    ("end(\(days(44, 50))) = end(\(days(1, 10))) and \(days(44, 50)) in \(days(1, 10))", false),
    // The same days.
    ("\(days(1, 10)) = \(days(1, 10))", true), ("\(days(1, 10)) != \(days(1, 10))", false),
    // Side by side.
    ("\(days(1, 10)) meets \(days(44, 50))", false), ("\(days(1, 10)) meets \(days(11, 20))", true),
    ("\(days(1, 10)) meets \(days(11, 20)) and \(days(1, 10)) before \(days(11, 20))", true),
    ("\(days(44, 50)) meets \(days(1, 10)) and \(days(44, 50)) after \(days(1, 10))", false),
    ("(..\(day(5))) meets \(days(11, 12))", false),
    // Days in common; an excluded end is the day before.
    ("\(days(1, 10)) overlaps \(days(4, 10))", true),
    ("\(days(10, 15)) overlaps \(days(4, 10))", true),
    ("\(days(4, 9)) overlaps \(days(4, 9))", true),
    ("\(days(4, 10)) overlaps \(days(10, 20))", true),
    ("\(days(4, 10)) overlaps \(days(11, 20))", false),
    ("\(days(4, 9)) overlaps \(days(11, 20))", false),
    // Days in common, and one begins first or ends last.
    (
      "\(days(4, 10)) overlaps \(days(1, 10)) and start(\(days(4, 10))) < start(\(days(1, 10)))",
      false
    ),
    (
      "\(days(4, 10)) overlaps \(days(5, 10)) and start(\(days(4, 10))) < start(\(days(5, 10)))",
      true
    ),
    ("\(days(4, 10)) overlaps \(days(4, 9)) and end(\(days(4, 10))) > end(\(days(4, 9)))", true),
    ("\(days(4, 10)) overlaps \(days(1, 10)) and end(\(days(4, 10))) > end(\(days(1, 10)))", false),
    // On the day or behind it.
    ("start(\(days(6, 10))) >= \(day(6))", true),
    ("start(@2012-12-01..@2013-12-01) > end(month(@2012-11-15))", true),
    ("@2012-11-15 <= start(month(start(@2012-10-01..@2013-12-01)))", false),
    // The common part.
    ("intersection(\(days(1, 10)), \(days(4, 10))) = \(days(4, 10))", true),
    ("start(intersection(\(days(1, 10)), (\(day(5))..))) <= \(day(10))", true),
    ("start(intersection(\(days(1, 10)), (\(day(5))..))) > \(day(10))", false),
    ("intersection(\(days(1, 10)), \(days(44, 50))) is missing", true),
    // Ends and lengths.
    ("end(\(days(1, 10))) = \(day(10))", true), ("start(\(days(1, 10))) = \(day(1))", true),
    ("days(\(days(1, 10))) = 10", true), ("days(missing) is missing", true),
  ]

  @Test("each fact holds", arguments: truths.indices)
  func facts(place: Int) throws {
    let (source, expected) = IntervalFactTests.truths[place]
    let query = "[" + source + "]"
    let table = try plan.compile(QuerySource(query)).run().table
    #expect(table.columns[0].values.value(0) == .list([.bool(expected)]), "\(source)")
  }

  @Test("a period that ends before it starts is refused")
  func reversed() {
    let source = IntervalFactTests.days(5, 4)
    #expect(plan.check(QuerySource(source)).map(\.code) == ["PQL0330"])
  }
}
