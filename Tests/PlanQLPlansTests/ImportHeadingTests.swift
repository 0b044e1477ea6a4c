import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("importing tables by what their headings mean beside each other")
struct ImportHeadingTests {
  private func csv(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.csv")
  }

  private func doubts(_ result: ImportResult) -> [LocalizedText] {
    result.report.documents[0].doubts.map(\.text)
  }

  @Test("two notes of one name are two columns")
  func notes() throws {
    let result = try csv("项目名称,总投资（万元）,备注,备注\n甲厂,100,一类,晚报\n")
    #expect(result.column("备注", of: "projects.csv") == ["一类"])
    #expect(result.column("备注_2", of: "projects.csv") == ["晚报"])
  }

  @Test("what was done from the start is the progress, beside what was in some months")
  func doneFromTheStart() throws {
    let result = try csv(
      "项目名称,总投资（万元）,开工以来累计完成投资（万元）,1-5月累计完成投资（万元）\n甲厂,100,50,20\n")
    #expect(result.column("invested", of: "progress.csv") == ["50"])
    #expect(result.column("1-5月累计完成投资（万元）", of: "projects.csv") == ["20"])
  }

  @Test("what projects came to in a year is kept and told")
  func doneInYears() throws {
    let result = try csv("项目名称,总投资（万元）,2021年完成\n甲厂,100,7\n")
    #expect(result.column("2021年完成", of: "projects.csv") == ["7"])
    #expect(
      result.report.documents[0].normalised.map(\.text).contains(
        ImportMessages.headingKept("2021年完成", [])))
  }

  @Test("parts of the investment that say that they are")
  func namedParts() throws {
    let result = try csv(
      "项目名称,总投资（万元）,其中：2024年投资（万元）,其中：中央（万元）,完工时限\n甲厂,100,40,50,2024年12月\n")
    #expect(result.rows(of: "budgets.csv", ["year", "amount"]) == [["2024", "40"]])
    #expect(result.rows(of: "funding.csv", ["source", "planned"]) == [["central", "50"]])
    #expect(result.column("period", of: "projects.csv") == ["..2024"])
  }

  @Test("a nature beside a category, in either order")
  func natures() throws {
    for heads in ["行业,项目类型", "项目类型,行业"] {
      let isFirst = heads.hasPrefix("行业")
      let result = try csv(
        "项目名称,总投资（万元）,\(heads)\n甲厂,100,\(isFirst ? "水利,新建" : "新建,水利")\n")
      #expect(result.column("category", of: "projects.csv") == ["水利"])
      #expect(result.column("nature", of: "projects.csv") == ["新建"])
    }
  }

  @Test(
    "periods without an end",
    arguments: [("2023.8至今", "2023-08.."), ("2022-", "2022.."), ("2022年起", "2022..")])
  func openPeriods(_ text: String, _ period: String) throws {
    let result = try csv("项目名称,总投资（万元）,建设年限\n甲厂,100,\(text)\n")
    #expect(result.column("period", of: "projects.csv") == [period])
    #expect(
      result.report.documents[0].normalised.map(\.text).contains(
        ImportMessages.periodRead(text, period)))
  }

  @Test("a bracket on a further line of a cell belongs to the name above it")
  func bracketsOfCells() throws {
    let result = try csv("序号,工作任务,责任单位\n1,人居环境整治,\"各镇\n（街道）、水利局\"\n")
    #expect(result.column("unit", of: "responsibilities.csv") == ["各镇（街道）", "水利局"])
  }

  @Test("exact tasks beside those that they are of, and tasks beside indicators with values")
  func tasksBesideOthers() throws {
    let tasks = try csv("重点任务,具体工作,责任单位\n治水,建管网10公里,住建局\n治水,清河道,水利局\n")
    #expect(tasks.column("text", of: "duties.csv") == ["建管网10公里", "清河道"])
    #expect(tasks.column("重点任务", of: "duties.csv") == ["治水", "治水"])
    let indicators = try csv("领域,任务,指标名称,单位,现状值,目标值\n水环境,治污,污水处理率,%,90,95\n")
    #expect(
      indicators.rows(of: "indicators.csv", ["name", "target", "任务"]) == [["污水处理率", "95", "治污"]])
    #expect(indicators.table("duties.csv").isEmpty)
  }

  @Test("states in words of either language")
  func states() throws {
    let result = try csv(
      "Project,Total investment (CNY million),Lead department,Status,Start,Completion\n"
        + "Plant,12.5,Bureau,Under way,2022,2024\nRiver,8,Bureau,In progress,2023,2025\n")
    #expect(result.column("status", of: "projects.csv") == ["under_way", "in_progress"])
    #expect(result.column("investment", of: "projects.csv") == ["12.5", "8"])
    #expect(result.column("period", of: "projects.csv") == ["2022..2024", "2023..2025"])
    #expect(result.column("role", of: "responsibilities.csv") == ["lead", "lead"])
  }

  @Test("what Taiwan calls names, units and sources")
  func traditionalHeadings() throws {
    let result = try csv("單位：新臺幣千元\n計畫名稱,主辦機關,總經費,中央款,地方款\n下水道,工務局,1000,600,400\n")
    #expect(result.column("investment", of: "projects.csv") == ["1000"])
    #expect(
      result.rows(of: "funding.csv", ["source", "planned"]) == [["central", "600"], ["", "400"]])
    #expect(result.column("lead", of: "projects.csv") == ["工務局"])
  }

  @Test("a title with amounts and no rows below it is a row, and one with rows is none")
  func titlesWithoutRows() throws {
    let result = try csv(
      """
      序号,项目名称,总投资（万元）
      一,水环境,300
      1,甲渠,100
      2,乙渠,200
      二,大气环境,50
      三,土壤环境,7
      1,丙坑,7
      四,声环境,3
      合计,,360
      """)
    #expect(result.column("name", of: "projects.csv") == ["甲渠", "乙渠", "大气环境", "丙坑", "声环境"])
    #expect(result.column("section", of: "projects.csv") == ["水环境", "水环境", "", "土壤环境", ""])
    #expect(result.report.sums.map(\.agrees) == [true, true, true])
    let notes = result.report.documents[0].normalised.map(\.text)
    #expect(notes.count { $0 == ImportMessages.titleIsRow } == 2)
  }

  @Test("fiscal years with a stroke between")
  func fiscalYears() {
    #expect(Headings.year("FY23/24")?.year == 2024)
    #expect(Headings.year("FY2023/24")?.year == 2024)
    #expect(Headings.year("FY23/26") == nil)
  }
}

