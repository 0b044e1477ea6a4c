import PlanQLData
import Testing

@testable import PlanQLPlans

private func run(_ text: String) throws -> ImportResult {
  try DocumentImport.run(text: text, fileName: "a.txt")
}

@Suite("import of tasks with headings beside them and text that goes on over lines")
struct ImportTaskTextTests {
  @Test("the text of a task begins on the line above, behind the heading there")
  func beginsBehindHeading() throws {
    let result = try run(
      """
      二、调整四项结构
      (一)调整产业结构。1.强化源头管控。认真配合开展区域空间生态环境评价工作,新、改、扩建项目的环境影
      响评价,应满足区域规划环评要求。(市生态环境局牵头,市发改委参与)
      2.严控高耗能行业产能。完成2家企业搬迁工作。(市工信局牵头,市发改委参与)
      """)
    #expect(
      result.rows(of: "duties.csv", ["text", "section"]) == [
        [
          "强化源头管控。认真配合开展区域空间生态环境评价工作,新、改、扩建项目的环境影响评价,应满足区域规划环评要求。", "调整产业结构",
        ],
        ["严控高耗能行业产能。完成2家企业搬迁工作。", "调整产业结构"],
      ])
    #expect(result.report.isClean)
  }

  @Test("the number of a task behind a heading on its line parts the two")
  func headingOnTheLine() throws {
    let result = try run("一、重点任务\n(一)调整结构。1.关停企业12家。(市工信局牵头)\n2.严控新增产能。(市工信局牵头,市发改委参与)")
    #expect(
      result.rows(of: "duties.csv", ["text", "section"]) == [
        ["关停企业12家。", "调整结构"], ["严控新增产能。", "调整结构"],
      ])
    #expect(
      result.rows(of: "sections.csv", ["title", "parent"]) == [
        ["重点任务", ""], ["调整结构", "重点任务"],
      ])
  }

  @Test("what stands before the first heading of a text on one line is no task, and told")
  func preamble() throws {
    let result = try run(
      "某省关于明确重点工作责任单位的通知 各责任单位要于每季度末报告进展情况。 一、提振信心 (一)促进消费增长。 1.把扩大消费摆在优先位置。(省商务厅、财政厅按职责分工负责) 2.落实好提振信心措施。(省发展改革委牵头,省商务厅按职责分工负责)"
    )
    #expect(result.column("text", of: "duties.csv") == ["把扩大消费摆在优先位置。", "落实好提振信心措施。"])
    #expect(Set(result.column("section", of: "duties.csv")) == ["促进消费增长"])
    #expect(!result.table("duties.csv")[0].contains("recurrence"))
    #expect(
      result.report.documents[0].doubts.map(\.text) == [
        ImportMessages.textBeforeTask([
          LineLedger.excerpt(FoldedText("某省关于明确重点工作责任单位的通知 各责任单位要于每季度末报告进展情况。"))
        ])
      ])
  }

  @Test("a task whose text has a number within keeps it")
  func numbersWithin() throws {
    let result = try run("1.推进治理。一是加强巡查。(1)建设管网10公里。(市水利局牵头)\n2.严控新增产能。(市工信局牵头)")
    #expect(result.column("text", of: "duties.csv") == ["推进治理。一是加强巡查。(1)建设管网10公里。", "严控新增产能。"])
  }

  @Test("items that each have their own units are tasks below their heading")
  func itemsWithUnits() throws {
    let text = "一、任务\n1.优化能源结构\n(1)完成煤炭消费总量控制。\n牵头单位:发展改革局\n(2)做好散煤治理。\n牵头单位:住建局"
    let result = try run(text)
    #expect(
      result.rows(of: "duties.csv", ["text", "section"]) == [
        ["完成煤炭消费总量控制。", "优化能源结构"], ["做好散煤治理。", "优化能源结构"],
      ])
  }

  @Test("items above one list of units are parts of their task")
  func itemsWithoutUnits() throws {
    let result = try run(
      "一、任务\n1.优化能源结构\n(1)完成煤炭消费总量控制。\n(2)做好散煤治理。\n牵头单位:发展改革局\n2.推进清洁取暖\n牵头单位:住建局")
    #expect(
      result.column("text", of: "duties.csv") == ["优化能源结构(1)完成煤炭消费总量控制。(2)做好散煤治理。", "推进清洁取暖"])
  }

  @Test("text behind a heading that is neither measure nor task is told")
  func textBehindHeading() throws {
    let result = try run(
      "督察整改情况表\n整改措施\n(一)强化履职监督。加强河长能力培训。\n(二)加强排查整治。建立台账,动态清零。\n问题53个,其中甲区16个、乙县9个、丙县28个。")
    #expect(
      result.report.documents[0].doubts.map(\.text).filter {
        $0 == ImportMessages.textBehindHeading
      }
      .count == 2)
  }

  @Test("a bracket that says where something is reported names nobody who answers")
  func bracketOfReporting() throws {
    let result = try run("1.保护历史街区(该项内容于2011年4月5日前上报市创建办)。(市城投集团)\n2.完善路网。(市交投公司)")
    #expect(result.column("units", of: "duties.csv") == ["市城投集团", "市交投公司"])
    #expect(result.column("text", of: "duties.csv")[0].contains("上报市创建办"))
  }

  @Test("labels alone on their lines head a record of what is to be put right")
  func bareLabels() throws {
    let result = try run(
      "整改任务\n\n河长巡查流于形式。\n\n责任单位\n\n某县水利局、某镇\n\n整改措施\n\n(一)强化监督。加强能力培训。\n\n(二)加强排查。限期整改到位。\n")
    #expect(
      result.rows(of: "duties.csv", ["text", "kind", "units", "整改措施"]) == [
        ["河长巡查流于形式。", "rectification", "某县水利局、某镇", "(一)强化监督。加强能力培训。(二)加强排查。限期整改到位。"]
      ])
  }

  @Test("how much somebody gets in a time is not how often a task comes")
  func rates() throws {
    let recurrences = [
      "养老金由每人每月145元提高到160元": "", "每月发放高龄津贴100元": "", "每村每年补助2万元": "",
      "每人每年免费体检1次": "yearly", "每年安排专项资金500万元": "yearly", "每月25日前报送进展": "monthly",
      "每月开展巡查，每次补助50元": "monthly",
    ]
    for (text, recurrence) in recurrences {
      let result = try run("1.\(text)。\n责任单位：县民政局\n2.修订办法。\n责任单位：县民政局\n")
      let found = result.column("recurrence", of: "duties.csv")
      #expect(found.first ?? "" == recurrence, "\(text)")
    }
  }

  @Test("a heading of whom to call is no measure and no section, one of a rule of contacts is")
  func contacts() throws {
    func titles(_ last: String) throws -> [String] {
      let measures =
        "一、加强组织领导\n成立工作专班，每季度召开会议，通报工作情况。\n二、强化资金保障\n各县安排专项资金，每年检查使用情况。\n"
      return try run(measures + last).column("title", of: "measures.csv")
    }
    #expect(try titles("三、监督电话\n0972-1234567") == ["加强组织领导", "强化资金保障"])
    #expect(
      try titles("三、联系人制度\n各单位确定一名联系人，每月报送工作进展情况，并负责与各县沟通衔接，及时反映问题。").count == 3)
  }
}

@Suite("the region and the currency that a document tells")
struct ImportPlaceTests {
  @Test(
    "the time before a region is none of it",
    arguments: [
      ("2023年1—4月江苏省县(市、区)地表水环境质量排名", "江苏省" as String?), ("2020年12月全省环境空气质量排名", nil),
      ("2018年上半年开化县考核结果", "开化县"), ("月湖区重点项目表", "月湖区"),
    ])
  func region(title: String, region: String?) {
    #expect(PlanFacts.region(in: FoldedText(title)) == region)
  }

  @Test("years of the Republic of China and its government are those of the Taiwan dollar")
  func taiwanDollars() throws {
    let result = try run("行政院核定「污水下水道發展方案」,第5期計畫於104至107年度累計預算數482.75億元、決算數470.48億元。")
    #expect(result.planText.contains("currency: TWD"))
    let yuan = try run("2014年度累计预算数482.75亿元、决算数470.48亿元,第104项。")
    #expect(yuan.planText.contains("currency: CNY"))
  }
}
