import Foundation
import GRDB
import PlanQL

@testable import PlanQLPlans

/// A form that a plan can be kept in.
enum PlanForm: String, CaseIterable, Sendable {
  case csvFolder, tsvFolder, jsonFolder, jsonLinesFolder, yamlFolder, mixedFolder
  case yamlFile, jsonFile, sqliteFile
}

/// A folder of CSV files with a `plan.yaml`, cell by cell, to be written in other forms.
struct PlainPlan {
  let settings: String
  let tables: [PlainTable]

  init(folder: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    settings =
      names.contains("plan.yaml")
      ? try String(contentsOfFile: folder + "/plan.yaml", encoding: .utf8) : ""
    tables = try names.filter { $0.hasSuffix(".csv") }.map { name in
      PlainTable(
        name: String(name.dropLast(4)),
        text: try String(contentsOfFile: folder + "/" + name, encoding: .utf8))
    }
  }

  /// Writes the plan into a folder and says what to load: the folder, or the file in it.
  func write(as form: PlanForm, to folder: String, named name: String = "plan") throws -> String {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    switch form {
    case .yamlFile:
      let path = "\(folder)/\(name).yaml"
      try (settings + tables.map { "\($0.name):\n\($0.yaml(indented: true))" }.joined())
        .write(toFile: path, atomically: true, encoding: .utf8)
      return path
    case .jsonFile:
      let path = "\(folder)/\(name).json"
      let entries = try settingsAsJSON() + tables.map { ($0.name, $0.json) }
      try JSONText.object(entries.map { (key: $0.0, value: $0.1) })
        .write(toFile: path, atomically: true, encoding: .utf8)
      return path
    case .sqliteFile:
      let path = "\(folder)/\(name).sqlite"
      try writeDatabase(to: path)
      return path
    case .csvFolder, .tsvFolder, .jsonFolder, .jsonLinesFolder, .yamlFolder, .mixedFolder:
      if !settings.isEmpty {
        try settings.write(toFile: folder + "/plan.yaml", atomically: true, encoding: .utf8)
      }
      for (place, table) in tables.enumerated() { try table.write(as: form, place, to: folder) }
      return folder
    }
  }

  /// What `plan.yaml` says, as names and values of JSON.
  private func settingsAsJSON() throws -> [(String, String)] {
    var tokens = try YAMLTokens(settings)
    let root = try TreeNode(tokens.next(), of: &tokens)
    return root.mapping?.map { ($0.key, PlainPlan.json($0.value)) } ?? []
  }

  private static func json(_ node: TreeNode) -> String {
    switch node.content {
    case .scalar(let text): JSONText.string(text)
    case .list(let elements): JSONText.array(elements.map(json))
    case .mapping(let entries):
      JSONText.object(entries.map { (key: $0.key, value: json($0.value)) })
    }
  }

  private func writeDatabase(to path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { database in
      if !settings.isEmpty {
        try database.execute(sql: "CREATE TABLE plan (settings TEXT)")
        try database.execute(sql: "INSERT INTO plan VALUES (?)", arguments: [settings])
      }
      for (place, table) in tables.enumerated() { try table.write(to: database, place) }
    }
    try queue.close()
  }
}

/// A table as a CSV file has it; nil is a cell of nothing.
struct PlainTable {
  let name: String
  let headings: [String]
  let rows: [[String?]]

  init(name: String, text: String) {
    self.name = name
    var rows = PlainTable.rows(of: text)
    self.headings = rows.removeFirst().map { $0 ?? "" }
    self.rows = rows
  }

  /// The cells of CSV text, after the comments at its head.
  private static func rows(of text: String) -> [[String?]] {
    var rest = text[...]
    while rest.first == "#" { rest = rest.drop { $0 != "\n" }.dropFirst() }
    var rows: [[String?]] = []
    var row: [String?] = []
    while let first = rest.first {
      if first == "\"" {
        var cell = ""
        rest.removeFirst()
        while let end = rest.firstIndex(of: "\"") {
          cell += rest[..<end]
          rest = rest[rest.index(after: end)...]
          guard rest.first == "\"" else { break }
          cell += "\""
          rest.removeFirst()
        }
        row.append(cell)
      } else {
        let cell = rest.prefix { $0 != "," && $0 != "\n" }
        rest = rest[cell.endIndex...]
        row.append(cell.isEmpty ? nil : String(cell))
      }
      let isEnd = rest.first != ","
      if !rest.isEmpty { rest.removeFirst() }
      if isEnd {
        rows.append(row)
        row = []
      } else if rest.isEmpty || rest.first == "\n" {
        row.append(nil)
        rows.append(row)
        row = []
        rest = rest.dropFirst()
      }
    }
    return rows
  }

