import Foundation

/// A project with the units that take part in it.
struct ProjectRecord {
  let id: Int
  let name: String
  let category: String
  /// In units of 10,000 yuan.
  let investment: Int
  let startYear: Int
  let endYear: Int
  let lead: String
  let status: String
  let approved: String
  let units: [String]
}

/// Made-up projects that are distributed as those of a plan are, the same in each run.
///
/// Investments lie evenly on a logarithmic scale from 50 to 200,000; projects start in 2021 to 2023 and end by 2025;
/// few units lead many projects; about one name in a hundred must be quoted in CSV.
struct DataSet: Sequence, IteratorProtocol {
  let count: Int
  private var made = 0
  private var generator = SeededGenerator(seed: 20_210_101)

  init(count: Int) {
    self.count = count
  }

  mutating func next() -> ProjectRecord? {
    guard made < count else { return nil }
    made += 1
    let startYear = 2021 + generator.index(below: 3)
    return ProjectRecord(
      id: made, name: name(), category: DataSet.categories.next(&generator),
      investment: investment(), startYear: startYear,
      endYear: startYear + generator.index(below: 2026 - startYear),
      lead: DataSet.leads.next(&generator), status: DataSet.statuses.next(&generator),
      approved: approved(), units: units())
  }

  private mutating func name() -> String {
    let work = DataSet.works[generator.index(below: DataSet.works.count)]
    let number = String(made)
    let name = work + String(repeating: "0", count: Swift.max(0, 6 - number.count)) + number
    let oddity = generator.unit()
    if oddity < 0.01 { return name + ",一期" }
    if oddity < 0.012 { return name + "\"重点\"" }
    return oddity < 0.013 ? name + "\n(续建)" : name
  }

  private mutating func investment() -> Int {
    let (low, high) = (log(50.0), log(200_001.0))
    let amount = exp(low + generator.unit() * (high - low))
    return Swift.min(Swift.max(Int(amount), 50), 200_000)
  }

  private mutating func approved() -> String {
    let (year, month, day) = (
      2020 + generator.index(below: 3), 1 + generator.index(below: 12),
      1 + generator.index(below: 28)
    )
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// One to four units, each once.
  private mutating func units() -> [String] {
    var units: [String] = []
    for _ in 0...generator.index(below: 4) {
      let unit = DataSet.members.next(&generator)
      if !units.contains(unit) { units.append(unit) }
    }
    return units
  }
}

extension DataSet {
  private static let works = [
    "生态修复工程", "湿地公园建设", "水库除险加固", "公路改扩建", "光伏发电站", "中学迁建", "医院扩建", "标准厂房",
    "政务平台", "老旧小区改造", "高标准农田", "古城保护", "污水处理厂提标", "生态廊道", "湿地恢复", "变电站新建",
    "供水管网改造", "实训基地", "冷链物流园", "智慧停车场",
  ]
  private static let categories = SkewedChoice(
    [
      "生态修复", "湿地保护", "水利", "交通", "能源", "教育", "医疗", "产业园区", "信息化", "城市更新", "农业", "文旅",
    ], power: 0.6)
  private static let statuses = SkewedChoice(["前期", "在建", "已完工", "停工", "已验收"], power: 0.7)
  private static let unitNames = [
    "市", "东城区", "西城区", "南山区", "北林区", "高新区", "经开区", "临江县", "清河县", "安平县", "青山县", "云岭县",
  ].flatMap { place in
    ["发展改革委", "水利局", "交通运输局", "生态环境局", "住建局"].map { place + $0 }
  }
  private static let leads = SkewedChoice(unitNames, power: 1.05)
  private static let members = SkewedChoice(unitNames, power: 0.9)
}
