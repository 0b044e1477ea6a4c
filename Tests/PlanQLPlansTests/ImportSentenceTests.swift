import PlanQLData
import Testing

@testable import PlanQLPlans

/// The rows of `stated_totals` as section, name and value or number with its unit.
private func totals(_ result: ImportResult) -> [[String]] {
  result.table("stated_totals.csv").dropFirst().map { row in
    [row[0], row[1], row[2].isEmpty ? row[3] + row[4] : row[2]]
  }
}

private func run(_ text: String) throws -> ImportResult {
  try DocumentImport.run(text: text, fileName: "a.txt")
}

private func unread(_ result: ImportResult) -> [String] {
  result.report.documents[0].doubts.map(\.text.zh).filter { $0.hasPrefix("未收入的数据") }
}

@Suite("importing sentences: of whom a figure is")
struct ImportSentenceTests {
  @Test("figures of one name whose owners were not read are said to be alike")
  func alike() throws {
    let result = try run("1-8月,全县重点项目完成投资282.2亿元。\n\n1-8月,完成投资426.1亿元。\n\n1-8月,完成投资16.1亿元。")
    let doubts = result.report.documents[0].doubts.map(\.text)
    #expect(doubts.contains(ImportMessages.figuresAlike("完成投资", ["282.2亿元", "426.1亿元", "16.1亿元"])))
    let whole = try run("1-8月,全县重点项目完成投资282.2亿元。其中,续建项目完成投资200亿元,新建项目完成投资82.2亿元。")
    #expect(whole.report.documents[0].doubts.isEmpty)
  }