extension ImportHeadingTests {
  @Test("a year's plan over its sources, and a day that 至 leads to")
  func yearOverSources() throws {
    let text = """
      某县2022年项目资金表
      | 项目名称 | 总投资（万元） | 至2021年底累计完成投资（万元） | %年计划（万元） | |
      | | | | 投资 | 中央 |
      | 甲厂 | 100 | 20 | 50 | 30 |
      | 乙厂 | 200 | 60 | 80 | 40 |
      """
    for year in ["2022", "本"] {
      let result = try DocumentImport.run(
        text: text.replacing("%", with: year == "本" ? "" : year).replacing(
          "| 年计划", with: "| 年度计划"), fileName: "a.txt")
      #expect(
        result.rows(of: "budgets.csv", ["year", "amount"]) == [["2022", "50"], ["2022", "80"]])
      #expect(
        result.rows(of: "funding.csv", ["source", "planned", "year"]) == [
          ["central", "30", "2022"], ["central", "40", "2022"],
        ])
      #expect(result.column("as_of", of: "progress.csv") == ["2021-12-31", "2021-12-31"])
    }
  }

  @Test("targets that words say are to be reached")
  func wordsOfReaching() throws {
    let result = try csv(
      "指标名称,单位,2020年现状,2025年目标\n覆盖率,%,60,提高到65%\n优良率,%,62,力争达到70\n排放,吨,9,力争降至5以下\n任务,吨,-,完成上级下达任务\n"
    )
    #expect(
      result.rows(of: "indicators.csv", ["target", "target_text"]) == [
        ["65", "提高到65%"], ["70", "力争达到70"], ["5", "力争降至5以下"], ["", "完成上级下达任务"],
      ])
    #expect(result.column("direction", of: "indicators.csv") == ["up", "", "", ""])
  }

  @Test("ranks stand beside the values that they are of")
  func ranks() throws {
    let result = try DocumentImport.run(
      text: """
        某市2023年环境质量通报

        2023年，全市PM2.5平均浓度为35微克/立方米，居全省第1位。优良天数比例为85.6%，排名全省第3，森林覆盖率达到62.1%，列全国第二位。
        """, fileName: "a.txt")
    #expect(result.column("排名", of: "observations.csv") == ["居全省第1位", "排名全省第3", "列全国第二位"])
  }
}

