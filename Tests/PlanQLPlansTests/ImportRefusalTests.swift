import Foundation
import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("documents that are refused, and documents that are broken")
struct ImportRefusalTests {
  private func refusal(_ text: String) -> ImportRefusal? {
    #expect(throws: ImportRefusal.self) {
      try DocumentImport.run(text: text, fileName: "a.txt")
    }
  }

  @Test("a damaged workbook is none that is to be saved as a text")
  func damagedWorkbook() {
    let bytes: [UInt8] = [0x50, 0x4B, 0, 1, 2, 0xFF, 0xFE, 0x81, 3]
    for name in ["a.xlsx", "a.docx"] {
      let refused = #expect(throws: ImportRefusal.self) {
        try DocumentImport.run(bytes: bytes, fileName: name)
      }
      #expect(refused?.reason == ImportRefusal.brokenArchive.reason)
    }
  }

  @Test("headings whose rows are scrambled are refused with the line")
  func scrambled() {
    let refused = refusal(ImportFixture.scrambled)
    #expect(refused?.line == 1)
    #expect(refused?.text(.en).hasPrefix("a.txt:1: the headings '序号 重点任务") == true)
    #expect(refused?.reason.zh.contains("无法分出各行") == true)
  }

  @Test("a table whose reading order is broken is refused")
  func brokenOrder() {
    let refused = refusal(
      """
      领域 任 务 序号
      指标名称
      单位 指标值
      指标属性
      1 耕地红线
      - 划定并遵守 约束性指标
      空 间
      2 受保护地区
      """)
    #expect(refused?.line == 1)
    #expect(refused?.reason.en.hasSuffix("its rows cannot be told apart") == true)
  }

  @Test("a table of which most rows cannot be read is refused")
  func mostlyLost() {
    let refused = refusal(
      """
      序号 项目名称 建设内容 投资额(万元) 建设期限 责任单位
      1 甲 修复
      2 乙 修复 2021 水利局
      3 丙 修复 300 2023 水利局
      """)
    #expect(
      refused?.reason.en
        == "of the table '序号 项目名称 建设内容 投资额(万元) 建设期限 责任单位' only 1 rows can be read and 2 cannot")
  }

  @Test("prose without figures is refused")
  func prose() {
    #expect(refusal("一、加强领导\n要加强领导。")?.reason.en.hasPrefix("no table") == true)
    #expect(refusal(" \n\n")?.reason.en == "the document is blank")
  }

  @Test("files that are no text are refused for what they are")
  func formats() {
    let cases: [([UInt8], String)] = [
      (Array("%PDF-1.7".utf8), "a PDF file"), ([0x50, 0x4B, 3, 4, 0], "the file is damaged"),
      ([0x50, 0x4B, 3, 4, 0, 0x50, 0x4B, 5, 6], "a zip archive"),
      ([0, 1, 2, 3], "not a text"), ([0xFF, 0xFE, 0x41], "not a text"),
      ([0xC3, 0x28, 0xE9, 0x20], "not a text"), (Array("{\\rtf1".utf8), "an RTF file"),
      ([0x4D, 0xFC, 0x6E, 0x63, 0x68, 0x65, 0x6E, 0x20], "not a text"),
    ]
    for (bytes, start) in cases {
      let refused = #expect(throws: ImportRefusal.self) {
        try DocumentImport.run(bytes: bytes, fileName: "a")
      }
      #expect(refused?.reason.en.hasPrefix(start) == true)
    }
  }

  @Test("no cut through a document, and no change of a character, is a crash")
  func cuts() {
    var random = SystemRandomNumberGenerator()
    let noise = Array("、 \n|\t()（）一1.2021-合计序号,。：:;项目名称责任单位".unicodeScalars)
    for text in ImportFixture.all + [ImportFixture.scrambled] {
      let scalars = Array(text.unicodeScalars)
      for round in 0..<50 {
        var copy = scalars
        if round.isMultiple(of: 2) {
          copy.removeLast(Int.random(in: 0...copy.count, using: &random))
        } else {
          for _ in 0..<5 {
            copy[Int.random(in: 0..<copy.count, using: &random)] =
              noise[Int.random(in: 0..<noise.count, using: &random)]
          }
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: copy)
        let cut = String(view)
        guard let result = try? DocumentImport.run(text: cut, fileName: "cut.txt") else { continue }
        let document = result.report.documents[0]
        #expect(document.roles.reduce(0) { $0 + $1.count } == document.lineCount)
      }
    }
  }

  @Test("monstrous documents end soon")
  func monsters() {
    let heading = "序号 项目名称 建设内容 投资额(万元) 建设期限 责任单位"
    let texts = [
      heading + "\n" + String(repeating: "一、甲\n", count: 8000),
      "1." + String(repeating: "(", count: 20_000) + "牵头单位:",
      String(repeating: "序号 ", count: 20_000), heading + String(repeating: " 1", count: 8000),
      String(repeating: "|", count: 40_000),
      heading + "\n1 甲 " + String(repeating: "9 ", count: 5000),
    ]
    for text in texts {
      #expect(throws: ImportRefusal.self) {
        try DocumentImport.run(text: text, fileName: "a.txt")
      }
    }
  }
}

