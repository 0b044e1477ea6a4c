import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("reading cells of documents")
struct ImportReadingTests {
  @Test(
    "amounts in every certain style",
    arguments: [
      ("8000", "8000"), ("1,145,100", "1145100"), ("１，２００", "1200"), ("1.000.000,00", "1000000"),
      ("23,86,687.07", "2386687.07"), ("3.5亿元", "35000"), ("800 万元", "800"), ("￥120", "120"),
      ("约225.9亿元", "2259000"), ("5000元", "0.5"), ("300千元", "30"), ("2百万元", "200"),
      ("655307959,2", "655307959.2"), ("1,5", "1.5"),
      ("8千万", "8000"), ("1亿2000万", "12000"), ("1 234,5", "1234.5"), ("1’234.5", "1234.5"),
    ])
  func amounts(cell: String, value: String) throws {
    let unit = try #require(MoneyUnit.all.first { $0.name == "万元" })
    guard case .stated(let amount) = Amount.read(FoldedText(cell), unit: unit) else {
      Issue.record("\(cell) was not read")
      return
    }
    #expect(amount.value(in: unit)?.description == value)
  }

  @Test(
    "amounts that are not certain are unreadable",
    arguments: [
      "1,2,3", "1,23,4.5.6", "10-20", "1.2.3", "若干", "50万美元", "99999999999999999999",
    ])
  func unreadable(cell: String) {
    #expect(Amount.read(FoldedText(cell), unit: .yuan) == .unreadable)
  }

  @Test("an amount without a unit anywhere is unreadable")
  func noUnit() {
    #expect(Amount.read(FoldedText("8000"), unit: nil) == .unreadable)
  }

  @Test(
    "periods in every form",
    arguments: [
      ("2021", "2021"), ("2021年", "2021"), ("2021-2025", "2021..2025"),
      ("2021—2025年", "2021..2025"), ("2021～2025", "2021..2025"), ("2021年至2025年", "2021..2025"),
      ("2021 - 2025", "2021..2025"), ("2021-25", "2021..2025"), ("2021年底前", "..2021"),
      ("2022年12月底", "..2022"), ("2022年6月底前", "..2022-H1"), ("2021.3-2022.11", "2021-03..2022-11"),
      ("2021年3月-11月", "2021-03..2021-11"), ("Q3 2023", "2023-Q3"), ("2023年三季度", "2023-Q3"),
      ("2023年上半年", "2023-H1"), ("2023年3月5日", "2023-03-05"), ("2021/06", "2021-06"),
      ("“十四五”期间", "2021..2025"), ("12月底前", "..2024"), ("年底前", "..2024"),
      ("2021.03.05", "2021-03-05"), ("2021年前", "..2021"), ("2021上半年", "2021-H1"),
      ("2023-06-01—2023-12-31", "2023-06..2023-12"), ("2021-02至2022-03", "2021-02..2022-03"),
      ("2021-02-01-2022-03-01", "2021-02-01..2022-03-01"),
      ("20210301-20221231", "2021-03..2022-12"),
      ("2021-03-05至08-31", "2021-03-05..2021-08-31"), ("2021.5-8", "2021-05..2021-08"),
      ("2021下半年-2022上半年", "2021-H2..2022-H1"), ("2021Q1-2022Q2", "2021-H1..2022-H1"),
      ("2021、2022", "2021..2022"),
    ])
  func periods(cell: String, value: String) {
    let reading = PeriodReading(year: 2024).read(FoldedText(cell))
    guard case .stated(let period) = reading else {
      Issue.record("\(cell) was not read")
      return
    }
    #expect(period.description == value)
  }

  @Test(
    "what is no period is unreadable",
    arguments: [
      "近期", "3年", "2025-2021", "2021年13月", "20212025", "99999", "2023-06-31", "2023-02-30",
      "2021-99",
      "2021-06-35", "2021、2024", "2021-13-01-2022-01-01",
    ])
  func notPeriods(cell: String) {
    #expect(PeriodReading(year: nil).read(FoldedText(cell)) == .unreadable)
  }

  @Test("lists of units with every separator")
  func unitLists() {
    func names(_ text: String) -> [String] { UnitList(reading: FoldedText(text)).units.map(\.name) }
    #expect(names("农业农村局、各镇（街）") == ["农业农村局", "各镇（街）"])
    #expect(names("环保局 监察局，安监局;工信局/水利局") == ["环保局", "监察局", "安监局", "工信局", "水利局"])
    #expect(names("工信局和财政局") == ["工信局", "财政局"])
    #expect(names("县发展和改革局、自然资源和规划分局") == ["县发展和改革局", "自然资源和规划分局"])
    #expect(names("各区政府（含甲、乙管委会）、市水务局") == ["各区政府（含甲、乙管委会）", "市水务局"])
    #expect(names("县 发 改 局") == ["县发改局"])
    #expect(names("、") == [])
  }

