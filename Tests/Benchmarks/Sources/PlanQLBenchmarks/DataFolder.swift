import Foundation

/// The data set written as a plan folder: two CSV files and what they do not say.
struct DataFolder {
  let path: String
  /// The size of the CSV files.
  let byteCount: Int

  /// Writes the folder, over what is there.
  init(writing dataSet: DataSet, to path: String) throws {
    let folder = URL(fileURLWithPath: path, isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var projects = Data(
      "id,name,category,investment_wan,start_year,end_year,lead,status,approved\n".utf8)
    var units = Data("project_id,unit\n".utf8)
    for record in dataSet {
      projects.append(contentsOf: DataFolder.line(record).utf8)
      for unit in record.units { units.append(contentsOf: "\(record.id),\(unit)\n".utf8) }
    }
    try projects.write(to: folder.appendingPathComponent("projects.csv"))
    try units.write(to: folder.appendingPathComponent("project_units.csv"))
    try Data(DataFolder.plan.utf8).write(to: folder.appendingPathComponent("plan.yaml"))
    self.path = path
    self.byteCount = projects.count + units.count
  }

  private static func line(_ record: ProjectRecord) -> String {
    let name = record.name
    let mustQuote = name.utf8.contains { $0 == 0x2c || $0 == 0x22 || $0 == 0x0a }
    let cell =
      mustQuote
      ? "\"\(name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
      : name
    return "\(record.id),\(cell),\(record.category),\(record.investment),\(record.startYear),"
      + "\(record.endYear),\(record.lead),\(record.status),\(record.approved)\n"
  }

  private static let plan = """
    title: Benchmark
    money_unit: 万元
    tables:
      projects:
        fields:
          no: {from: id}
          investment: {from: investment_wan, type: money, unit: 万元}
          period: {from: [start_year, end_year]}
          start_year: {from: start_year, type: int}
          status: {type: text}
          lead: {type: text}
          category: {type: text}
      project_units:
        fields:
          project: {from: project_id, link: projects}

    """
}
