import PlanQLPlans
import Testing

/// A figure of a sentence is taken only where nothing is lost of the words around it.
@Suite("words around the figures of sentences")
struct ImportUnnamedWordsTests {
  private func totals(_ text: String) throws -> [String] {
    try DocumentImport.run(text: text, fileName: "a.txt")
      .rows(of: "stated_totals.csv", ["section", "name", "value", "number", "measured_in"])
      .map { $0.joined(separator: "|") }
  }

  private func observed(_ text: String) throws -> [String] {
    try DocumentImport.run(text: text, fileName: "a.txt")
      .rows(of: "observations.csv", ["indicator", "value"]).map { $0.joined(separator: "|") }
  }

  /// The totals of a sentence behind one that is read whatever follows it.
  private func rest(_ text: String) throws -> [String] {
    Array(try totals("全市完成投资120亿元,占年度计划的60%。\n\n" + text).dropFirst(2))
  }

  @Test(
    "what stands behind a count up to the next sign is a part of its name",
    arguments: [
      "省财政提前下达23个省级扶贫重点县补助资金9.75亿元。", "今年重点推进的6处新建大型灌区已开工。",
      "资金统筹用于支持69个革命老区县公益事业项目。", "突出问题整改、工程项目等10个具体问题整改完成2017年节点目标。",
      "规划纲要提出的20项主要指标中,大多数进展顺利。", "主要污染物排放总量减少10%的约束性指标。",
    ])
  func behind(_ sentence: String) throws {
    #expect(try rest(sentence).allSatisfy { !$0.contains("|23|") && !$0.contains("|6|") })
    let kept = try rest(sentence).filter { row in
      ["|69|", "|10|", "|20|"].contains { row.contains($0) }
    }
    #expect(kept.isEmpty)
  }