@Suite("folders of imported plans")
struct ImportFolderTests {
  @Test("what an import writes loads without an error")
  func loads() throws {
    for text in ImportFixture.all {
      try withFolder { folder in
        let result = try DocumentImport.run(text: text, fileName: "a.txt")
        try result.write(to: folder)
        let plan = try PlanFolder.load(folder)
        #expect(plan.issues.isEmpty)
      }
    }
  }

  @Test("text in two columns is refused, rows with one wide gap are not")
  func columns() throws {
    let text = """
      城镇污水处理项目三个,总投资达到一百亿元          垃圾处理项目五个,总投资为八十八亿
      元,年度计划投资十九亿元,项目累计完成            元,年度计划投资二十亿元,累计完成
      投资二十八亿元,占年度计划的八成                 投资十二亿元,占年度计划的六成以上
      """
    let refusal = #expect(throws: ImportRefusal.self) {
      try DocumentImport.run(text: text, fileName: "a.txt")
    }
    #expect(refusal?.reason == ImportRefusal.columns(at: .line(1)).reason)
    #expect(refusal?.line == 1)
    let labels = """
      1.推进散煤治理和清洁取暖改造工作
      牵头单位:市发展和改革委员会          责任单位:市住房和城乡建设局
      2.推进污水管网改造和雨污分流工作
      牵头单位:市住房和城乡建设局          责任单位:市发展和改革委员会
      3.推进垃圾分类和转运设施建设工作
      牵头单位:市城市管理行政执法局        责任单位:市发展和改革委员会
      """
    let result = try DocumentImport.run(text: labels, fileName: "a.txt")
    #expect(
      result.column("role", of: "responsibilities.csv") == [
        "lead", "joint", "lead", "joint", "lead", "joint",
      ])
  }

  @Test("names that hold a separator of lists load as one unit each")
  func separators() throws {
    let text = """
      序号 项目名称 建设内容 投资额(万元) 建设期限 责任单位
      1 甲湖 清淤 800 2021 各区政府(含甲、乙管委会)、水利局
      """
    try withFolder { folder in
      try DocumentImport.run(text: text, fileName: "a.txt").write(to: folder)
      let plan = try PlanFolder.load(folder)
      let units = try #require(plan.catalog.table(named: "units"))
      #expect(plan.catalog.tables[units].count == 2)
      #expect(plan.issues.isEmpty)
    }
  }

  @Test("a folder with tables of another import is refused and left as it was")
  func otherTables() throws {
    try withFolder { folder in
      try DocumentImport.run(text: ImportFixture.stacked, fileName: "a.txt").write(to: folder)
      let before = try FileBytes.read(folder + "/projects.csv")
      // Without the record of the import nothing tells that the tables are of one.
      try AtomicFile.write("", to: folder + "/" + ImportRecord.fileName)
      let other = try DocumentImport.run(text: ImportFixture.piped, fileName: "b.txt")
      #expect(throws: FileError.self) { try other.write(to: folder) }
      #expect(try FileBytes.read(folder + "/projects.csv") == before)
    }
  }

  @Test(
    "the example plan and its revision load without a word, with the projects and measures of their document"
  )
  func example() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appending(path: "Examples/huaian").path()
    let plan = try PlanFolder.load(folder)
    #expect(plan.issues.isEmpty)
    #expect(try RevisionStore(of: plan).plan(named: "approved")?.issues.isEmpty == true)
    let counts = Dictionary(
      uniqueKeysWithValues: plan.catalog.tables.map { ($0.definition.name.en, $0.count) })
    #expect(counts["projects"] == 10)
    #expect(counts["measures"] == 6)
  }

  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "planql-import-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path())
  }
}

extension ImportFixture {
  /// A text in GB18030.
  static func gb18030(_ text: String) throws -> [UInt8] {
    Array(try #require(text.data(using: String.Encoding(rawValue: 0x8000_0632))))
  }
}
