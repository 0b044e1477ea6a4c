import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("Standard tables")
struct StandardTablesTests {
  @Test("all tables of a plan are declared, in order")
  func tables() {
    #expect(
      StandardTables.all.map(\.name.en) == [
        "plan", "stated_totals", "sections", "measures", "duties", "projects", "units",
        "responsibilities", "officials", "indicators", "observations", "budgets", "yearly",
        "funding",
        "fiscal", "progress", "milestones", "assessments", "rules", "cases", "changes",
      ])
  }

  /// Every name that stands for a field or a back link.
  private static let names = StandardTables.all.flatMap { table in
    table.fields.flatMap { [$0.name] + [$0.inverse].compactMap { $0 } }
  }

  @Test("an English name has one Chinese name in all tables")
  func englishToChinese() {
    var chinese: [String: String] = [:]
    for name in Self.names {
      #expect(chinese[name.en, default: name.zh] == name.zh, "\(name.en)")
      chinese[name.en] = name.zh
    }
  }

  @Test("a Chinese name has one English name in all tables, but for the plural")
  func chineseToEnglish() {
    let plurals = Dictionary(
      uniqueKeysWithValues: StandardTables.all.map { ($0.name.en, $0.rowName.en) })
    var english: [String: String] = [:]
    for name in Self.names {
      let singular = plurals[name.en] ?? name.en
      #expect(english[name.zh, default: singular] == singular, "\(name.zh)")
      english[name.zh] = singular
    }
  }

  @Test("within a table no two names of fields and back links are alike")
  func namesWithinTables() {
    for table in StandardTables.all {
      var names = table.fields.map(\.name)
      for other in StandardTables.all {
        names += other.fields.filter { $0.target == table.name.en }.compactMap(\.inverse)
      }
      #expect(Set(names.map(\.en)).count == names.count, "\(table.name.en)")
      #expect(Set(names.map(\.zh)).count == names.count, "\(table.name.en)")
    }
  }

  @Test("tables and rows have names of their own")
  func tableNames() {
    let tables = StandardTables.all
    #expect(Set(tables.map(\.name.en)).count == tables.count)
    #expect(Set(tables.map(\.name.zh)).count == tables.count)
    #expect(Set(tables.map(\.rowName.en)).count == tables.count)
  }

  @Test("every field is described in both languages")
  func docs() {
    for table in StandardTables.all {
      #expect(table.doc.en.hasSuffix(".") && table.doc.zh.hasSuffix("。"), "\(table.name.en)")
      for field in table.fields {
        #expect(
          field.doc.en.hasSuffix(".") && field.doc.zh.hasSuffix("。"),
          "\(table.name.en).\(field.name.en)")
      }
    }
  }

  @Test("every link leads to a table and has a name back")
  func links() {
    for table in StandardTables.all {
      for field in table.fields {
        #expect((field.target != nil) == (field.inverse != nil), "\(field.name.en)")
        if let target = field.target { #expect(StandardTables.table(named: target) != nil) }
      }
    }
  }

  @Test("keys, names, parents and stand-ins are fields")
  func references() {
    for table in StandardTables.all {
      let names =
        table.nameFields + table.keys.joined() + [table.parentField].compactMap { $0 }
        + table.fields.compactMap(\.firstOf)
      for name in names {
        #expect(table.fields.contains { $0.name.en == name }, "\(table.name.en).\(name)")
      }
    }
  }

  @Test("a heading means one field of a table")
  func headings() {
    for table in StandardTables.all {
      var owners: [String: String] = [:]
      for field in table.fields {
        for alias in field.aliases {
          let heading = NameText.heading(alias)
          #expect(owners[heading] == nil, "\(table.name.en): \(alias)")
          owners[heading] = field.name.en
        }
      }
    }
  }

  @Test("every value of an enumeration has two spellings, and no spelling means two values")
  func enumerations() {
    for enumeration in Enumerations.all {
      let spellings = enumeration.cases.flatMap { [$0.name.en, $0.name.zh] + $0.aliases }
      #expect(Set(spellings).count == spellings.count, "\(enumeration.name)")
      for value in enumeration.cases {
        #expect(value.name.en.utf8.allSatisfy { $0 < 0x80 } && !value.name.zh.isEmpty)
      }
    }
    #expect(Set(Enumerations.all.map(\.name)).count == Enumerations.all.count)
  }

  @Test("what a status says is in order")
  func status() throws {
    let codes = ["not_started", "前期", "在建", "竣工", "in_use"].map(Enumerations.status.code)
    #expect(codes == [1, 2, 3, 5, 6])
  }

  @Test("back links have the names that scripts use")
  func backLinks() throws {
    let catalog = try load(["plan.yaml": "title: x\n"]).catalog
    func names(_ table: String) throws -> [String] {
      let place = try requireValue(catalog.table(named: table), table)
      return catalog.backLinks[place].map(\.name.en).sorted()
    }
    #expect(
      try names("units") == [
        "assessments", "cases", "duties", "groups", "indicators", "led_projects", "measures",
        "officials", "projects", "responsibilities", "subordinates",
      ])
    #expect(
      try names("projects") == [
        "budgets", "changes", "funding", "milestones", "progress", "responsibilities", "yearly",
      ])
    #expect(try names("sections") == ["measures", "projects", "stated_totals", "subsections"])
  }
}