extension ImportHeadingTests {
  @Test("what was done in some months of a year stands beside what was done in all")
  func doneInMonths() throws {
    for head in ["截至2022年底累计完成投资（万元）,1-7月完成投资（万元）", "累计完成投资（万元）,1-7月完成投资（万元）"] {
      let result = try csv("项目名称,总投资（万元）,\(head)\n甲厂,3000,1200,900\n")
      #expect(result.column("invested", of: "progress.csv") == ["1200"])
      #expect(result.column("1-7月完成投资（万元）", of: "projects.csv") == ["900"])
    }
  }

  @Test("rows that compare, and rows that count the columns, are no projects")
  func otherRows() throws {
    let compared = try csv("项目名称,总投资（万元）\n甲厂,500\n合计,500\n上年同期,400\n")
    #expect(compared.column("name", of: "projects.csv") == ["甲厂"])
    #expect(
      compared.report.documents[0].unread.map(\.text) == [ImportMessages.rowOfStatistics])
    let counted = try csv("项目名称,总投资（万元）,中央资金（万元）,省级资金（万元）\n甲,1=2+3,2,3\n甲厂,12,8,4\n")
    #expect(counted.column("name", of: "projects.csv") == ["甲厂"])
    #expect(counted.column("planned", of: "funding.csv") == ["8", "4"])
  }

  @Test("numbers that count the units of a list are none of their names")
  func numberedUnits() throws {
    let result = try csv("任务,责任单位\n治水,\"1.水利局\n2.住建局\"\n治气,①水利局②住建局\n治土,1.水利局2.住建局\n")
    #expect(
      result.column("unit", of: "responsibilities.csv")
        == Array(repeating: ["水利局", "住建局"], count: 3).flatMap { $0 })
  }

  @Test("units of money at the end of a title, in a note below, and of the investment")
  func placesOfUnits() throws {
    let title = try csv("某县2024年重点项目计划（万元）,,\n项目名称,总投资,责任单位\n甲厂,5,水利局\n")
    let note = try csv("项目名称,总投资,责任单位\n甲厂,5,水利局\n注：以上投资单位均为万元。,,\n")
    for result in [title, note] {
      #expect(result.column("investment", of: "projects.csv") == ["5"])
    }
    let years = try csv("项目名称,总投资（万元）,2021年,2022年,2023-2025年\n甲厂,500,100,200,200\n")
    #expect(years.column("amount", of: "budgets.csv") == ["100", "200"])
    #expect(
      years.report.documents[0].normalised.map(\.text).contains(
        ImportMessages.unitOfInvestment("2021年", "万元", "总投资（万元）")))
    // Parts that would be too small in its unit are in another one.
    let others = try csv("项目名称,总投资（万元）,2021年,2022年\n甲厂,50000,1,2\n")
    #expect(others.table("budgets.csv").isEmpty)
  }

  @Test("money not in place is none that is; sources below a year below their heading")
  func stagesAndYears() throws {
    let stages = try DocumentImport.run(
      text: """
        | 项目名称 | 总投资（万元） | 资金到位情况（万元） | |
        | | | 已到位 | 未到位 |
        | 甲厂 | 1000 | 700 | 300 |
        """, fileName: "a.txt")
    #expect(stages.rows(of: "funding.csv", ["source", "in_place", "原文资金来源"]) == [["", "700", ""]])
  }

  @Test("a legend says which units the marks below them make lead")
  func legends() throws {
    let rows = "序号,任务,水利局,住建局\n1,黑臭水体整治,▲,★\n2,管网建设,★,▲\n"
    let result = try csv(rows + "注：★为牵头单位，▲为配合单位。,,,\n")
    let columns = ["duty", "unit", "role"]
    #expect(
      result.rows(of: "responsibilities.csv", columns) == [
        ["1", "住建局", "lead"], ["1", "水利局", "support"], ["2", "水利局", "lead"],
        ["2", "住建局", "support"],
      ])
    let turned = try csv(rows + "注：▲表示牵头，★表示配合,,,\n")
    #expect(turned.rows(of: "responsibilities.csv", columns)[0] == ["1", "水利局", "lead"])
  }

  @Test("what rows of one task say is to be done is their task, as are exact items")
  func exactTasks() throws {
    let tasks = try csv("重点任务,具体措施,责任单位\n大气,淘汰锅炉,住建局\n大气,控制扬尘,城管局\n")
    #expect(tasks.column("text", of: "duties.csv") == ["淘汰锅炉", "控制扬尘"])
    #expect(tasks.column("重点任务", of: "duties.csv") == ["大气", "大气"])
    let plain = try csv("重点任务,具体措施,责任单位\n治气,淘汰锅炉,住建局\n治水,清淤,水利局\n")
    #expect(plain.column("text", of: "duties.csv") == ["治气", "治水"])
    let items = try csv("考核内容,考核指标,分值,评分标准\n环境,PM2.5,10,每超1微克扣1分\n环境,水质,20,不达标不得分\n")
    #expect(items.column("item", of: "rules.csv") == ["PM2.5", "水质"])
  }
}

