import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("of what the figures of bulletins are parts, and what a number counts")
struct ImportBulletinPartsTests {
  private func run(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.txt")
  }

  /// The sections as `name<parent`.
  private func sections(_ result: ImportResult) -> [String] {
    result.rows(of: "sections.csv", ["title", "parent"]).map { $0[0] + "<" + $0[1] }
  }

  /// The figures as `section|name|figure`.
  private func totals(_ result: ImportResult) -> [String] {
    let rows = result.table("stated_totals.csv")
    guard let head = rows.first else { return [] }
    func cell(_ row: [String], _ name: String) -> String {
      head.firstIndex(of: name).map { row[$0] } ?? ""
    }
    return rows.dropFirst().map { row in
      let figure = cell(row, "value") + cell(row, "number") + cell(row, "measured_in")
      return [cell(row, "section"), cell(row, "name"), figure].joined(separator: "|")
    }
  }

  private func doubts(_ result: ImportResult) -> String {
    result.report.documents[0].doubts.map(\.text.en).joined(separator: "\n")
  }

  /// The sums as `name: sum, agrees`.
  private func sums(_ result: ImportResult) -> [String] {
    result.report.sums.map {
      "\($0.heading): \($0.sum?.description ?? ""), \($0.agrees == true)"
    }
  }

  @Test("what would come to more than the whole of 其中 stands beside it")
  func siblings() throws {
    let result = try run(
      """
      2021年全市重点项目完成投资100亿元。
      基础设施项目完成投资40亿元,其中交通项目完成投资30亿元;产业项目完成投资50亿元;民生项目完成投资10亿元。
      """)
    #expect(sections(result) == ["基础设施项目<", "交通项目<基础设施项目", "产业项目<", "民生项目<"])
    #expect(sums(result) == ["完成投资: 100, true"])
    let nested = try run(
      "全县安排项目100个,其中:基础设施项目40个,其中交通项目30个;产业项目50个;民生项目10个。")
    #expect(sections(nested) == ["基础设施项目<", "交通项目<基础设施项目", "产业项目<", "民生项目<"])
    #expect(sums(nested) == ["项目数: 100, true"])
  }

  @Test("what is told of as the whole is and as its part is not stands beside the whole")
  func toldAsWhole() throws {
    let result = try run(
      """
      2021年全市重点项目完成投资100亿元。
      基础设施项目完成投资40亿元、占年度计划的60%,其中交通项目完成投资10亿元;产业项目完成投资20亿元、占年度计划的70%。
      """)
    #expect(sections(result) == ["基础设施项目<", "交通项目<基础设施项目", "产业项目<"])
  }

  @Test("parts that go on behind a semicolon remain parts")
  func partsGoOn() throws {
    let result = try run("基础设施项目完成投资40亿元,其中交通项目完成投资30亿元;水利项目完成投资8亿元。")
    #expect(sections(result) == ["基础设施项目<", "交通项目<基础设施项目", "水利项目<基础设施项目"])
  }

