import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("importing rankings and grades in sentences")
struct ImportRankingTests {
  private func run(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.txt")
  }

  private func doubts(_ result: ImportResult) -> [LocalizedText] {
    result.report.documents[0].doubts.map(\.text)
  }

  /// The units of the assessments with their places from the top and from the end.
  private func places(_ result: ImportResult) -> [String] {
    func cells(_ name: String) -> [String] {
      let found = result.column(name, of: "assessments.csv")
      return found.isEmpty ? result.column("unit", of: "assessments.csv").map { _ in "" } : found
    }
    return zip(cells("unit"), zip(cells("位次"), cells("倒数位次"))).map { unit, places in
      "\(unit) \(places.0)/\(places.1)"
    }
  }

  @Test("a value with the sign of minus keeps it, and an office behind a list of grades has none")
  func signsAndSignatures() throws {
    let falls = try run(
      "改善幅度排名前三位的依次是甲县（12.5%）、丁区（10.3%）、丙区（8.1%）；倒数三位依次是戊县（-5.1%）、己县（-3.2%）、庚区（-1.0%）。")
    let values =
      falls.column("score", of: "assessments.csv") + falls.column("数值", of: "assessments.csv")
    #expect(values.contains("-5.1") && !values.contains("5.1"))
    let result = try run("2023年考核结果如下：优秀等次：甲县、乙县。良好等次：丙县。")
    #expect(result.column("等次", of: "assessments.csv") == ["优秀", "优秀", "良好"])
    let grades = try run("2023年度考核结果通报\n一、优秀等次\n甲县、乙县\n二、合格等次\n丙县\n市委办公室\n2024年1月3日\n")
    #expect(grades.column("unit", of: "assessments.csv") == ["甲县", "乙县", "丙县"])
    let offices = try run("2023年度考核结果\n一、优秀等次\n市财政局\n市水利局\n二、合格等次\n市审计局\n")
    #expect(offices.column("unit", of: "assessments.csv") == ["市财政局", "市水利局", "市审计局"])
  }

  @Test(
    "words of direction decide which end a list begins with",
    arguments: [
      ("后3名由好到差依次为", "甲镇 /3", "丙镇 /1"), ("后3名由差到好依次为", "甲镇 /1", "丙镇 /3"),
      ("前3名由差到好依次为", "甲镇 3/", "丙镇 1/"), ("空气质量由差到好排名依次为", "甲镇 3/1", "丙镇 1/3"),
      ("综合得分从高到低依次为", "甲镇 1/", "丙镇 3/"), ("年度得分由低到高依次为", "甲镇 3/1", "丙镇 1/3"),
      ("PM2.5浓度从低到高依次为", "甲镇 1/", "丙镇 3/"), ("综合排名由高到底依次为", "甲镇 1/", "丙镇 3/"),
      ("后3名(从第30名到第28名)依次是", "甲镇 30/1", "丙镇 28/3"), ("水质较差的3位(自最后一名开始排序)分别是", "甲镇 /1", "丙镇 /3"),
    ])
  func directions(_ head: String, _ first: String, _ last: String) throws {
    let result = try run("3个镇中，\(head):甲镇、乙镇、丙镇。")
    #expect(places(result).first == first)
    #expect(places(result).last == last)
  }

  @Test("a list of the last ones whose order nothing tells has no places, and that is said")
  func unknownOrder() throws {
    let result = try run("水质排名后三位的乡镇分别为青山镇、白水镇、红石镇。")
    #expect(places(result) == ["青山镇 /", "白水镇 /", "红石镇 /"])
    #expect(result.column("列入名单", of: "assessments.csv") == ["后三位", "后三位", "后三位"])
    #expect(doubts(result) == [ImportMessages.rankingOrderUnknown("水质")])
  }

