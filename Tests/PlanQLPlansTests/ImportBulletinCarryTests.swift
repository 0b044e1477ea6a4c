import PlanQLData
import Testing

@testable import PlanQLPlans

/// What a sentence goes on with of the one before it, and what it does not.
@Suite("owners and times that bulletins carry from one sentence to the next")
struct ImportBulletinCarryTests {
  private func run(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.txt")
  }

  private func totals(_ text: String) throws -> [String] { try run(text).statedFigures }

  @Test("a sentence that begins with another round, level or place is not of the owner before it")
  func otherSubjects() throws {
    #expect(
      try totals(
        "第一轮督察涉及我市的24项问题中,18项问题已完成整改。省级督察,目前已完成整改29个。"
          + "第二轮督察交办的161件信访问题,132件已办结,占比81.99%。全市立案处罚24家,罚款59万元。"
      ) == [
        "第一轮督察涉及我市的问题|问题数|24项|", "第一轮督察涉及我市的问题|问题已完成整改|18项|",
        "|已完成整改|29个|目前", "|第二轮督察交办的信访问题|161件|", "|已办结|132件|", "|已办结占比|81.99%|",
        "|立案处罚|24家|", "|罚款|59|",
      ])
    #expect(
      try totals("青石县重点水利工程完成投资5亿元。云山自治区共建成污水处理厂102座。已投运90座。").dropFirst() == [
        "|云山自治区共建成污水处理厂|102座|", "|已投运|90座|",
      ])
  }

  @Test("a sentence that begins with a verb or a measure goes on with the owner")
  func sameSubject() throws {
    #expect(
      try totals("水利工程总投资30亿元。累计完成投资12亿元。总投资额35亿元;已开工3个。").map {
        $0.hasPrefix("水利工程|")
      } == [true, true, true, true])
  }

  @Test("behind what is told of another one, a verb alone does not tell whose its figures are")
  func strays() throws {
    #expect(
      try totals("水利项目总投资30亿元。公路项目总投资12亿元。累计完成投资9亿元。").last == "|累计完成投资|9|")
    #expect(
      try totals("水利项目总投资30亿元。公路项目总投资12亿元;累计完成投资9亿元。").last == "公路项目|累计完成投资|9|")
  }

  @Test("what is done is no name of what is told after it")
  func deeds() throws {
    #expect(
      try totals("全省完成投资5亿元。丰水省启动治理,完成沿河修复工程,蓝藻面积下降10%。").last == "|蓝藻面积下降|10%|")
    #expect(
      try totals("东原铁路项目总投资29亿元。经青石区、白云区及新城区,线路长218公里。").last
        == "|线路长|218公里|")
    #expect(
      try totals("截至9月底,11大类重大工程包累计完成投资70亿元。其中,电网油气等重大网络工程,累计完成投资20亿元。")
        .map { $0.split(separator: "|")[0] } == ["重大工程包", "重大工程包", "电网油气等重大网络工程"])
  }

  @Test("a deadline in a clause of its own is that of all figures of the sentence")
  func commonDeadline() throws {
    #expect(
      try totals("到2025年,信息通信业收入达到278亿元,建成5G基站11万个,宽带接入端口占比达到63%。").map {
        $0.hasSuffix("|到2025年")
      } == [true, true, true])
  }

  @Test("a deadline and the year of a plan are the time of nothing else")
  func times() throws {
    #expect(
      try totals("至7月底,省里下达我市2019年投资计划37亿元;完成投资24亿元,完成率65%。") == [
        "|省里下达我市2019年投资计划|37|至7月底", "|完成投资|24|至7月底", "|完成率|65%|至7月底",
      ])
    #expect(
      try totals("今年1-9月,全省累计完成水利投资320亿元,占年度计划400亿元的80%。") == [
        "|完成水利投资|320|今年1-9月", "|年度计划|400|", "|占年度计划|80%|今年1-9月",
      ])
    #expect(
      try totals("全县完成投资5亿元。全市2018年计划新增7条线路,现已新增20条。").last == "|现已新增|20条|")
    #expect(
      try totals("需要今年年底前完成整治的40个环境问题中,28个问题已完成整改。") == [
        "需要今年年底前完成整治的环境问题|问题数|40个|", "需要今年年底前完成整治的环境问题|问题已完成整改|28个|",
      ])
    #expect(
      try totals("截至2017年10月10日,2017年水利发展资金已累计完成资金43亿元。").map { $0.split(separator: "|").last }
        == ["截至2017年10月10日"])
    #expect(
      try totals("2020年全市四季度集中开工重大项目41个、总投资282亿元。").map { $0.split(separator: "|").last } == [
        "2020年四季度", "2020年四季度",
      ])
  }

  @Test("works that stand behind their amounts own them")
  func ownersBehind() throws {
    #expect(
      try totals("10亿元以上项目2个,分别是总投资10.6亿元的东湖物流基地项目和总投资13亿元的西山景观区项目。").suffix(2) == [
        "东湖物流基地项目|总投资|10.6|", "西山景观区项目|总投资|13|",
      ])
  }

  @Test("parts are those of what was done, and not of the plan that it is a share of")
  func partsOfDone() throws {
    let result = try run(
      "累计下达投资计划5300万元,占批准总投资9000万元的58.9%,其中中央预算内投资3500万元、地方投资900万元(包括省预算内投资300万元)、企业自有投资900万元。"
    )
    #expect(result.column("approved", of: "funding.csv") == ["3500", "900", "900"])
    #expect(result.report.sums.map(\.heading) == ["累计下达投资计划"])
    #expect(result.report.sums.map(\.agrees) == [true])
  }

  @Test("parts end where they come to the whole, and none is a part of the one before it")
  func endOfParts() throws {
    let result = try run("现已新增20条,其中东城区17条、青石1条、白云区2条;优化公交线路41条,其中东城区34条、白云区7条。")
    #expect(
      result.statedFigures == [
        "|现已新增|20条|", "现已新增|东城区|17条|", "现已新增|青石|1条|", "现已新增|白云区|2条|", "|优化公交线路|41条|",
        "优化公交线路|东城区|34条|", "优化公交线路|白云区|7条|",
      ])
    #expect(result.report.sums.allSatisfy { $0.agrees == true })
    #expect(try totals("受理举报310件,涉及水污染52件、固废问题144件、其他114件。").last == "|其他|114件|")
    #expect(
      try totals("这28个项目中,25个由甲部批复,3个由乙部批复。其中,铁路项目11个,公路项目7个,机场5个。").last
        == "|机场|5个|")
  }

  @Test("the projects of a round are not all of them")
  func rounds() throws {
    #expect(
      try totals("2023年推进省重大项目1000个。第一批安排省重大项目791个,年度计划投资8337亿元。").suffix(2) == [
        "第一批省重大项目|项目数|791个|", "第一批省重大项目|年度计划投资|8337|",
      ])
  }

  @Test("names are whole, or the figure is left")
  func names() throws {
    #expect(
      try totals("全市完成投资5亿元。督察组共计与353名干部进行谈话。对督察组交办的第十批27件举报进行调查,其中已办结7件。") == [
        "|完成投资|5|", "|已办结|7件|",
      ])
    #expect(try totals("东湖工程总投资29亿元,防洪标准达到20年一遇。").last == "东湖工程|防洪标准|20年一遇|")
    #expect(try totals("全国棚改累计开工4522万套,达到年度目标,完成投资1.7万亿元。") == ["|棚改开工|4522万套|", "|完成投资|17000|"])
    #expect(
      try totals("甲市、乙市固定资产投资分别增长6%、7%。") == ["甲市|固定资产投资增长|6%|", "乙市|固定资产投资增长|7%|"])
    #expect(
      try totals("我市规划纲要确定“经济发展、创新驱动”五大类共计34项指标。约束性指标15项(人民生活类2项,公共服务类13项)。")
        .first == "|指标数|34项|")
    #expect(
      try totals("全省完成投资5亿元。交通、能源及创新等3个领域项目投资占比达到84%。") == ["|完成投资|5|"])
    #expect(try totals("全国实施水利项目2.35万个,落实水利投资77亿元。").first == "|项目数|2.35万个|")
    #expect(try totals("决算收入12亿元,加上级补助收入42亿元。").last == "|加上级补助收入|42|")
    #expect(
      try totals("编列703億元,包括轨道建设57億、食品安全建设13億元。").last == "|食品安全建设|13|")
    #expect(try totals("东原铁路项目总投资29亿元,规划运输能力4000万人/年。").last == "东原铁路项目|规划运输能力|4000万人/年|")
  }

  @Test("what may be done or planned is left, and what was done of a plan is read")
  func doneAndPlanned() throws {
    #expect(
      try !totals("全县重点项目计划完成投资16亿元,其中续建项目复工25个,新建项目开工18个。").contains { $0.contains("18个") })
    #expect(
      try totals("2016年,水利工程落实投资计划120亿元,居全国第一,已完成108亿元,完成率90%。").suffix(2) == [
        "水利工程|已完成|108|2016年", "水利工程|完成率|90%|2016年",
      ])
  }

  @Test("a figure behind a bracket stands beside its own sentence")
  func sentences() throws {
    let result = try run("全县安排资金9万元(其中省级3万元),完成投资8万元。")
    #expect(Set(result.column("原文", of: "stated_totals.csv")).count == 1)
  }
}