  @Test("the sentences of a list of sectors are no parts of the first of them")
  func sectorsOfList() throws {
    let result = try run(
      """
      2021年1—8月重大工程项目完成投资100亿元。
      分领域看,基础设施项目完成投资40亿元、占年度计划的60%,其中管网项目完成投资30亿元。产业项目完成投资50亿元、占年度计划的70%。民生项目完成投资10亿元。
      """)
    #expect(
      sections(result) == [
        "重大工程项目<", "基础设施项目<重大工程项目", "管网项目<基础设施项目", "产业项目<重大工程项目", "民生项目<重大工程项目",
      ])
    #expect(sums(result) == ["完成投资: 100, true"])
    let states = try run(
      """
      2022年前4个月,234个省列重大项目累计完成投资555亿元。
      分项目看,80个计划新开工项目开工建设51个,开工率64%。138个续建项目完成投资389亿元。占年度计划的60%。
      """)
    #expect(sections(states) == ["省列重大项目<", "计划新开工项目<省列重大项目", "续建项目<省列重大项目"])
    #expect(totals(states).last == "续建项目|占年度计划|60%")
  }

  @Test("在48个续建项目中 opens parts of those")
  func amongCounted() throws {
    let result = try run(
      """
      省列重大项目85个,总投资7891亿元。
      从项目类型看,1至3月在48个续建项目中,19个交通项目完成投资42亿元;6个能源项目完成投资20亿元。
      """)
    #expect(sections(result).suffix(2) == ["交通项目<续建项目", "能源项目<续建项目"])
    #expect(totals(result).contains("续建项目|项目数|48个"))
  }

  @Test("names that begin like words of a comparison are names, and 再生 holds no 再")
  func namesOfWorks() throws {
    let result = try run(
      "拟新增投资额1000亿元,其中完善和新建管网投资500亿元,新增污水处理厂投资300亿元,升级改造污水处理厂投资120亿元,污水再生利用设施投资80亿元。")
    #expect(
      totals(result).dropFirst() == [
        "完善和新建管网|投资|500", "新增污水处理厂|投资|300", "升级改造污水处理厂|投资|120", "污水再生利用设施|投资|80",
      ])
    #expect(sums(result) == ["拟新增投资额: 1000, true"])
    let risen = try run("全县完成投资9亿元,占年度计划的60%,提升5个百分点,增2亿元。")
    #expect(totals(risen).suffix(2) == ["|占年度计划提升|5百分点", "|完成投资增|2"])
  }

  @Test("a number before places, or before a list that counts itself, counts no projects")
  func countsOfOthers() throws {
    let result = try run(
      """
      2021年续建项目14个,完成投资13亿元。
      包括甲镇等11个镇乡污水管网补充工程。
      产业项目完成投资80亿元,其中12个农业优势产业、十大工业产业、服务业十大工程项目分别完成投资19亿元、50亿元和11亿元。
      """)
    #expect(
      totals(result) == [
        "续建项目|项目数|14个", "续建项目|完成投资|13", "产业项目|完成投资|80", "农业优势产业|完成投资|19",
        "十大工业产业|完成投资|50", "服务业十大工程项目|完成投资|11",
      ])
    #expect(doubts(result).contains("11个") && doubts(result).contains("12个"))
    let kinds = try run("全县完成投资9亿元。其中11个县级项目完成投资5亿元,甲项目、乙项目等3个水利项目完成投资4亿元。")
    #expect(totals(kinds).contains("县级项目|项目数|11个"))
    #expect(totals(kinds).contains("水利项目|项目数|3个"))
  }

  @Test("a threshold remains in the name of what is counted")
  func thresholds() throws {
    let result = try run(
      """
      2017年第四季度100个单项目总投资2000万元以上的重大项目集中开工,总投资达700亿元。
      本次集中开工的项目中,有基础设施项目60个,总投资400亿元;产业项目40个,总投资300亿元。
      """)
    #expect(totals(result)[0] == "|单项目总投资2000万元以上重大项目集中开工|100个")
    #expect(
      sums(result) == ["总投资: 700, true", "单项目总投资2000万元以上重大项目集中开工: 100, true"])
    let bounded = try run("今年新开工项目1064个,投资规模414亿元。其中,投资规模超过1亿元的项目60个。")
    #expect(totals(bounded) == ["新开工项目|项目数|1064个", "新开工项目|投资规模|414"])
    #expect(doubts(bounded).contains("60个"))
  }

  @Test("sums of some of the groups are told where they come to the total, and only then")
  func sumsOfSome() throws {
    let text = """
      2017年我州重点项目170个,累计完成投资100亿元。
      续建项目完成投资60亿元;新开工项目完成投资30亿元;竣工项目完成投资25亿元。
      基础设施项目:累计完成投资70亿元。
      民生项目:累计完成投资30亿元。
      """
    #expect(sums(try run(text)) == ["累计完成投资: 100, true"])
    #expect(sums(try run(text.replacing("累计完成投资30亿元", with: "累计完成投资31亿元"))).isEmpty)
  }

  @Test("what newspapers begin with, and 全年, belong to no name")
  func namesOfSections() throws {
    let result = try run(
      "本网讯(张三)2017年我州重点项目170个,总投资295亿元。全年计划竣工项目13个,总投资20亿元。")
    #expect(
      totals(result) == [
        "|项目数|170个", "|总投资|295", "计划竣工项目|项目数|13个", "计划竣工项目|总投资|20",
      ])
    let several = try run(
      "今年安排项目687个,总投资130亿元。此外,还新增开工一批卫生项目,其中涉及甲市为47个。")
    #expect(totals(several) == ["|项目数|687个", "|总投资|130"])
    #expect(doubts(several).contains("47个"))
    let twice = try run("全市重点项目710项,总投资69亿元。全市重点项目1-3月项目累计完成投资13亿元。")
    #expect(totals(twice).last == "|累计完成投资|13")
  }

  @Test("money that was got and spent belongs to the project that the item names")
  func moneyOfItems() throws {
    let result = try run(
      """
      全县污染治理项目3个,总投资9000万元。
      1、甲河生物净化工程,争取到上级专项资金2095万元。
      2、乙湖缓冲带修复工程,争取到上级专项资金980万元。
      一是严格审核项目。支持59个项目,完成水利建设投资300万元。
      """)
    #expect(totals(result).contains("甲河生物净化工程|争取到上级专项资金|2095"))
    #expect(totals(result).contains("乙湖缓冲带修复工程|争取到上级专项资金|980"))
    #expect(!sections(result).contains { $0.contains("严格") || $0.contains("争取到") })
    #expect(totals(result).contains("|完成水利建设投资|300"))
  }

  @Test("words that refer to what was not read are not read either")
  func behindUnread() throws {
    let result = try run(
      """
      全市重点项目12项,总投资476亿元,较去年同期多6项。
      其中在建项目3个,总投资33亿元;现已完成投资2.97亿元,占年度投资4.87亿元的61%。
      甲、乙、丙3个市,完成投资9亿元。
      """)
    #expect(totals(result).contains("|项目数较去年同期多|6项"))
    #expect(
      !totals(result).contains { $0.contains("年度投资") || $0.contains("3个市") || $0.hasSuffix("丙|3个") }
    )
    for figure in ["2.97亿元", "4.87亿元", "61%", "3个"] { #expect(doubts(result).contains(figure)) }
  }

  @Test(
    "a sector whose name begins like a source of money is none, and a share is of the part right before it"
  )
  func sharesOfParts() throws {
    let result = try run(
      """
      我省重点项目累计完成投资2263亿元,占年度计划的54.5%。其中,重大民生工程及社会事业项目完成投资600亿元,占全年计划74%。
      一季度完成投资500亿元,其中省级资金6亿元,占全年计划的30%。
      """)
    #expect(totals(result).contains("重大民生工程及社会事业项目|占全年计划|74%"))
    #expect(!totals(result).contains { $0.hasPrefix("|占全年计划|") })
  }

  @Test("a share of what another time brought keeps that time in its name")
  func sharesOfTimes() throws {
    let result = try run("全省重点工程上半年完成投资1017亿元。6月当月,完成投资494亿元,占上半年完成投资的48.6%。")
    #expect(totals(result).last == "|占上半年完成投资|48.6%")
  }

  @Test(
    "cities that have works of their own are no works, nor are those among which others are named")
  func countsOfPlaces() throws {
    let result = try run(
      """
      1至11月份,省重点工程完成投资797亿元;11个市市级重点工程完成投资1699亿元。
      计划竣工项目42项,提前竣工4项;未按期竣工3项。
      全省11个市中甲、乙、丙3市均完成任务,完成投资9亿元。
      """)
    #expect(!totals(result).contains { $0.contains("|11个") || $0.hasPrefix("市") })
    #expect(totals(result).contains("计划竣工项目|未按期竣工|3项"))
    #expect(doubts(result).contains("11个"))
  }

  @Test("works that a clause says go on are those that its figures are of")
  func fieldsOfWork() throws {
    let result = try run(
      """
      公路建设完成投资640亿元。公路建设中,高速公路完成投资195亿元;国省道建设加快推进,累计完成投资361亿元。
      甲市污水处理率达到95%,全市完成投资12亿元。
      """)
    #expect(totals(result).contains("国省道建设|累计完成投资|361"))
    #expect(!totals(result).contains { $0.contains("|率|") })
  }

  @Test("其中 and 包括 of the same owner end together")
  func partsOfSameOwner() throws {
    let result = try run(
      "全县项目49个,总投资90亿元。具体包括:基础设施项目34个,总投资40亿元,其中财政资金8亿元,包括续建项目22个、新建项目12个;"
        + "住房项目15个,总投资30亿元,其中财政资金10亿元,包括续建项目13个、新建项目2个。")
    #expect(sections(result) == ["基础设施项目<", "住房项目<"])
    #expect(totals(result).contains("住房项目|新建项目|2个"))
  }

  @Test("a heading that is the thing its figures are of is one section")
  func headingOfItsOwn() throws {
    let result = try DocumentImport.run(
      text: "一、龙湖整治项目。下达资金2600万元,支付2134.5万元。\n二、管网改造项目。配套资金1200万元,支付400万元。\n",
      fileName: "a.txt")
    #expect(result.column("title", of: "sections.csv") == ["龙湖整治项目", "管网改造项目"])
    #expect(
      result.column("section", of: "stated_totals.csv") == [
        "龙湖整治项目", "龙湖整治项目", "管网改造项目", "管网改造项目",
      ])
  }

  @Test("headings beside sentences of what has been are sections, and no measure")
  func headingsOfReport() throws {
    let result = try DocumentImport.run(
      text: """
        云溪县预算执行情况报告
        一、2024年财政预算执行情况
        ㈠ 2024年预算收支
        ⑴收入完成情况
        2024年,一般公共预算总收入完成271160万元。
        ⑵支出完成情况
        2024年,一般公共预算总支出完成244707万元。
        ㈡ 加强资金监管
        完善各项制度。
        """, fileName: "a.txt")
    #expect(
      result.rows(of: "sections.csv", ["title", "parent"]) == [
        ["2024年财政预算执行情况", ""], ["2024年预算收支", "2024年财政预算执行情况"],
      ])
    #expect(result.column("section", of: "stated_totals.csv") == ["2024年预算收支", "2024年预算收支"])
    #expect(result.column("title", of: "measures.csv") == ["加强资金监管"])
    #expect(result.report.documents.flatMap(\.notes).map(\.line) == [4, 6])
  }
}