extension ImportHeadingTests {
  @Test("a column of sections puts its rows into them")
  func sections() throws {
    let result = try csv("序号,项目名称,章节,总投资（万元）\n1,甲厂,水环境,100\n2,乙厂,大气,200\n3,丙厂,水环境,300\n")
    #expect(result.column("section", of: "projects.csv") == ["水环境", "大气", "水环境"])
    #expect(result.column("title", of: "sections.csv") == ["水环境", "大气"])
    let tasks = try csv("序号,工作任务,所属章节,责任单位\n1,清淤,水环境,水利局\n")
    #expect(tasks.column("section", of: "duties.csv") == ["水环境"])
  }

  @Test("of columns of units the one of those responsible leads, wherever it stands")
  func leadOfColumns() throws {
    let columns = ["unit", "role"]
    let first = try csv("项目名称,总投资（万元）,项目法人,责任单位\n甲厂,100,清河水务公司,\"水利局、发改局\"\n")
    let last = try csv("项目名称,总投资（万元）,责任单位,项目法人\n甲厂,100,\"水利局、发改局\",清河水务公司\n")
    for result in [first, last] {
      #expect(
        Set(result.rows(of: "responsibilities.csv", columns)) == [
          ["水利局", "lead"], ["发改局", "joint"], ["清河水务公司", "owner"],
        ])
      #expect(result.column("units", of: "projects.csv").first?.hasPrefix("水利局") == true)
    }
  }

  @Test("a period in the notation of plans needs no remark")
  func ownNotation() throws {
    let result = try csv("项目名称,总投资（万元）,建设期限\n甲厂,100,2021..2025\n乙厂,200,2021-03..2022-11\n")
    #expect(result.column("period", of: "projects.csv") == ["2021..2025", "2021-03..2022-11"])
    #expect(!result.report.documents[0].notes.contains { $0.text.en.contains("was read as") })
  }

  @Test("parts of a year with nothing but numbers keep their totals; rates of growth are kept")
  func numbersOfParts() throws {
    let result = try csv("项目名称,总投资（万元）,一季度,二季度\n甲厂,100,10,20\n乙厂,200,30,40\n合计,300,40,60\n")
    #expect(result.column("一季度", of: "projects.csv") == ["10", "30"])
    #expect(result.column("number", of: "stated_totals.csv") == ["", "40", "60"])
    let rates = try csv("指标,2020年,2025年,年均增长,属性\n总产值（亿元）,356,480,6.2%,预期性\n")
    #expect(rates.column("年均增长", of: "indicators.csv") == ["6.2%"])
    #expect(doubts(rates).isEmpty)
  }

  @Test("a share that is a hundredth of what the amounts beside it give is to be checked")
  func hundredths() throws {
    let heads = "项目名称,总投资（万元）,累计完成投资（万元）,完成比例（%）\n"
    let result = try csv("截至2023年6月底,,,\n" + heads + "甲厂,1200,600,0.5\n乙厂,800,80,10\n")
    #expect(
      doubts(result) == [ImportMessages.shareIsHundredth("完成比例（%）", "0.5")])
  }
}