  /// Whether every cell of a column is a whole number, or a number that a double writes the same.
  func kind(of column: Int) -> (isInt: Bool, isNumber: Bool) {
    let cells = rows.compactMap { $0[column] }
    let isInt = cells.allSatisfy { Int($0).map(String.init) == $0 }
    let isNumber = cells.allSatisfy { cell in
      Int(cell).map(String.init) == cell || Double(cell)?.description == cell
    }
    return (isInt && !cells.isEmpty, isNumber && !cells.isEmpty)
  }

  /// A record as names and values of JSON; cells of nothing are null, or not there at all.
  private func record(_ row: Int) -> [(key: String, value: String)] {
    headings.indices.compactMap { column in
      guard let cell = rows[row][column] else {
        return column.isMultiple(of: 2) ? (headings[column], "null") : nil
      }
      let isPlain = kind(of: column).isNumber || cell == "true" || cell == "false"
      return (headings[column], isPlain ? cell : JSONText.string(cell))
    }
  }

  var json: String {
    "[\n" + rows.indices.map { JSONText.object(record($0)) }.joined(separator: ",\n") + "\n]"
  }

  func yaml(indented: Bool) -> String {
    if rows.isEmpty { return indented ? "  []\n" : "[]\n" }
    return rows.indices.map { row in
      let entries = record(row).map { "\(JSONText.string($0.key)): \($0.value)" }
      let lines = entries.isEmpty ? ["{}"] : entries
      return "- " + lines.joined(separator: "\n  ") + "\n"
    }.joined()
  }

  func write(as form: PlanForm, _ place: Int, to folder: String) throws {
    var form = form
    if form == .mixedFolder {
      form =
        [.csvFolder, .jsonFolder, .yamlFolder, .tsvFolder, .jsonLinesFolder, .sqliteFile][place % 6]
    }
    let (ending, text): (String, String)
    switch form {
    case .csvFolder: (ending, text) = ("csv", CSVText.file(header: headings, rows: rows))
    case .tsvFolder:
      let lines = ([headings] + rows).map { row in
        row.map { CSVText.cell($0).contains("\t") ? "\"\($0 ?? "")\"" : CSVText.cell($0) }
          .joined(separator: "\t") + "\n"
      }
      (ending, text) = ("tsv", lines.joined())
    case .jsonFolder: (ending, text) = ("json", json)
    case .jsonLinesFolder:
      (ending, text) = ("jsonl", rows.indices.map { JSONText.object(record($0)) + "\n" }.joined())
    case .yamlFolder: (ending, text) = ("yaml", yaml(indented: false))
    case .sqliteFile, .mixedFolder, .yamlFile, .jsonFile:
      let queue = try DatabaseQueue(path: "\(folder)/data\(place).sqlite")
      try queue.write { try write(to: $0, place) }
      return try queue.close()
    }
    try text.write(toFile: "\(folder)/\(name).\(ending)", atomically: true, encoding: .utf8)
  }

  /// Makes the table, with declared and undeclared types in turn.
  func write(to database: Database, _ place: Int) throws {
    let columns = headings.indices.map { column -> String in
      let (isInt, isNumber) = kind(of: column)
      // A declared REAL would make 1.0 of the 1 beside a 1.1.
      let isReal = isNumber && rows.allSatisfy { $0[column]?.contains(".") ?? true }
      let type = isInt ? " INTEGER" : isReal ? " REAL" : isNumber ? "" : " TEXT"
      return quoted(headings[column]) + ((place + column).isMultiple(of: 3) ? "" : type)
    }
    try database.execute(
      sql: "CREATE TABLE \(quoted(name)) (\(columns.joined(separator: ", ")))")
    let marks = headings.map { _ in "?" }.joined(separator: ", ")
    for row in rows {
      let values = headings.indices.map { column -> (any DatabaseValueConvertible)? in
        guard let cell = row[column] else { return nil }
        guard kind(of: column).isNumber else { return cell }
        return Int(cell) ?? Double(cell)
      }
      try database.execute(
        sql: "INSERT INTO \(quoted(name)) VALUES (\(marks))",
        arguments: StatementArguments(values))
    }
  }

  private func quoted(_ name: String) -> String {
    "\"\(name.replacing("\"", with: "\"\""))\""
  }
}