  @Test("roles in place")
  func unitRoles() {
    func roles(_ text: String) -> [String] {
      UnitList(reading: FoldedText(text)).units.map { "\($0.name) \($0.role?.rawValue ?? "")" }
    }
    #expect(roles("(牵头单位:A局;配合单位:B局、C局)") == ["A局 lead", "B局 support", "C局 support"])
    #expect(roles("A局、B局牵头，C局等配合") == ["A局 lead", "B局 lead", "C局 support"])
    #expect(roles("责任单位：A局、B镇") == ["A局 ", "B镇 "])
    #expect(roles("水利局牵头，会同林业局、住建局") == ["水利局 lead", "林业局 joint", "住建局 joint"])
    #expect(
      roles("由水利局会同住建局和林业局、财政局负责").map { $0.suffix(5) } == [" lead"]
        + Array(repeating: "joint", count: 3))
    #expect(roles("A局会同B局、C局落实，D局配合") == ["A局 carry_out", "B局 joint", "C局 joint", "D局 support"])
    #expect(roles("由A局牵头，会同B局、C局落实") == ["A局 lead", "B局 carry_out", "C局 carry_out"])
    #expect(roles("A局牵头会同B局负责、C局") == ["A局 lead", "B局 joint", "C局 joint"])
    #expect(roles("由A局等会同B局负责") == ["A局 lead", "B局 joint"])
    // 会同县 is a county.
    #expect(roles("会同县水利局、会同县住建局") == ["会同县水利局 ", "会同县住建局 "])
    #expect(roles("市水利局牵头，会同县水利局落实") == ["市水利局 lead", "县水利局 carry_out"])
    #expect(
      roles("县住建局(会同县民政局、县扶贫办)") == ["县住建局 lead", "县民政局 joint", "县扶贫办 joint"])
    #expect(roles("各乡镇负责落实") == ["各乡镇 carry_out"])
    #expect(UnitList(reading: FoldedText("A局、B局等")).isOpen)
    #expect(UnitList(reading: FoldedText("A局、")).isUnfinished)
  }

  @Test(
    "kinds of units by their names",
    arguments: [
      ("农业农村局", "department"), ("各镇(街)", "group"), ("相关企业", "group"), ("有关部门", "group"),
      ("青石镇", "town"), ("城关街道办事处", "town"), ("县人民政府", "government"), ("经济开发区管委会", "park"),
      ("平川热电有限公司", "company"), ("县纪委", "oversight"), ("区委宣传部", "party"), ("市发改委", "department"),
      ("各乡镇（街道）", "group"), ("營建署及所屬", "department"),
    ])
  func kinds(name: String, kind: String) {
    #expect(UnitKind.guess(FoldedText(name))?.rawValue == kind)
  }

  @Test("a name that only says of which kind a unit is goes on with the one before it")
  func bareNames() {
    let list = UnitList(reading: FoldedText("各县党委和人民政府、高新区党工委和管委会、水利局和住建局"))
    #expect(list.units.map(\.name) == ["各县党委和人民政府", "高新区党工委和管委会", "水利局", "住建局"])
  }

  @Test("a bare name behind a party committee is of its place")
  func placeOfCommittee() {
    func names(_ text: String) -> [String] {
      UnitList(reading: FoldedText(text)).units.map(\.name)
    }
    #expect(names("云溪县党委、政府") == ["云溪县党委", "云溪县政府"])
    #expect(names("云溪县委、县政府；石桥市委、市政府") == ["云溪县委", "云溪县政府", "石桥市委", "石桥市政府"])
    #expect(names("各县（市、区）党委、政府，县直部门") == ["各县（市、区）党委", "各县（市、区）政府", "县直部门"])
    #expect(names("市委、政府") == ["市委", "市政府"])
    #expect(names("高新区党工委、管委会") == ["高新区党工委", "高新区管委会"])
    #expect(names("县委办、政府办、县发改委") == ["县委办", "县政府办", "县发改委"])
    #expect(names("党委、政府") == ["党委、政府"])
    #expect(names("县发改委、县政府") == ["县发改委", "县政府"])
    let list = UnitList(reading: FoldedText("云溪县党委、政府负责落实"))
    #expect(list.units.map(\.label) == ["云溪县党委", "政府负责落实"])
    #expect(list.placed == [LabelledText(label: "云溪县政府", text: "政府")])
    #expect(list.units.map(\.role) == [.carryOut, .carryOut])
  }

  @Test("a bare name that is of the place of the one before it is told")
  func placeIsTold() throws {
    let result = try DocumentImport.run(
      text: "序号,整改任务,责任单位\n1,管网滞后,云溪县党委、政府\n2,水质超标,县水利局\n", fileName: "a.csv")
    #expect(
      result.report.documents.flatMap(\.normalised).map(\.text.en)
        .contains(ImportMessages.unitWithoutPlace("政府", "云溪县政府").en))
  }

  @Test("联合 between units is as 会同, and part of names that end in it")
  func jointUnits() {
    let list = UnitList(reading: FoldedText("县水利局联合县住建局、县残疾人联合会"))
    #expect(list.units.map(\.name) == ["县水利局", "县住建局", "县残疾人联合会"])
    #expect(list.units.map(\.role) == [.lead, .joint, .joint])
    #expect(UnitKind.guess(FoldedText("建成13处")) == nil)
  }
}