  @Test("a predicate that is of all that were counted leaves their number what it is")
  func ofAll() throws {
    #expect(try rest("全市31个民生实事项目已全部启动实施。") == ["民生实事项目|项目数||31|个"])
    #expect(
      try rest("17个重大前期项目推进总体进展顺利。") == ["重大前期项目|项目数||17|个"])
  }

  @Test("the words before a figure are kept by its name or its owner")
  func before() throws {
    #expect(try rest("截至8月底全市棚户区改造开工1460套。") == ["棚户区改造|开工||1460|套"])
    #expect(
      try rest("已提前下达4.51亿元,本次下达1.81亿元。").allSatisfy { !$0.hasPrefix("|下达|1.81") })
    #expect(try rest("甲市、乙县、丙县财政总收入过10亿元。").isEmpty)
    #expect(try rest("第三产业加快发展,对经济增长的贡献率提高4.8个百分点。").isEmpty)
    // Who sets it, and what the document itself is of, belong to no name.
    #expect(try rest("整改方案共明确整改任务216项。") == ["整改任务|整改任务数||216|项"])
  }

  @Test(
    "a clause that says how works go names them, and a target has not the months of what was done")
  func works() throws {
    #expect(try rest("路网改造持续推进,累计完成投资211亿元。") == ["路网改造|累计完成投资|211||"])
    let result = try DocumentImport.run(
      text: "1-11月,全市完成投资68亿元,占年度目标任务60亿元的114.7%。", fileName: "a.txt")
    #expect(
      result.rows(of: "stated_totals.csv", ["name", "时段"]).prefix(2) == [
        ["完成投资", "1-11月"], ["年度目标任务", ""],
      ])
  }

  @Test("names that share a measure, a thing or a noun are whole")
  func shared() throws {
    #expect(
      try observed("2023年,城镇和农村居民人均可支配收入分别增长9%和10.5%。") == [
        "城镇居民人均可支配收入增长|9", "农村居民人均可支配收入增长|10.5",
      ])
    let both = "全市完成投资120亿元,一般公共预算收入和支出分别增长12.8%、17.8%,城镇和农村居民收入分别增长9%和10%。"
    #expect(
      try totals(both).dropFirst() == [
        "|一般公共预算收入增长||12.8|%", "|一般公共预算支出增长||17.8|%", "|城镇居民收入增长||9|%",
        "|农村居民收入增长||10|%",
      ])
    #expect(
      try rest("城镇、农村居民人均可支配收入分别达到43834元和17131元。") == [
        "|城镇居民人均可支配收入||43834|元", "|农村居民人均可支配收入||17131|元",
      ])
    let roads = try DocumentImport.run(
      text: "2023年底,等级路里程及比例分别达到445万公里和96.8%。", fileName: "a.txt")
    #expect(
      roads.rows(of: "observations.csv", ["indicator", "value"]) == [
        ["等级路里程", "445"], ["等级路比例", "96.8"],
      ])
  }

  @Test("what somebody has to do has not been done")
  func tasks() throws {
    #expect(
      try rest("省下达我市任务为开工3000套、基本建成2000套,实际开工3200套。").map { row in
        row.split(separator: "|").first.map { $0.hasPrefix("目标") }
      } == [true, true, false])
    #expect(
      try rest("各县要狠抓前期工作,4月1日前开工率达到100%;一季度资金支出进度达到30%。") == [
        "|目标开工率||100|%", "|目标资金支出进度||30|%",
      ])
    #expect(
      try totals("全市完成投资120亿元,贯彻“疫情要防住、经济要稳住”的要求,规模工业增加值增长9.5%。").last
        == "|规模工业增加值增长||9.5|%")
  }

  @Test("last year is a time, and what is compared with it is not of it")
  func lastYear() throws {
    func times(_ text: String) throws -> [String] {
      try DocumentImport.run(text: text, fileName: "a.txt").column("时段", of: "stated_totals.csv")
    }
    #expect(
      try times("去年,全市完成投资26亿元,占年度计划的90%。今年完成投资3亿元,占年度计划的10%。") == [
        "去年", "去年", "今年", "今年",
      ])
    #expect(
      try times("今年全市完成投资26亿元,占年度计划的90%,比去年同期增长6%,较去年增加2亿元。")
        .allSatisfy { $0 != "去年" })
    #expect(
      try rest("政府工作报告提出,要发挥投资作用,完成固定资产投资22亿元,增长20%。") == [
        "|目标完成固定资产投资|22||", "|目标完成固定资产投资增长||20|%",
      ])
    #expect(try rest("亿元以上项目增多,数量达431个。").isEmpty)
  }

  @Test("a bracket that compares with others has no parts of what stands before it")
  func comparisons() throws {
    #expect(
      try rest("城镇居民人均可支配收入4894元(全国5963元、全省4881元),增长16.8%(全国7.1%)。").count == 2)
  }

  @Test("dwellings and persons are counted beside projects, and 实际 is of the plan before it")
  func others() throws {
    #expect(
      try rest("城市棚户区改造项目7个2962套。") == ["城市棚户区改造项目|项目数||7|个", "城市棚户区改造项目|套数||2962|套"])
    #expect(
      try rest("计划新建公路80公里,实际完成95公里。") == ["|计划新建公路||80|公里", "|新建公路实际完成||95|公里"])
  }

  @Test("the day up to which something is told of goes before the years of its words")
  func days() throws {
    let doubted = try rest("截至2021年11月底,市级已提前下达2022年项目64个,下达率100%。")
    #expect(doubted.isEmpty)
    let told = try DocumentImport.run(
      text: "截至2023年3月底,今年全市已完成投资19亿元,占年度计划的30%。", fileName: "a.txt")
    #expect(told.column("时段", of: "stated_totals.csv").first == "截至2023年3月底")
    let across = try DocumentImport.run(
      text: "2021年度建设任务38万亩。自10月27日以来各县开工。截至1月13日,全市完成面积31万亩,投资完成率81%。",
      fileName: "a.txt")
    #expect(!across.files[0].text.contains("as_of"))
  }

  @Test("counts are of the noun that they stand before, and shares of a target are none of it")
  func nouns() throws {
    #expect(
      try rest("382个民营企业投资项目投资完成率68%。").first == "民营企业投资项目|项目数||382|个")
    #expect(try rest("7个督察组全部完成督察进驻任务,受理举报263件。").allSatisfy { !$0.contains("|7|") })
    #expect(
      try rest("今年推进的6个新建大型灌区已开工,其中,东城区2个、西城区4个。").isEmpty)
    #expect(try rest("完成年度目标4000公里的120%。").allSatisfy { !$0.contains("|4000|") })
    #expect(try rest("播种面积扩大,产量12.3万吨。").isEmpty)
    #expect(
      try rest("社会保障和就业支出12亿元。全社会固定资产投资完成5亿元。") == [
        "|社会保障和就业支出|12||", "|全社会固定资产投资完成|5||",
      ])
    #expect(
      try rest("完成水利投资5亿元,是“十一五”时期的2.6倍,年均增长18%。").count == 2)
  }

  @Test("一、二季度 begins no item, and a ratio, a bound and a share of something are no values")
  func shapes() throws {
    let result = try DocumentImport.run(
      text: "截至9月19日,一、二季度计划开工项目开工率达87%,完成投资3亿元。", fileName: "a.txt")
    #expect(result.table("sections.csv").allSatisfy { !$0.contains { $0.hasPrefix("一") } })
    #expect(
      try observed("2012年,酸雨城市比例、重酸雨城市比例分别降低0.7个和2.6个百分点。").isEmpty == false)
    let units = try DocumentImport.run(
      text: "2012年,酸雨城市比例、重酸雨城市比例分别降低0.7个和2.6个百分点。", fileName: "a.txt")
    #expect(units.column("measured_in", of: "indicators.csv") == ["个百分点", "个百分点"])
    let targets = try DocumentImport.run(
      text: "到2025年,城镇化率达到70%,城乡居民收入差距控制在2.2:1以内,新增就业逾250万人。", fileName: "a.txt")
    #expect(targets.column("name", of: "indicators.csv") == ["城镇化率"])
    let share = try DocumentImport.run(
      text: "2023年,城镇化率为70%。11个省份完成投资超过200亿元,占全国完成投资总额的68%。", fileName: "a.txt")
    #expect(share.column("indicator", of: "observations.csv") == ["城镇化率"])
    let plan = try DocumentImport.run(
      text: "某县“十二五”农业发展规划\n耕地保有量不低于810万亩。草原禁牧面积达到2.5亿亩。", fileName: "a.txt")
    #expect(plan.table("observations.csv").isEmpty)
    #expect(try rest("截至年底,全市已经建成了10万亩高标准农田。").allSatisfy { !$0.contains("|经") })
  }
}