  @Test("an order that one list states is that of the next list of the kind, and that is said")
  func inheritedOrder() throws {
    let result = try run("2023年1-2月，水质后2位(从第9名到第8名)依次是:甲县、乙县;2月，后2位分别是:丙县、丁县。")
    #expect(places(result) == ["甲县 9/1", "乙县 8/2", "丙县 /1", "丁县 /2"])
    #expect(
      result.column("year", of: "assessments.csv") == [
        "2023-01..2023-02", "2023-01..2023-02", "2023-02", "2023-02",
      ])
    #expect(doubts(result) == [ImportMessages.rankingOrderInherited("水质")])
  }

  @Test("the last two names are parted where the announced number asks for it")
  func conjoined() throws {
    let result = try run("水质前4名依次是:甲河县、太和县、乙湖县和共和县。\n气质前2名依次是:平和县、永和县。")
    #expect(
      result.column("unit", of: "assessments.csv") == [
        "甲河县", "太和县", "乙湖县", "共和县", "平和县", "永和县",
      ])
    #expect(doubts(result).isEmpty)
  }

  @Test("names that share a place, as brackets and words say it")
  func ties() throws {
    let brackets = try run("空气前6位(1-6名)依次是:青县、白县(黑县、赤县并列)、黄县、紫县(绿县并列)。")
    #expect(
      places(brackets) == ["青县 1/", "白县 2/", "黑县 2/", "赤县 2/", "黄县 5/", "紫县 6/", "绿县 6/"])
    let joined = try run("空气排名前5位(自第一名开始排序)分别是:青水和白水(并列第1名)、黄水、绿水和紫水(并列第4名)。")
    #expect(places(joined) == ["青水 1/", "白水 1/", "黄水 3/", "绿水 4/", "紫水 4/"])
    #expect(doubts(brackets).isEmpty && doubts(joined).isEmpty)
    let repeated = try run("空气前6位依次是:青县、白县、黄县(并列第3名)、紫县(并列第3名)、赤县(并列第3名)、黑县。")
    #expect(
      places(repeated) == ["青县 1/", "白县 2/", "黄县 3/", "紫县 3/", "赤县 3/", "黑县 6/"])
    let annexes = try run("空气前4位依次是:青县(详见附件1)、白县、黄县(见附件2)、新城及配套。")
    #expect(annexes.column("unit", of: "assessments.csv") == ["青县", "白县", "黄县", "新城及配套"])
    let odd = try run("空气前4位依次是:青水、白水和红水(并列第4名)。")
    #expect(doubts(odd).contains(ImportMessages.rankingAtOdds("空气")))
  }

  @Test("places that are named one by one, with ties and scores")
  func named() throws {
    let result = try run(
      """
      一、河湖考核排序
      2023年5月河湖考核排序为:甲县、乙县并列第一名,均为45分,第三名丙县40.28分。
      二、镇街考评得分及排名
      第一名:青山镇90.99分
      第二名:白水街道85.1分
      """)
    #expect(places(result) == ["甲县 1/", "乙县 1/", "丙县 3/", "青山镇 1/", "白水街道 2/"])
    #expect(
      result.column("score", of: "assessments.csv") == ["45", "45", "40.28", "90.99", "85.1"])
    #expect(result.column("source_line", of: "assessments.csv") == ["2", "2", "2", "4", "5"])
    #expect(result.column("item", of: "assessments.csv").suffix(2) == ["镇街考评得分", "镇街考评得分"])
  }

  @Test("amounts beside names, and what is distributed behind the list, are no names")
  func amounts() throws {
    let result = try run("因超标扣收金额前2位依次为:青县625万元、白县80万元(并列第二，黑县80万元),分别上缴30万元、20万元、10万元。")
    #expect(result.column("unit", of: "assessments.csv") == ["青县", "白县", "黑县"])
    #expect(result.column("数值", of: "assessments.csv") == ["625", "80", "80"])
    #expect(result.column("计量单位", of: "assessments.csv") == ["万元", "万元", "万元"])
    #expect(result.column("上缴", of: "assessments.csv") == ["30万元", "20万元", "10万元"])
    #expect(places(result) == ["青县 1/", "白县 2/", "黑县 2/"])
  }

  @Test("a list that is longer than announced is cut there, and that is said")
  func cut() throws {
    let result = try run("水质前2名依次是:青县、白县、黑县。")
    #expect(places(result) == ["青县 1/", "白县 2/"])
    #expect(doubts(result) == [ImportMessages.listIsOfOtherLength(2, 3)])
  }

  @Test("lists under a heading that says ranking")
  func headed() throws {
    let result = try run("2023年考核结果\n一、综合排名\n国控点所在区排名:甲区、乙区、丙区(丁园)。\n二、任务完成情况排名\n乙区、甲区、丙区(丁园)。")
    #expect(
      result.column("item", of: "assessments.csv") == [
        "综合排名（国控点所在区）", "综合排名（国控点所在区）", "综合排名（国控点所在区）", "任务完成", "任务完成", "任务完成",
      ])
    #expect(places(result).last == "丙区(丁园) 3/")
    #expect(result.column("title", of: "measures.csv").isEmpty)
  }

  @Test("grades in clauses, with and without the number of units, and under labels")
  func grades() throws {
    let result = try run(
      """
      甲市、乙市为超额完成等级,丙市为完成等级。
      青山、白水等2个市考核等级被定为优秀。
      黄旗区(1个):丁区。
      """)
    #expect(
      result.column("unit", of: "assessments.csv") == ["甲市", "乙市", "丙市", "青山", "白水", "丁区"])
    #expect(
      result.column("等次", of: "assessments.csv") == ["超额完成", "超额完成", "完成", "优秀", "优秀", "黄旗区"])
    #expect(doubts(result).isEmpty)
  }

  @Test("classes of indicators: several in a sentence, without 等, and with the names behind")
  func classes() throws {
    let result = try run(
      """
      17项主要指标中,道路里程、轨道里程等6项指标已提前完成,铁路里程、机场接入率等11项指标年底前完成。
      绿化率、就业率2项指标提前实现。
      落后的3项指标分别是,能耗降低、碳排放降低2项约束性指标和托位数的预期性指标。
      """)
    #expect(
      result.column("name", of: "indicators.csv") == [
        "道路里程", "轨道里程", "铁路里程", "机场接入率", "绿化率", "就业率", "能耗降低", "碳排放降低", "托位数",
      ])
    #expect(
      result.column("评估结果", of: "indicators.csv") == [
        "已提前完成", "已提前完成", "年底前完成", "年底前完成", "提前实现", "提前实现", "落后", "落后", "落后",
      ])
    #expect(!doubts(result).contains(ImportMessages.listIsOfOtherLength(6, 2)))
    let few = try run("绿化率、就业率、水质3项指标提前实现,绿化等2项指标超前。能耗、林地、草地等2项指标滞后。")
    #expect(doubts(few).contains(ImportMessages.listIsOfOtherLength(2, 3)))
  }

  @Test("figures of sentences that give no row are named with their line")
  func unread() throws {
    let result = try run("检查组共5个。\n水质前2名依次是:青县、白县。\n共有12.5公里。")
    let found = result.report.documents[0].doubts.filter {
      $0.text.en.hasPrefix("figures not read")
    }
    #expect(found.map(\.line) == [1, 3])
    #expect(found.map(\.text)[1] == ImportMessages.figuresUnread(["共有12.5公里"]))
  }

  @Test("lists of the first and the last ones that a verb introduces, one behind the other")
  func byVerb() throws {
    let result = try run(
      "2021年4月,全市街道浓度排名情况如下。排名前三的是:青山、白水和红石等街道,排名倒数前三的是:黑土、黄沙和绿湖等街道。")
    #expect(places(result).prefix(3) == ["青山 1/", "白水 2/", "红石 3/"])
    #expect(result.column("unit", of: "assessments.csv").suffix(3) == ["黑土", "黄沙", "绿湖"])
    let parts = try run(
      "2019年2月,全省空气质量相对较好的前3位(从第1名到第3名)为甲县、乙县、丙县;相对较差的后3位(从第79名到第81名)为丁县、戊县、己县。")
    #expect(
      places(parts) == ["甲县 1/", "乙县 2/", "丙县 3/", "丁县 79/3", "戊县 80/2", "己县 81/1"])
  }

  @Test("the first ones of the worst are no first ones; 空气综合质量指数 is better where it is less")
  func worst() throws {
    let result = try run("空气质量较差的前3位城市依次为甲市、乙市、丙市。")
    #expect(places(result) == ["甲市 /", "乙市 /", "丙市 /"])
    let index = try run("3个县空气综合质量指数从低到高排列依次为:甲县(3.50)、乙县(4.74)、丙县(5.37)。")
    #expect(places(index).first?.hasPrefix("甲县 1/") ?? false)
  }

  @Test("numbered names, several on a line, below a heading for each county")
  func numbered() throws {
    let result = try run(
      """
      根据考核督导情况,对各乡镇工作开展排名如下:
      一、青石县
      1.青山镇 2.白水镇 3.红石镇
      4.黑土乡
      二、东山县
      1.黄沙镇 2.绿湖镇
      """)
    #expect(
      places(result).map { $0.replacing("/", with: "") } == [
        "青山镇 1", "白水镇 2", "红石镇 3", "黑土乡 4", "黄沙镇 1", "绿湖镇 2",
      ])
    #expect(result.column("范围", of: "assessments.csv").last == "东山县")
  }

  @Test("grades that several clauses give, to bare names too; what is left of them is said")
  func gradesOfClauses() throws {
    let result = try run("北石、青川等28个市完成2009年节能目标,西原基本完成2009年节能目标,白州、黑洲未完成2009年节能目标。")
    #expect(
      result.rows(of: "assessments.csv", ["unit", "等次"]).suffix(3) == [
        ["西原", "基本完成"], ["白州", "未完成"], ["黑洲", "未完成"],
      ])
    let held = try run("2018年考核结果为优秀等次的有青石市、白水市;良好等次的有红林区、东山市;合格等次的有西河市。")
    #expect(
      held.rows(of: "assessments.csv", ["unit", "等次"]) == [
        ["青石市", "优秀"], ["白水市", "优秀"], ["红林区", "良好"], ["东山市", "良好"], ["西河市", "合格"],
      ])
  }

  @Test("a list ends before a clause that says more of one of its names")
  func clauseBehindList() throws {
    let result = try run(
      "2010年综合排名前三名是甲市、乙市和丙市,甲市得分最高,96.76分;最后三名分别是丁市、戊市和己市。")
    #expect(places(result) == ["甲市 1/", "乙市 2/", "丙市 3/", "丁市 /", "戊市 /", "己市 /"])
    #expect(Set(result.column("item", of: "assessments.csv")) == ["综合排名"])
    #expect(result.column("列入名单", of: "assessments.csv").last == "最后三名")
    #expect(doubts(result).contains(ImportMessages.figuresUnread(["96.76分"])))
    let alone = try run("2022年考核排名前三名的是甲县、乙县、丙县,甲县得分最高。")
    #expect(places(alone) == ["甲县 1/", "乙县 2/", "丙县 3/"])
    #expect(doubts(alone).isEmpty)
  }

  @Test("units near the end of a ranking have no places, as the text says none")
  func nearTheEnd() throws {
    let result = try run("2023年1月份,排名靠前的单位分别为甲镇、乙镇,排名靠后的单位分别为丙镇、丁镇。")
    #expect(places(result) == ["甲镇 1/", "乙镇 2/", "丙镇 /", "丁镇 /"])
    #expect(result.column("列入名单", of: "assessments.csv") == ["", "", "靠后", "靠后"])
    #expect(doubts(result) == [ImportMessages.rankingOrderUnknown("排名")])
  }

  @Test(
    "places of several groups, each with its own first one",
    arguments: [
      "5月份考核排序为:四县第一名甲县55分,第二名乙县52.25分;六区第一名丙区55分,第二名丁区53.35分。",
      "5月份考核排序为:四县第一名甲县55分,第二名乙县52.25分,六区第一名丙区55分,第二名丁区53.35分。",
    ])
  func groups(_ text: String) throws {
    let result = try run(text)
    #expect(places(result) == ["甲县 1/", "乙县 2/", "丙区 1/", "丁区 2/"])
    #expect(result.column("范围", of: "assessments.csv") == ["四县", "四县", "六区", "六区"])
    #expect(result.column("score", of: "assessments.csv") == ["55", "52.25", "55", "53.35"])
  }

  @Test("units that a bound or a judgement names have no places, and the bound is no total")
  func bounded() throws {
    let result = try run(
      """
      2022年3月问题上报率较低的镇街是甲镇(32.56%)、乙开发区(8.33%)。
      平均分低于75分的单位是丙镇(74.16)、甲镇(73.93)。
      优秀率达到100%的是丁镇、戊乡。
      """)
    #expect(places(result) == ["甲镇 /", "乙开发区 /", "丙镇 /", "甲镇 /", "丁镇 /", "戊乡 /"])
    #expect(
      result.rows(of: "assessments.csv", ["item", "score", "数值", "列入名单"]) == [
        ["问题上报率", "", "32.56", "较低"], ["问题上报率", "", "8.33", "较低"], ["平均分", "74.16", "", "低于75分"],
        ["平均分", "73.93", "", "低于75分"], ["优秀率", "", "", "达到100%"], ["优秀率", "", "", "达到100%"],
      ])
    #expect(result.table("stated_totals.csv").isEmpty)
    #expect(doubts(result).isEmpty)
    #expect(BoundedList(FoldedText("空气质量较差的有甲区、乙区")) == nil)
    let plan = try run(
      "某区生态环境规划\n一、现状\n2020年空气优良率达到80%以上的区有甲区、乙区。\n二、保障措施\n(一)加强组织领导\n成立专门小组,定期召开会议。")
    #expect(plan.column("title", of: "measures.csv").count == 1)
    #expect(BoundedList(FoldedText("得分最高的是甲县,达到98分")) == nil)
    let other = try run("2022年完成投资5亿元。平均分低于75分的单位是那些没有上报的单位。")
    #expect(!result.column("name", of: "stated_totals.csv").contains("平均分低于"))
    #expect(doubts(other).contains { $0.en.contains("平均分低于75分") })
  }

  @Test("the other end of a ranking in the same sentence is read, or said not to be")
  func bothEnds() throws {
    for text in [
      "2022年6月,全市水质排名前三位的是甲县、乙县、戊县,后两名的是丙县、丁县。", "2022年6月,全市水质排名前三位的是甲县、乙县、戊县,后两名丙县、丁县。",
    ] {
      let result = try run(text)
      #expect(places(result) == ["甲县 1/", "乙县 2/", "戊县 3/", "丙县 /", "丁县 /"])
      #expect(
        result.column("列入名单", of: "assessments.csv") == ["前三位", "前三位", "前三位", "后两名", "后两名"])
      #expect(doubts(result) == [ImportMessages.rankingOrderUnknown("全市水质")])
    }
    let parted = try run("2022年7月,水质排名前2名:甲县、乙县;后2名:丁县、戊县。")
    #expect(parted.column("item", of: "assessments.csv") == ["水质", "水质", "水质", "水质"])
    #expect(parted.column("列入名单", of: "assessments.csv") == ["前2名", "前2名", "后2名", "后2名"])
    let again = try run("2022年8月,水质排名前二的为甲县(3.1)、乙县(3.2),排名后二的为丁县(5.1)、戊县(5.2)。")
    #expect(again.column("item", of: "assessments.csv") == ["水质", "水质", "水质", "水质"])
    let open = try run("2022年6月,水质排名前三位的是甲县、乙县、戊县,后两名的情况见附表。")
    #expect(places(open) == ["甲县 1/", "乙县 2/", "戊县 3/"])
    #expect(doubts(open).contains(ImportMessages.rankingRestUnread("后两名的情况见附表")))
  }

  @Test(
    "those among whom somebody is ranked are kept, and what the order is by is no part of the name")
  func scopes() throws {
    let result = try run("63个县中,水质相对较好的前2位(1—2名)依次是:甲县、乙县;相对较差的后1位(倒1名)依次是:丁县。")
    #expect(result.column("范围", of: "assessments.csv") == ["63个县", "63个县", "63个县"])
    let sorted = try run("2019年2月,9个城市按空气质量综合指数(简称综合指数)进行排序,由好到差排名依次为:甲市、乙市、丙市。")
    #expect(sorted.column("item", of: "assessments.csv") == ["空气质量综合指数", "空气质量综合指数", "空气质量综合指数"])
    let judged = try run("综合指数最好的2个县依次是甲县、乙县,最差的2个县依次是丙县、丁县。")
    #expect(
      judged.column("列入名单", of: "assessments.csv") == ["最好的2个", "最好的2个", "最差的2个", "最差的2个"])
  }
}
