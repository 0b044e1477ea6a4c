import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("importing grades of assessments")
struct ImportGradeTests {
  private func run(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.txt")
  }

  private func doubts(_ result: ImportResult) -> [LocalizedText] {
    result.report.documents[0].doubts.map(\.text)
  }

  private func grades(_ result: ImportResult) -> [String] {
    result.rows(of: "assessments.csv", ["unit", "等次"]).map { $0.joined(separator: " ") }
  }

  @Test(
    "a label that is a grade may follow what is graded, and stand amid a sentence",
    arguments: [
      "2023年河长制考核,优秀:青山镇、白水镇;良好:红石镇。", "2023年河长制考核,优秀:青山镇、白水镇,良好:红石镇。",
      "在2023年河长制考核中,优秀等次(2个):青山镇、白水镇;良好等次(1个):红石镇。",
    ])
  func labels(_ text: String) throws {
    let result = try run(text)
    #expect(grades(result) == ["青山镇 优秀", "白水镇 优秀", "红石镇 良好"])
    #expect(result.column("item", of: "assessments.csv") == ["河长制考核", "河长制考核", "河长制考核"])
    #expect(result.column("year", of: "assessments.csv") == ["2023", "2023", "2023"])
    #expect(doubts(result).isEmpty)
  }

  @Test("a label that is a grade, of which the names are not read, is said")
  func labelUnread() throws {
    let result = try run("2023年考核,优秀:青山镇、白水镇;良好:得分在80分以上的红石镇。")
    #expect(grades(result) == ["青山镇 优秀", "白水镇 优秀"])
    #expect(doubts(result).contains(ImportMessages.gradeUnread("良好:得分在80分以上的红石镇")))
  }

  @Test("what is graded may stand before the grade or in a clause of its own, each with its time")
  func items() throws {
    let result = try run(
      "其中,青山、白水市被肯定为2015年度考核优秀等次,红石市为2014年度考核良好等次。在“十二五”期末考核中,青山市为优秀等次,白水、红石市为良好等次。")
    #expect(
      grades(result) == ["青山 优秀", "白水市 优秀", "红石市 良好", "青山市 优秀", "白水 良好", "红石市 良好"])
    #expect(
      result.column("year", of: "assessments.csv") == [
        "2015", "2015", "2014", "2015", "2015", "2015",
      ]
    )
    #expect(
      result.column("item", of: "assessments.csv") == [
        "考核", "考核", "考核", "“十二五”期末考核", "“十二五”期末考核", "“十二五”期末考核",
      ])
    #expect(doubts(result).isEmpty)
    let timed = try run("经研究,确定青山、白水、红石市2017年度考核结果为优秀等次,黑土市为良好等次。")
    #expect(grades(timed) == ["青山 优秀", "白水 优秀", "红石市 优秀", "黑土市 良好"])
  }

  @Test("those of whom a grade is said may follow it behind a colon")
  func held() throws {
    let result = try run("2022年度考核评为优秀的有:青山镇、白水镇;良好的有:红石镇;不合格的有:黑土镇。")
    #expect(grades(result) == ["青山镇 优秀", "白水镇 优秀", "红石镇 良好", "黑土镇 不合格"])
    #expect(result.column("item", of: "assessments.csv").last == "考核")
    let before = try run("2022年全区考核优秀的乡镇有青山镇、白水镇;良好的有红石镇。")
    #expect(grades(before) == ["青山镇 优秀", "白水镇 优秀", "红石镇 良好"])
    #expect(Set(before.column("item", of: "assessments.csv")) == ["全区考核"])
  }

  @Test("nobody in a grade is no unit")
  func none() throws {
    let result = try run("2023年考核结果如下:\n优秀(2个):甲县、乙县\n良好:丙县,丁县\n不合格:无")
    #expect(grades(result) == ["甲县 优秀", "乙县 优秀", "丙县 良好", "丁县 良好"])
    let headed = try run("2023年度考核等次\n一、优秀(2个)\n甲县、乙县\n二、不合格(0个)\n无")
    #expect(grades(headed) == ["甲县 优秀", "乙县 优秀"])
  }

  @Test(
    "a heading that is a grade is that of the units below it, and no unit that answers for them")
  func headings() throws {
    let held = try run(
      "关于2015年度考核结果的通报\n一、获得优秀档次的镇\n青山镇。\n二、获得良好档次的镇\n白水区、红石镇、黑土镇。\n三、其他\n请各镇再接再厉,做好工作。")
    #expect(grades(held) == ["青山镇 优秀", "白水区 良好", "红石镇 良好", "黑土镇 良好"])
    #expect(held.table("duties.csv").isEmpty)
    #expect(held.column("year", of: "assessments.csv").first == "2015")
    let counted = try run("2021年度考核结果\n一、优秀等次(3个)\n青山镇、白水镇\n二、良好等次(1个)\n红石镇")
    #expect(grades(counted) == ["青山镇 优秀", "白水镇 优秀", "红石镇 良好"])
    #expect(doubts(counted).contains(ImportMessages.listIsOfOtherLength(3, 2)))
  }

  @Test(
    "headings that are a grade",
    arguments: [
      ("一、优秀等次(3个)", "优秀"), ("获得优秀档次的镇", "优秀"), ("(二)考核结果为基本合格的单位", "基本合格"), ("不合格单位", "不合格"),
      ("三、良好水平的建设", ""), ("二、确保完成", ""), ("优秀", ""), ("加强中等职业学校", ""), ("先进经验", ""),
    ])
  func gradeHeadings(_ text: String, _ grade: String) {
    #expect(GradeHeading(FoldedText(text))?.grade.string ?? "" == grade)
  }

  @Test("who gave a grade is none who has it")
  func givers() throws {
    let held = try run("2022年度考核结果：甲县、乙县为优秀等次，丁区连续三年被省委、市政府评定为合格等次。")
    #expect(grades(held) == ["甲县 优秀", "乙县 优秀", "丁区 合格"])
    let unnamed = try run("2022年度考核结果：甲县为优秀等次，我县连续两年被省委、省政府评为“优秀”等次。")
    #expect(grades(unnamed) == ["甲县 优秀"])
    #expect(!doubts(unnamed).isEmpty)
  }
}