  @Test("a semicolon ends a subject, and a name with a count begins one")
  func semicolons() throws {
    let result = try run(
      "全县重点项目90个,总投资400亿元。其中,建成项目20个,总投资60.5亿元;计划新开工项目30个,总投资139.5亿元,2024年计划投资41亿元;续建项目40个,总投资200亿元。"
    )
    #expect(
      totals(result) == [
        ["", "项目数", "90个"], ["", "总投资", "400"], ["建成项目", "项目数", "20个"],
        ["建成项目", "总投资", "60.5"], ["计划新开工项目", "项目数", "30个"],
        ["计划新开工项目", "总投资", "139.5"], ["计划新开工项目", "2024年计划投资", "41"],
        ["续建项目", "项目数", "40个"], ["续建项目", "总投资", "200"],
      ])
    #expect(result.report.sums.map(\.agrees) == [true, true])
  }

  @Test("counts of states carry no money, which goes back to what was spoken of before")
  func states() throws {
    let result = try run(
      "全市实施惠民工程项目50个,概算总投资30亿元。截至目前,在建项目28个,竣工项目9个,开工率达74%,完成投资12亿元。")
    #expect(
      totals(result).map { [$0[0], $0[1]] } == [
        ["", "项目数"], ["", "概算总投资"], ["", "在建项目"], ["", "竣工项目"], ["", "开工率"], ["", "完成投资"],
      ])
    let open = try run("全市实施项目50个,总投资30亿元。截至目前,在建项目28个,完成投资12亿元。")
    #expect(totals(open).count == 3)
    #expect(unread(open) == [ImportMessages.figuresUnread(["完成投资12亿元"]).zh])
  }

  @Test("after a full stop the subject of the paragraph holds again")
  func fullStops() throws {
    let result = try run(
      "60个区级项目开工率95%。其中,25个新开项目已开工22个。累计完成投资80亿元,为年度计划的70%。")
    #expect(
      totals(result) == [
        ["区级项目", "项目数", "60个"], ["区级项目", "开工率", "95%"], ["新开项目", "项目数", "25个"],
        ["新开项目", "已开工", "22个"], ["区级项目", "累计完成投资", "80"], ["区级项目", "为年度计划", "70%"],
      ])
  }

  @Test("times are no subjects, and are kept beside the figures")
  func times() throws {
    let result = try run(
      "分行业看:林业类项目8个,今年计划投资5亿元,上半年累计完成投资2亿元,年度计划完成率40%;渔业类项目6个,今年计划投资3亿元,上半年累计完成投资2.4亿元。")
    #expect(
      totals(result).map { [$0[0], $0[1]] } == [
        ["林业类项目", "项目数"], ["林业类项目", "今年计划投资"], ["林业类项目", "累计完成投资"],
        ["林业类项目", "年度计划完成率"], ["渔业类项目", "项目数"], ["渔业类项目", "今年计划投资"],
        ["渔业类项目", "累计完成投资"],
      ])
    #expect(
      result.column("时段", of: "stated_totals.csv") == ["", "今年", "上半年", "上半年", "", "今年", "上半年"])
  }

  @Test("two ways of parting a whole are summed apart")
  func divisions() throws {
    let result = try run(
      "全省40个在建项目完成投资90亿元。按阶段划分,其中25个投产项目完成投资50亿元;15个续建项目完成投资40亿元。按行业划分,30个工业项目完成投资70亿元,10个农业项目完成投资20亿元,分别占年计划的45%、38%。"
    )
    #expect(result.report.sums.count == 4)
    #expect(result.report.sums.allSatisfy { $0.agrees == true })
    #expect(totals(result).suffix(2) == [["工业项目", "占年计划", "45%"], ["农业项目", "占年计划", "38%"]])
  }

  @Test("shares of a list belong to the last ones in their order, or to none")
  func respectively() throws {
    let labels = try run("全市立案50起,下达处罚决定40份,罚款金额300万元。分别是去年同期的110%、120%和130%。")
    #expect(
      totals(labels).suffix(3).map { $0[2] } == ["110%", "120%", "130%"])
    #expect(totals(labels).suffix(3).first?[1] == "立案是去年同期")
    let names = try run("全年完成投资9亿元。节水工程、引水工程和其他工程完成率分别为51%、62%和73%。")
    #expect(
      totals(names).dropFirst() == [
        ["节水工程", "完成率", "51%"], ["引水工程", "完成率", "62%"], ["其他工程", "完成率", "73%"],
      ])
    let open = try run("某市完成投资9亿元。两者分别为13起、6起。")
    #expect(unread(open).count == 1)
    #expect(unread(open).first?.contains("13起") == true)
    #expect(unread(open).first?.contains("6起") == true)
  }

  @Test("what tells counts apart stands before them or after them")
  func counts() throws {
    let result = try run(
      "全县8个项目完成投资6亿元。其中:3个项目建成投用,4个项目正在建设。12个计划开工项目中,9个项目开工建设,开工率75%。已开工5个专项、20个项目。")
    #expect(
      totals(result).dropFirst(2) == [
        ["", "项目建成投用", "3个"], ["", "项目正在建设", "4个"], ["计划开工项目", "项目数", "12个"],
        ["计划开工项目", "项目开工建设", "9个"], ["计划开工项目", "开工率", "75%"], ["", "已开工专项", "5个"],
        ["", "已开工项目", "20个"],
      ])
  }

  @Test("a bulletin without money, with the parts of its counts")
  func withoutMoney() throws {
    let result = try run(
      "督察共反馈整改任务30项,已完成整改18项,销号9项。其中,东城区10个、西城区8个。")
    #expect(
      totals(result) == [
        ["整改任务", "整改任务数", "30项"], ["整改任务", "已完成整改", "18项"], ["整改任务", "销号", "9项"],
        ["整改任务", "东城区", "10个"], ["整改任务", "西城区", "8个"],
      ])
  }

  @Test("the name of a sector stands before the clause with its figures")
  func heads() throws {
    let result = try run(
      """
      一是水利领域,重点实施河道、水库等大中型项目12个,总投资30亿元。
      二是交通领域,重点实施公路项目8个,总投资20亿元。
      """)
    #expect(
      totals(result) == [
        ["水利领域", "河道、水库等大中型项目", "12个"], ["水利领域", "总投资", "30"], ["交通领域", "公路项目", "8个"],
        ["交通领域", "总投资", "20"],
      ])
  }

  @Test("a change belongs to the figure before it")
  func changes() throws {
    let result = try run("全市安排项目20个,比上年增加3个,增长17.6%;完成投资9亿元,同比增长8%,超时间进度2个百分点。")
    #expect(
      totals(result).map { $0[1] } == [
        "项目数", "项目数比上年增加", "项目数增长", "完成投资", "完成投资同比增长", "超时间进度",
      ])
  }

  @Test("limits are no amounts, and part of a name where they stand in one")
  func limits() throws {
    let result = try run("投资2亿元及以上项目7个,总投资30亿元,历史性跨越25亿元大关。要求在20个工作日内公开。")
    #expect(
      totals(result) == [
        ["投资2亿元及以上项目", "项目数", "7个"], ["投资2亿元及以上项目", "总投资", "30"],
      ])
    #expect(unread(result) == [ImportMessages.figuresUnread(["历史性跨越25亿元"]).zh])
  }

  @Test("amounts in a bracket after names are parts of the amount before")
  func namedParts() throws {
    let result = try run("专项资金900万元,涉及东河治理工程(300万元)、西渠修复工程(600万元)。")
    #expect(
      totals(result) == [
        ["", "专项资金", "900"], ["", "东河治理工程", "300"], ["", "西渠修复工程", "600"],
      ])
    #expect(result.report.sums.map(\.agrees) == [true])
  }

  @Test("a sum that differs by rounding is as stated")
  func rounding() throws {
    let result = try run("全县项目37个,总投资199.53亿元。其中,竣工项目16个,总投资49.05亿元;开工项目21个,总投资150.47亿元。")
    #expect(result.report.sums.map(\.agrees) == [true, true])
    #expect(result.report.sums.map(\.isRounded) == [false, true])
    #expect(result.report.text(.zh).contains("只差舍入"))
  }

  @Test("parts that need not be all are not held against the whole")
  func openParts() throws {
    let result = try run("全县重点项目60个,总投资300亿元。其中,亿元以上项目22个,总投资250亿元;5亿元以上项目11个,总投资200亿元。")
    #expect(result.report.sums.isEmpty)
  }
}
