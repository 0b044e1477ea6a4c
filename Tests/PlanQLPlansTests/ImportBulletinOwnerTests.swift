import PlanQLData
import Testing

@testable import PlanQLPlans

/// Sentences in which one word decides whose a figure is, what it is called, and when it was.
@Suite("owners, names and times of the figures of bulletins")
struct ImportBulletinOwnerTests {
  private func run(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.txt")
  }

  private func totals(_ text: String) throws -> [String] { try run(text).statedFigures }

  @Test("the years of a plan are a time, and no owner")
  func planTerms() throws {
    #expect(
      try totals("现代水利领域项目共有9个,到2020年底累计完成投资142亿元,“十四五”时期将安排投资439亿元。") == [
        "现代水利领域项目|项目数|9个|", "现代水利领域项目|累计完成投资|142|到2020年底",
        "现代水利领域项目|将安排投资|439|“十四五”时期",
      ])
  }

  @Test("amounts that say how large projects are belong to their names")
  func thresholds() throws {
    #expect(
      try totals("全市安排重点项目500个,其中1-5亿元项目299个,5-10亿元项目61个,50亿元项目7个,1亿元(含)以上项目9个。") == [
        "|项目数|500个|", "1-5亿元项目|项目数|299个|", "5-10亿元项目|项目数|61个|", "50亿元项目|项目数|7个|",
        "1亿元(含)以上项目|项目数|9个|",
      ])
  }

  @Test("what a list calls its first amount, the others are called too")
  func nextSubjects() throws {
    #expect(
      try totals(
        "1-9月,全县重点项目累计完成投资86.4亿元。其中:工业项目完成投资30.2亿元、农业项目10.5亿元、水利项目45.7亿元。\n"
          + "从乡镇看,城关镇完成12.3亿元、河口镇9.8亿元。"
      ) == [
        "|累计完成投资|86.4|1-9月", "工业项目|完成投资|30.2|1-9月", "农业项目|完成投资|10.5|1-9月", "水利项目|完成投资|45.7|1-9月",
        "城关镇|完成|12.3|", "河口镇|完成|9.8|",
      ])
  }

  @Test("a sentence that is a name alone owns the figures of those after it")
  func nameAlone() throws {
    #expect(
      try totals(
        "截至9月底,累计完成投资86亿元。\n1、甲路改造项目。共有12个,总投资30亿元。\n2、水利工程。安排项目7个,总投资20亿元。\n东山区。东山区13项,完成投资5亿元。")
        == [
          "|累计完成投资|86|截至9月底", "甲路改造项目|项目数|12个|", "甲路改造项目|总投资|30|", "水利工程|项目数|7个|",
          "水利工程|总投资|20|", "东山区|项目数|13项|", "东山区|完成投资|5|",
        ])
  }

  @Test("sectors whose name alone stands before a count")
  func sectors() throws {
    #expect(
      try totals("1-3月,市列重大项目完成投资25亿元。工业23个项目,完成投资13亿元;商贸流通29个项目,完成投资12亿元。") == [
        "市列重大项目|完成投资|25|1-3月", "工业|项目数|23个|", "工业|完成投资|13|", "商贸流通|项目数|29个|",
        "商贸流通|完成投资|12|",
      ])
  }

  @Test("parts have the time of what is called the same of the whole")
  func timesOfParts() throws {
    #expect(
      try totals(
        "2023年县级重点项目共30项,总投资294亿元,1-6月累计完成投资36亿元,其中:在建项目18项,总投资133亿元,1-6月累计完成投资23亿元。"
      ).suffix(3) == [
        "在建项目|项目数|18项|2023年", "在建项目|总投资|133|2023年", "在建项目|累计完成投资|23|1-6月",
      ])
  }

  @Test("each name of a list has the time in the bracket behind it")
  func timesOfNames() throws {
    #expect(
      try totals("第1期计划(2011-2013年)、第2期计划(2014-2016年)总投资分别为1.5亿元、2.5亿元。") == [
        "第1期计划|总投资|1.5|2011-2013年", "第2期计划|总投资|2.5|2014-2016年",
      ])
  }

  @Test("works of a list that nothing is stated of are sections all the same")
  func namesAlone() throws {
    let result = try run("三大工程分别是:甲流域治理工程,总投资200亿元;乙镇污水处理工程,总投资100亿元;秸秆资源化利用工程。")
    #expect(result.column("title", of: "sections.csv") == ["甲流域治理工程", "乙镇污水处理工程", "秸秆资源化利用工程"])
  }

  @Test("an amount that was not read, of something it names, owns what follows")
  func unreadOwner() throws {
    let text = "全市完成投资50亿元。古镇等镇的灯饰集聚区项目总投资100亿元,2012年拟投资15亿元。"
    #expect(try !totals(text).contains { $0.hasPrefix("|拟投资") })
    #expect(try totals("全市完成投资50亿元。排放量由2005年的1414万吨,减少到2010年的1273万吨。") == ["|完成投资|50|"])
  }

  @Test("其中 after a full stop goes on with what the sentence before is of")
  func partsOfLast() throws {
    #expect(
      try totals("二期工程总投资2440亿元。东北地区二期工程总投入1261.6亿元。其中,中央财政1160.4亿元,中央基本建设投资101.2亿元。")
        .suffix(2) == ["东北地区二期工程|中央财政|1160.4|", "东北地区二期工程|中央基本建设投资|101.2|"])
  }

  @Test("how far some have come is no name of theirs")
  func statesOfCounts() throws {
    #expect(
      try totals("全市190个项目中,已有35个完成年度目标任务,155个推进顺利。") == [
        "|项目数|190个|", "|完成年度目标任务|35个|", "|推进顺利|155个|",
      ])
  }

  @Test("a verb behind a measure belongs to its name")
  func verbBehind() throws {
    #expect(
      try totals("上半年,全市固定资产投资完成126.5亿元,同比增长8.2%。") == [
        "|固定资产投资完成|126.5|上半年", "|固定资产投资完成同比增长|8.2%|上半年",
      ])
  }

  @Test("names before a colon, where several lines begin so")
  func heads() throws {
    #expect(
      try totals("东州:67个项目集中开工,总投资420.6亿元。\n西江:37个项目集中开工,总投资249亿元。") == [
        "东州|项目集中开工|67个|", "东州|总投资|420.6|", "西江|项目集中开工|37个|", "西江|总投资|249|",
      ])
  }

  @Test("a clause or a line above says how the projects go whose figures follow")
  func phrases() throws {
    #expect(
      try totals("产业类项目建设高效推进,1-8月实际完成投资282亿元,完成年度计划投资的83.7%。") == [
        "产业类项目|实际完成投资|282|1-8月", "产业类项目|完成年度计划投资|83.7%|1-8月",
      ])
    #expect(
      try totals("青石县重点项目通报\n基础设施类项目有序推进\n1-9月实际完成投资426亿元,完成年度计划投资的76.4%。") == [
        "基础设施类项目|实际完成投资|426|1-9月", "基础设施类项目|完成年度计划投资|76.4%|1-9月",
      ])
  }

  @Test("what goes beyond a plan is of the same owner as what was done")
  func excess() throws {
    #expect(
      try totals("省重点产业项目计划投资420亿元,实际完成投资573亿元,超同期计划投资153亿元,超序时进度23.2个百分点。")
        == [
          "省重点产业项目|计划投资|420|", "省重点产业项目|实际完成投资|573|",
          "省重点产业项目|超同期计划投资|153|", "省重点产业项目|超序时进度|23.2百分点|",
        ])
  }

  @Test("growth behind a share of the plan is that of the amount")
  func growth() throws {
    #expect(
      try totals("1-7月,全市重点项目完成投资948亿元,占年度目标的71%,同比增长13%。") == [
        "|完成投资|948|1-7月", "|占年度目标|71%|1-7月", "|完成投资同比增长|13%|1-7月",
      ])
    #expect(
      try totals("全市重点项目完成投资948亿元,完成全年1200亿元投资目标任务的79%。") == [
        "|完成投资|948|", "|全年投资目标任务|1200|", "|完成全年投资目标任务|79%|",
      ])
  }

  @Test("其中 amid a sentence ends with it, where it names funds and another group follows")
  func endOfParts() throws {
    let text = "全市安排项目72个。续建项目45个,总投资100亿元,其中市财政资金11亿元;新建项目27个,总投资149亿元。"
    let sections = try run(text).rows(of: "sections.csv", ["title"])
    #expect(sections == [["续建项目"], ["新建项目"]])
    #expect(!(try run(text).table("sections.csv")[0].contains("parent")))
  }

  @Test("of so many of a kind: what follows 中 is a part of them, and in that sentence alone")
  func amongThem() throws {
    let result = try run(
      "全县安排重点项目91宗,完成投资96亿元。31宗未开工项目中,省重点项目有6宗,县重点项目有25宗。\n县重点项目55宗,完成投资7.7亿元。")
    #expect(
      result.rows(of: "sections.csv", ["title", "parent"]).map { $0.joined(separator: "<") }.filter
      {
        $0.hasPrefix("县") || $0.hasPrefix("省")
      } == ["省重点项目<1", "县重点项目<1", "县重点项目<"])
  }

  @Test("signs that begin or end other words stay with them")
  func wordBounds() throws {
    #expect(
      try totals("截至目前,督察组收到群众举报1900件,受理有效举报1670件,约谈党政领导干部23人,查处环境违法行为3起,签约项目4个。") == [
        "|督察组收到群众举报|1900件|截至目前", "|受理有效举报|1670件|截至目前", "|约谈党政领导干部|23人|截至目前",
        "|查处环境违法行为|3起|截至目前", "|签约项目|4个|截至目前",
      ])
  }

  @Test("papers that were disclosed, and firms by their grades")
  func counts() throws {
    #expect(
      try totals("2022年我局主动公开政府信息143条,其中,重要活动类信息126条、环评类信息17条。").map {
        $0.split(separator: "|", omittingEmptySubsequences: false)[1...2].joined(separator: "|")
      } == ["我局主动公开政府信息|143条", "重要活动类信息|126条", "环评类信息|17条"])
    #expect(
      try totals("共有231家企业参加评价,其中“环保诚信企业”(绿牌企业)117家、“环保良好企业”(蓝牌企业)114家。").suffix(2) == [
        "环保诚信企业|企业数|117家|", "环保良好企业|企业数|114家|",
      ])
  }

  @Test("a time that is compared with, and one that tells how long, do not go on")
  func times() throws {
    #expect(
      try totals("2021年支出预算为443万元,与2020年预算基本持平,其中:公务接待费323万元,公务用车费120万元。") == [
        "|支出预算|443|2021年", "|公务接待费|323|2021年", "|公务用车费|120|2021年",
      ])
    #expect(
      try totals("十大项目10年完成投资3000亿元.水利项目完成投资250亿元。").map { $0.suffix(1) } == ["|", "|"])
  }

  @Test(
    "figures of somebody whom only 该公司 names, and names that say nothing, are named and not taken",
    arguments: [
      ("全县完成投资5亿元,开工项目3个。经查,对该公司下达决定书,处罚款66万元。", "处罚款66万元"),
      ("全县完成投资5亿元,开工项目3个。在该企业南侧建有280万吨/年裂解装置。", "280万吨/年"),
      ("全县完成投资5亿元,开工项目3个。累计有321个水体完成了整治工作。", "累计有321个"),
      ("全县完成投资5亿元,开工项目3个。高新项目由去年的52个增至92个。", "52个"),
    ])
  func left(text: String, figure: String) throws {
    let result = try run(text)
    #expect(result.report.documents[0].doubts.map(\.text.en).joined().contains(figure))
    #expect(try totals(text).prefix(2) == ["|完成投资|5|", "|开工项目|3个|"])
  }

  @Test("figures of text beside tasks are named with their line")
  func besideTasks() throws {
    let result = try run(
      """
      2023年青石县水污染防治工作方案
      一、工作目标
      全县优良断面比例达到85%以上,完成投资3.2亿元。
      二、重点任务
      1.实施清淤工程。(责任单位:水利局)
      """)
    let doubt = result.report.documents[0].doubts.first { $0.text.en.contains("figures not read") }
    #expect(doubt?.line == 3)
    #expect(doubt?.text.en.contains("3.2亿元") ?? false)
    // What is aimed at below such a heading is read.
    #expect(result.column("target", of: "indicators.csv") == ["85"])
  }

  @Test(
    "how far the things have come that a list names some of; sizes within their names are no counts"
  )
  func namedSome() throws {
    #expect(
      try totals("全省重点项目完成投资508亿元,新开工建设甲、乙等133个项目,建成投产丙、丁等23个项目。") == [
        "|完成投资|508|", "|新开工建设项目|133个|", "|建成投产项目|23个|",
      ])
    #expect(
      !(try totals("全省重点项目完成投资508亿元,年新增15000套新型液压阀技术改造项目已竣工,开工项目3个。")).contains {
        $0.contains("15000")
      })
  }

  @Test("预计 before 项目总投资 names nobody")
  func expected() throws {
    #expect(
      try totals("东山水库工程,主体完成,预计项目总投资262亿元,2015年计划完成投资76亿元。").map {
        $0.prefix(6)
      } == ["东山水库工程", "东山水库工程"])
  }

  @Test("brackets within brackets without end")
  func nested() throws {
    let deep = String(repeating: "(其中1个", count: 500) + String(repeating: ")", count: 500)
    #expect(try totals("全县完成投资5亿元,开工项目3个" + deep + "。").first == "|完成投资|5|")
  }

  @Test("what stands in a bracket is part of the figure before it, and of no other")
  func brackets() throws {
    let result = try run("项目总投资8005万元,其中财政补助7005万元(其中银行贷款4080万元),自筹资金1000万元。")
    #expect(result.report.sums.allSatisfy { $0.agrees != false })
  }

  @Test(
    "when works began is no time of their amount; new and continued works stand beside each other")
  func works() throws {
    #expect(
      try totals("甲区蓄滞洪工程于2021年8月开工,工程总投资30亿元;乙灌区改造工程于2021年10月开工,工程总投资15亿元。") == [
        "甲区蓄滞洪工程|工程总投资|30|", "乙灌区改造工程|工程总投资|15|",
      ])
    #expect(
      try totals("全市完成投资9亿元,开工项目3个。东水配置工程已开工,西湖灌区等2个项目可研报告已完成编制。").allSatisfy {
        $0.hasPrefix("|")
      })
    let result = try run("全州重点项目完成投资392亿元。122个新建项目已开工105个,其中,10个项目未开工;108个续建项目有12个项目推进不理想。")
    #expect(
      result.rows(of: "sections.csv", ["title", "parent"]) == [["新建项目", ""], ["续建项目", ""]])
  }

  @Test("places of one kind beside each other: the first of them is not the whole")
  func siblings() throws {
    let result = try DocumentImport.run(
      text: "甲县完成投资5.2亿元,乙县完成投资3.1亿元,丙县占比为0。", fileName: "a.txt")
    #expect(
      result.rows(of: "stated_totals.csv", ["section", "value"]) == [
        ["甲县", "5.2"], ["乙县", "3.1"],
      ])
    let whole = try DocumentImport.run(
      text: "甲县完成投资20亿元,占年度计划的52%;乙镇完成投资3.1亿元,占年度计划的40%。", fileName: "a.txt")
    #expect(whole.rows(of: "stated_totals.csv", ["section", "value"]).first == ["", "20"])
  }
}
