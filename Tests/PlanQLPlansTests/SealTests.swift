#if Seals
  import Foundation
  import PlanQLData
  import Testing

  @testable import PlanQLPlans

  @Suite("Seals of revisions")
  struct SealTests {
    private static let files = [
      "plan.yaml": """
      title: 规划
      money_unit: 万元
      periods:
        二期: 2023..2024
      tables:
        inspections: {file: lists/checks.csv}

      """,
      "units.csv": "name,aliases\n水利局,水务局\n环保局,\n",
      "projects.csv": """
      no,name,investment,period,units
      1,甲渠,100,2021..2022,水务局、环保局
      2,乙林,200,2023,环保局
      3,丙路,300,,

      """,
      "lists/checks.csv": "place,found\n河,1.50\n湖,2\n河,1.5\n",
    ]

    private func store(_ folder: borrowing TemporaryFolder) throws -> RevisionStore {
      RevisionStore(of: try PlanFolder.load(folder.path))
    }

    private func verify(
      _ folder: borrowing TemporaryFolder, _ name: String? = nil
    ) throws -> SealVerification {
      let store = try store(folder)
      return try SealVerification(of: name, in: store, store.own)
    }

    /// The differences as lines.
    private func lines(_ verification: SealVerification, _ language: Language? = .zh) -> [String] {
      let table = verification.differences.table(in: language)
      return (0..<table.count).map { row in
        table.columns.map { column in
          if case .text(let text) = column.values.value(row) { return text }
          return "-"
        }.joined(separator: " ")
      }
    }

    private func change(
      _ folder: borrowing TemporaryFolder, _ file: String, _ old: String, _ new: String
    ) throws {
      let path = folder.path + "/" + file
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text.contains(old))
      try text.replacingOccurrences(of: old, with: new)
        .write(toFile: path, atomically: true, encoding: .utf8)
    }

    private func reason(_ body: () throws -> Void) -> String? {
      do {
        try body()
        return nil
      } catch {
        return (error as? SealError)?.reason.en
      }
    }

    @Test("rows put into a numbered list change nothing of the others but their numbers")
    func numberedAnew() throws {
      let folder = try TemporaryFolder(SealTests.files)
      _ = try store(folder).seal(as: "first", tables: nil, asIs: false)
      try change(
        folder, "projects.csv", "1,甲渠,100,2021..2022,水务局、环保局\n2,乙林,200,2023,环保局\n3,丙路,300,,\n",
        "1,新桥,50,,\n2,甲渠,100,2021..2022,水务局、环保局\n3,丁路,300,,\n4,乙林,250,2023,环保局\n")
      // 丁路 has the number of 丙路, and none of the others its name: that one was renamed.
      let found = lines(try verify(folder))
      #expect(found.contains { $0.hasPrefix("项目 新桥 新增") })
      #expect(found.contains { $0.hasPrefix("项目 丁路 调整 名称 丙路 丁路") })
      #expect(found.contains { $0.hasPrefix("项目 乙林 调整 投资额 200万元 250万元") })
      #expect(found.contains { $0.hasPrefix("项目 甲渠 调整 序号 1 2") })
      #expect(found.count == 5)
    }

    @Test("a sealed plan is kept as its files are, and holds")
    func sealed() throws {
      let folder = try TemporaryFolder(SealTests.files)
      let seal = try store(folder).seal(as: "first", tables: nil, asIs: false)
      #expect(
        seal.tables.map { "\($0.name) \($0.rows)" } == [
          "inspections 3", "plan 1", "plan.periods 1", "projects 3", "units 2",
        ])
      for (name, text) in SealTests.files {
        let copy = try String(
          contentsOfFile: "\(folder.path)/revisions/first/\(name)", encoding: .utf8)
        #expect(copy == text)
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/revisions")
      #expect(names.sorted() == ["first", "first.seal"])
      let verification = try verify(folder)
      #expect(verification.holds)
      #expect(verification.seal == seal)
      #expect(seal.digest.count == 64)
    }

    @Test("the digest is that of the known bytes")
    func digest() {
      var digest = ContentDigest()
      digest.update(Array("a".utf8))
      digest.update([])
      digest.update(Array("bc".utf8))
      // The example of FIPS 180-4.
      #expect(
        digest.text() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test("each changed, added and removed cell and row is told with both values and its place")
    func differences() throws {
      let folder = try TemporaryFolder(SealTests.files)
      try store(folder).seal(as: "first", tables: nil, asIs: false)
      try change(folder, "projects.csv", "2,乙林,200", "2,乙林,210")
      try change(folder, "projects.csv", "3,丙路,300,,\n", "4,丁桥,5,,\n")
      try change(folder, "plan.yaml", "2023..2024", "2023..2025")
      try change(folder, "lists/checks.csv", "place,found\n", "place,found\n塘,9\n")
      try change(folder, "lists/checks.csv", "湖,2\n", "湖,3\n")
      let verification = try verify(folder)
      #expect(!verification.holds)
      #expect(verification.altered.isEmpty)
      #expect(
        lines(verification) == [
          "规划时段 二期 调整 期间 2023—2024年 2023—2025年 -",
          "项目 乙林 调整 投资额 200万元 210万元 projects.csv:3",
          "项目 丁桥 新增 - - - projects.csv:4",
          "项目 丙路 调出 - - - revisions/first/projects.csv:4",
          "inspections 1 新增 - - - lists/checks.csv:2",
          "inspections 3 调整 found 2 3 lists/checks.csv:4",
        ])
      #expect(
        lines(verification, nil)[1]
          == "projects 乙林 changed investment 2000000 2100000 projects.csv:3")
    }

    @Test("what is only written otherwise is no difference")
    func otherWriting() throws {
      let folder = try TemporaryFolder(SealTests.files)
      let seal = try store(folder).seal(as: "first", tables: nil, asIs: false)
      try change(folder, "projects.csv", "水务局、环保局", "水利局，环保局")
      try change(folder, "projects.csv", "2021..2022", "2021-2022")
      try change(folder, "projects.csv", ",200,", ",200.00,")
      try change(folder, "lists/checks.csv", "1.50", "1.5")
      #expect(try verify(folder).holds)
      #expect(
        try store(folder).seal(as: "second", tables: nil, asIs: false).digest == seal.digest)
      #expect(reason { _ = try verify(folder) } == "several revisions are sealed: first, second")
    }

    @Test("a link to a renamed row is no change of the rows that link to it")
    func renamedTarget() throws {
      let budgets = ["budgets.csv": "project,year,amount\n2,2023,50\n2,2024,150\n"]
      let folder = try TemporaryFolder(SealTests.files.merging(budgets) { $1 })
      try store(folder).seal(as: "first", tables: nil, asIs: false)
      try change(folder, "projects.csv", "乙林", "乙林场")
      #expect(lines(try verify(folder)) == ["项目 乙林场 调整 名称 乙林 乙林场 projects.csv:3"])
    }

    @Test("a change of the sealed copy is found, and one of the seal itself")
    func altered() throws {
      let folder = try TemporaryFolder(SealTests.files)
      try store(folder).seal(as: "first", tables: nil, asIs: false)
      for file in ["projects.csv", "revisions/first/projects.csv"] {
        try change(folder, file, "2,乙林,200", "2,乙林,210")
      }
      let verification = try verify(folder)
      #expect(verification.altered == ["projects"])
      #expect(verification.differences.isEmpty)
      #expect(!verification.holds)
      try change(folder, "revisions/first.seal", "projects 3", "projects 4")
      #expect(
        reason { _ = try verify(folder) }?.hasPrefix("the file of the seal was altered") == true)
    }

    @Test("rows of one name, lists and texts, and the fiscal year are all under the seal")
    func tellingApart() throws {
      let files = [
        "plan.yaml": "title: 规划\nmoney_unit: 万元\nfiscal_year: {start: 4, named_by: end}\n",
        "projects.csv": "no,name,investment\n1,甲渠,100\n2,甲渠,200\n",
        "budgets.csv": "project,year,amount\n1,2021,30\n2,2021,40\n",
        "units.yaml": "- {name: 水利局, aliases: [甲, 乙]}\n",
      ]
      let changes = [
        ("budgets.csv", "1,2021,30\n2,2021,40", "2,2021,30\n1,2021,40", "budgets"),
        ("units.yaml", "[甲, 乙]", "[甲、乙]", "units"), ("plan.yaml", "start: 4", "start: 7", "plan"),
      ]
      for (file, old, new, table) in changes {
        let folder = try TemporaryFolder(files)
        try store(folder).seal(as: "first", tables: nil, asIs: false)
        #expect(try verify(folder).holds)
        try change(folder, file, old, new)
        try change(folder, "revisions/first/" + file, old, new)
        #expect(try verify(folder).altered == [table])
      }
    }

    @Test("a seal over some tables lets the others grow")
    func someTables() throws {
      let folder = try TemporaryFolder(SealTests.files)
      let seal = try store(folder).seal(as: "first", tables: ["项目", "units"], asIs: false)
      #expect(seal.tables.map(\.name) == ["projects", "units"])
      try change(folder, "lists/checks.csv", "湖,2\n", "湖,3\n海,7\n")
      #expect(try verify(folder).holds)
      try change(folder, "projects.csv", "300", "301")
      #expect(try verify(folder).differences.all.count == 1)
      #expect(
        reason { try store(folder).seal(as: "second", tables: ["streets"], asIs: false) }
          == "the plan has no table 'streets'")
    }

    @Test("a revision that is there is sealed as it stands, and never twice")
    func asIs() throws {
      let old = ["revisions/old/projects.csv": "no,name,investment\n1,甲渠,90\n"]
      let folder = try TemporaryFolder(SealTests.files.merging(old) { $1 })
      #expect(
        reason { try store(folder).seal(as: "old", tables: nil, asIs: false) }
          == "there is a revision 'old' already, which is not sealed")
      #expect(reason { _ = try verify(folder, "old") } == "the revision 'old' is not sealed")
      #expect(reason { _ = try verify(folder) } == "the plan has no sealed revision")
      try store(folder).seal(as: "old", tables: ["projects"], asIs: true)
      #expect(lines(try verify(folder))[0] == "项目 甲渠 调整 投资额 90万元 100万元 projects.csv:2")
      for asIs in [true, false] {
        #expect(
          reason { try store(folder).seal(as: "old", tables: nil, asIs: asIs) }
            == "the revision 'old' is sealed already")
      }
    }

    @Test(
      "names that are no names of folders are refused, and nothing is written",
      arguments: ["", "current", "../x", ".x", "a/b"])
    func names(name: String) throws {
      let folder = try TemporaryFolder(SealTests.files)
      #expect(
        reason { try store(folder).seal(as: name, tables: nil, asIs: false) }
          == "'\(name)' cannot be the name of a revision")
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/revisions"))
    }

    @Test("a seal that cannot be written leaves what was there")
    func failure() throws {
      let folder = try TemporaryFolder(SealTests.files.merging(["revisions": "a file"]) { $1 })
      #expect(
        reason { try store(folder).seal(as: "first", tables: nil, asIs: false) }?
          .contains("cannot be written") == true)
      let kept = try String(contentsOfFile: folder.path + "/revisions", encoding: .utf8)
      #expect(kept == "a file")
    }

    @Test("recorded changes allow just the differences that they speak of")
    func approvals() throws {
      let changes = """
        subject,project,date,kind,field,old,new,authority
        乙林增资,2,2022-03-01,cost,投资额,200,205,一号
        乙林再增资,2,2022-04-01,cost,总投资,205,210,二号
        甲渠增资,1,2022-05-01,cost,investment,100,150,三号
        丙路调出,,2022-06-01,取消,,,,四号
        乙林延期,1,2022-08-01,delay,建设期限,2023,2024,六号
        乙林延期,2,2022-08-02,delay,建设期限,2023,2024,
        甲渠移交,1,2022-07-01,transfer,责任单位,水利局、环保局,环保局,五号

        """
      let folder = try TemporaryFolder(SealTests.files)
      try store(folder).seal(as: "first", tables: ["projects"], asIs: false)
      try changes.write(toFile: folder.path + "/changes.csv", atomically: true, encoding: .utf8)
      try change(folder, "projects.csv", "乙林,200,2023", "乙林,210,2024")
      try change(folder, "projects.csv", "甲渠,100,2021..2022,水务局、环保局", "甲渠,160,2021..2022,环保局")
      try change(folder, "projects.csv", "3,丙路,300,,\n", "")
      let verification = try verify(folder)
      #expect(
        lines(verification) == [
          "项目 甲渠 调整 投资额 100万元 160万元 - projects.csv:2",
          "项目 甲渠 调整 责任单位 水利局、环保局 环保局 五号 2022-07-01 projects.csv:2",
          "项目 甲渠 调整 牵头单位 水利局 环保局 五号 2022-07-01 projects.csv:2",
          "项目 乙林 调整 投资额 200万元 210万元 一号 2022-03-01、二号 2022-04-01 projects.csv:3",
          "项目 乙林 调整 建设期限 2023年 2024年 - projects.csv:3",
          "项目 丙路 调出 - - - 四号 2022-06-01 revisions/first/projects.csv:4",
        ])
      #expect(verification.differences.unapproved.count == 2)
    }

    @Test(
      "a record of another project, of values with a gap between, or without an authority allows nothing",
      arguments: [
        ("水厂二期增资,,增资,investment,100,120,一号\n", nil), ("水厂三期增资,,增资,investment,,,一号\n", nil),
        ("水厂增资,,增资,investment,100,120,一号\n", "一号"),
        ("水厂二期、水厂增资,,增资,investment,100,120,一号\n", "一号"),
        ("甲,1,增资,investment,100,110,一号\n乙,1,增资,investment,115,120,二号\n", nil),
        ("甲,1,增资,investment,100,110,一号\n乙,1,增资,investment,110.0,120,二号\n", "一号、二号"),
        ("水厂增资,1,增资,investment,100,120,\" \"\n", nil),
        ("水厂增资,1,增资,investment,100,120,无\n", nil),
      ])
    func otherRecords(records: String, approval: String?) throws {
      let folder = try TemporaryFolder([
        "plan.yaml": "money_unit: 万元\n",
        "projects.csv": "no,name,investment\n1,水厂,100\n2,水厂二期,50\n",
      ])
      try store(folder).seal(as: "first", tables: ["projects"], asIs: false)
      try change(folder, "projects.csv", "1,水厂,100", "1,水厂,120")
      try ("subject,project,kind,field,old,new,authority\n" + records)
        .write(toFile: folder.path + "/changes.csv", atomically: true, encoding: .utf8)
      #expect(try verify(folder).differences.all.map(\.approval) == [approval])
    }

    @Test("a record of a decision needs no other that allows it, but one without an authority does")
    func recordsOfDecisions() throws {
      let header = "subject,field,old,new,authority\n"
      for before in ["", header + "丙路,investment,250,300,零号\n"] {
        var files = SealTests.files
        if !before.isEmpty { files["changes.csv"] = before }
        let folder = try TemporaryFolder(files)
        try store(folder).seal(as: "first", tables: nil, asIs: false)
        let records = (before.isEmpty ? header : before) + "乙林增资,investment,200,205,一号\n"
        try records.write(toFile: folder.path + "/changes.csv", atomically: true, encoding: .utf8)
        try change(folder, "projects.csv", "乙林,200", "乙林,205")
        let verification = try verify(folder)
        #expect(verification.differences.all.map(\.approval) == ["一号", "一号"])
        #expect(!verification.holds)
        try (records + "甲渠增资,investment,100,150,\n")
          .write(toFile: folder.path + "/changes.csv", atomically: true, encoding: .utf8)
        #expect(try verify(folder).differences.unapproved.map(\.table.en) == ["changes"])
      }
    }

    @Test("a record that was sealed and altered since allows nothing by that")
    func alteredRecords() throws {
      var files = SealTests.files
      files["changes.csv"] = "subject,field,old,new,authority\n丙路,investment,250,300,零号\n"
      let folder = try TemporaryFolder(files)
      try store(folder).seal(as: "first", tables: nil, asIs: false)
      try change(folder, "changes.csv", "250,300", "250,310")
      #expect(try verify(folder).differences.unapproved.count == 1)
    }

    @Test(
      "a record that was sealed allows what it states, from the sealed value, and nothing for ever")
    func sealedRecords() throws {
      let header = "subject,field,old,new,authority\n"
      let cases = [
        ("乙林,investment,,,零号\n", 999, nil), ("乙林,investment,200,,零号\n", 999, "零号"),
        ("乙林,investment,150,200,零号\n", 999, nil),
        ("乙林,investment,200,205,零号\n", 205, "零号"),
        ("乙林,investment,200,205,零号\n", 206, nil),
      ]
      for (record, amount, approval) in cases {
        var files = SealTests.files
        files["changes.csv"] = header + record
        let folder = try TemporaryFolder(files)
        try store(folder).seal(as: "first", tables: nil, asIs: false)
        try change(folder, "projects.csv", "乙林,200", "乙林,\(amount)")
        #expect(try verify(folder).differences.all.map(\.approval) == [approval])
        try (header + record + "乙林,investment,200,\(amount),一号\n")
          .write(toFile: folder.path + "/changes.csv", atomically: true, encoding: .utf8)
        #expect(try verify(folder).holds == false)
        #expect(try verify(folder).differences.unapproved.isEmpty)
      }
    }

    @Test("records that are all gone are missed, whether their file is empty or gone too")
    func removedRecords() throws {
      var files = SealTests.files
      let header = "subject,field,old,new,authority\n"
      files["changes.csv"] = header + "丙路,investment,250,300,零号\n丙路,name,丁路,丙路,一号\n"
      for isEmptied in [true, false] {
        let folder = try TemporaryFolder(files)
        try store(folder).seal(as: "first", tables: nil, asIs: false)
        let path = folder.path + "/changes.csv"
        if isEmptied {
          try header.write(toFile: path, atomically: true, encoding: .utf8)
        } else {
          try FileManager.default.removeItem(atPath: path)
        }
        let verification = try verify(folder)
        #expect(!verification.holds)
        let gone = try #require(verification.differences.unapproved.first)
        #expect(gone.table.en == "changes" && gone.change == .removed && gone.count == 2)
      }
    }

    @Test("rows go by their keys, and a record speaks of a name only where it stands by itself")
    func keyedRows() throws {
      let folder = try TemporaryFolder([
        "plan.yaml": "title: 规划\ntables: {parts: {key: id}}\n", "parts.csv": "id,c\nA1,1\nB2,2\n",
      ])
      try store(folder).seal(as: "first", tables: nil, asIs: false)
      try change(folder, "parts.csv", "A1,1", "A1,7")
      let records = "subject,field,authority\nA12 and BA1,c,一号\n"
      try records.write(toFile: folder.path + "/changes.csv", atomically: true, encoding: .utf8)
      #expect(lines(try verify(folder)).contains("parts A1 调整 c 1 7 - parts.csv:2"))
      try change(folder, "changes.csv", "A12 and", "第A1号、A12 and")
      #expect(try verify(folder).differences.unapproved.isEmpty)
    }

    @Test("a sealed copy goes by its own settings, and those of the plan are compared with them")
    func ownSettings() throws {
      let folder = try TemporaryFolder([
        "plan.yaml": "title: 规划\nmoney_unit: 万元\n", "projects.csv": "no,name,investment\n1,河道,12\n",
      ])
      try store(folder).seal(as: "first", tables: nil, asIs: false)
      #expect(try verify(folder).holds)
      try change(
        folder, "plan.yaml", "money_unit: 万元",
        "money_unit: 万元\nas_of: 2024-06-30\ntables: {projects: {fields: {investment: {unit: 亿元}}}}")
      let verification = try verify(folder)
      #expect(verification.altered.isEmpty)
      // A seal that was altered does not make the copy mean something else.
      let seal = folder.path + "/revisions/first.seal"
      let text = try String(contentsOfFile: seal, encoding: .utf8)
      try (text + "x\n").write(toFile: seal, atomically: true, encoding: .utf8)
      let copy = try #require(try store(folder).plan(named: "first"))
      #expect(try copy.values("projects", "investment") == [wan(12)])
      try text.write(toFile: seal, atomically: true, encoding: .utf8)
      #expect(
        lines(verification) == [
          "规划 规划 调整 截至日期 - 2024-06-30 plan.yaml:3",
          "项目 河道 调整 投资额 12万元 12亿元 projects.csv:2",
        ])
    }

    @Test("a plan with another title is the same plan")
    func title() throws {
      let folder = try TemporaryFolder(SealTests.files)
      try store(folder).seal(as: "first", tables: nil, asIs: false)
      try change(folder, "plan.yaml", "title: 规划", "title: 新规划")
      #expect(lines(try verify(folder)) == ["规划 新规划 调整 标题 规划 新规划 plan.yaml:1"])
    }

    @Test("the order of a declared enumeration's values is sealed with them")
    func declaredValues() throws {
      let folder = try TemporaryFolder([
        "plan.yaml": "tables: {marks: {fields: {grade: {values: [低, 高]}}}}\n",
        "marks.csv": "name,grade\n甲,低\n",
      ])
      try store(folder).seal(as: "first", tables: nil, asIs: false)
      #expect(try verify(folder).differences.unapproved.isEmpty)
      try change(folder, "plan.yaml", "[低, 高]", "[高, 低]")
      let found = try #require(try verify(folder).differences.unapproved.first)
      #expect(found.table.en == "plan.values" && found.row == "marks.grade")
      #expect(try verify(folder).differences.unapproved.count == 1)
    }
  }
#endif
