import Foundation

/// A made-up document to import: a table of projects as offices write them, or of what belongs to
/// them, of any length, the same in each run.
struct LargeTable {
  private let count: Int
  private let rows: LargeRows?
  private var generator = SeededGenerator(seed: 7)

  private static let places = ["青石镇", "城关街道", "云溪乡", "大桥镇", "东山镇", "南湖街道"]
  private static let works = ["污水处理厂扩建", "河道治理", "道路改造", "学校新建", "管网更新", "水库加固", "公园提升", "医院迁建"]
  private static let units = ["县住建局", "县水利局", "县交通局", "县教育局", "县生态环境局", "县财政局", "县农业农村局"]

  /// A table of projects, or of other rows.
  init(count: Int, of rows: LargeRows? = nil) {
    self.count = count
    self.rows = rows
  }

  /// Writes the document as CSV, a piece at a time.
  mutating func write(to path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else { throw BenchmarkFailure("cannot write \(path)") }
    var piece = (rows?.headings ?? LargeTable.headings) + "\n"
    for number in 1...count {
      piece += rows.map { $0.row(number - 1, of: count) + "\n" } ?? row(number)
      guard piece.utf8.count > 1 << 20 else { continue }
      try file.write(contentsOf: Data(piece.utf8))
      piece = ""
    }
    try file.write(contentsOf: Data(piece.utf8))
    try file.close()
  }

  private static let headings =
    "云溪县2024年重点项目计划表,,,,,,,,\n"
    + "序号,项目名称,建设内容,总投资（万元）,2024年计划投资（万元）,建设年限,责任单位,建设地点,备注"

  private mutating func row(_ number: Int) -> String {
    let place = any(of: LargeTable.places)
    let whole = 100 + generator.index(below: 99_900)
    let amount = number.isMultiple(of: 3) ? "\(whole).\(1 + generator.index(below: 9))" : "\(whole)"
    let length = 1 + generator.index(below: 900)
    let content =
      number.isMultiple(of: 10) ? "\"新建,长\n\(length)米\"" : "新建\(length)公里"
    let start = 2020 + generator.index(below: 4)
    let period =
      number.isMultiple(of: 7)
      ? "\(start + 1)年\(1 + generator.index(below: 12))月"
      : "\(start)-\(2024 + generator.index(below: 4))"
    let unit = generator.index(below: LargeTable.units.count)
    let units = (0...generator.index(below: 3)).map {
      LargeTable.units[(unit + $0) % LargeTable.units.count]
    }
    return "\(number),\(place)\(any(of: LargeTable.works))\(number)号工程,\(content),\(amount),"
      + "\(1 + generator.index(below: whole)),\(period),\(units.joined(separator: "、")),\(place),"
      + (number.isMultiple(of: 50) ? "无\n" : "\n")
  }

  private mutating func any(of names: [String]) -> String {
    names[generator.index(below: names.count)]
  }
}
