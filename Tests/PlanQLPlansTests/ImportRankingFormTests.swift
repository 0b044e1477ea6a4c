import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("forms in which sentences rank units")
struct ImportRankingFormTests {
  private func run(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.txt")
  }

  private func doubts(_ result: ImportResult) -> [LocalizedText] {
    result.report.documents[0].doubts.map(\.text)
  }

  /// The cells of some columns of the assessments, row by row.
  private func rows(_ result: ImportResult, _ names: String...) -> [String] {
    let units = result.column("unit", of: "assessments.csv")
    let columns = names.map { name in
      let found = result.column(name, of: "assessments.csv")
      return found.isEmpty ? units.map { _ in "" } : found
    }
    return units.indices.map { row in
      ([units[row]] + columns.map { $0[row] }).joined(separator: " ")
    }
  }

  @Test("a bracket behind the last name says which names before it share a place")
  func tieBehindList() throws {
    let result = try run("按空气质量由好到差依次为：青市、白市、红市、黄市、紫市、绿市（红市、黄市并列倒数第3）。")
    #expect(
      rows(result, "item", "位次") == [
        "青市 空气质量 1", "白市 空气质量 2", "红市 空气质量 3", "黄市 空气质量 3", "紫市 空气质量 5", "绿市 空气质量 6",
      ])
    #expect(doubts(result).isEmpty)
    let odd = try run("按空气质量由好到差依次为：青市、白市、红市、黄市（青市、红市并列第1）。")
    #expect(rows(odd, "位次") == ["青市 1", "白市 2", "红市 3", "黄市 4"])
    #expect(doubts(odd) == [ImportMessages.rankingAtOdds("空气质量")])
  }

  @Test("names that are judged have the places of the bracket behind, where it tells one for each")
  func judged() throws {
    let result = try run(
      "全省16个市中，按综合指数排名，青市、白市和红市相对较好（从第1名至第3名），黄市、紫市相对较差（从第16名至第15名）；按优良天数比例排名，青市、白市、黄市相对较好（从第1名至并列第2名），紫市和绿市相对较差（并列第15名）。"
    )
    #expect(
      rows(result, "item", "位次") == [
        "青市 综合指数 1", "白市 综合指数 2", "红市 综合指数 3", "黄市 综合指数 16", "紫市 综合指数 15",
        "青市 优良天数比例 1", "白市 优良天数比例 2", "黄市 优良天数比例 2", "紫市 优良天数比例 15", "绿市 优良天数比例 15",
      ])
    #expect(Set(result.column("范围", of: "assessments.csv")) == ["全省16个市"])
    let open = try run("优良天数比例为80.1%。青市、白市等城市空气质量相对较差（从倒数第1名至倒数第9名）。")
    #expect(open.column("unit", of: "assessments.csv").isEmpty)
    #expect(
      doubts(open) == [ImportMessages.rankingRestUnread("青市、白市等城市空气质量相对较差（从倒数第1名至倒数第9名）")])
  }

  @Test("names may stand before their part of a ranking, and what the part is of before them")
  func namesFirst() throws {
    let result = try run(
      "3月优良天数比例为80.1%。\n空气质量最好的县（市、区）中，青市白县、青市红县排在前两位。\n空气质量最差的县（市、区）中，最后两位为黄市紫县、黄市绿县。")
    #expect(
      rows(result, "item", "位次", "列入名单") == [
        "青市白县 空气质量（3月） 1 前两位", "青市红县 空气质量（3月） 2 前两位",
        "黄市紫县 空气质量（3月）  最后两位", "黄市绿县 空气质量（3月）  最后两位",
      ])
    #expect(Set(result.column("范围", of: "assessments.csv")) == ["县（市、区）"])
    let told = try run("根据监测来看，青山、白山排名前两位，其中青山空气质量最好，空气质量综合指数为2.94。")
    #expect(rows(told, "item", "位次") == ["青山  1", "白山  2"])
    #expect(doubts(told).isEmpty)
    let worst = try run("空气质量最差的县中，青市白县、青市红县排在前两位。")
    #expect(rows(worst, "位次") == ["青市白县 ", "青市红县 "])
    let unread = try run("优良天数比例为80.1%。青市、白市、红市排名前两位。")
    #expect(doubts(unread) == [ImportMessages.rankingRestUnread("青市、白市、红市排名前两位")])
  }

  @Test("what a ranking goes by is named in a clause of its own, and whose it is before that")
  func criterion() throws {
    let result = try run(
      "按空气质量综合指数排名来看，18个城市空气质量前2名（综合指数由小到大）为：青市、白市。\n按优良天数排名来看，18个城市空气质量前2位（优良天数由多到少排序）为：白市、红市。")
    #expect(
      rows(result, "item", "位次", "范围") == [
        "青市 空气质量综合指数 1 18个城市", "白市 空气质量综合指数 2 18个城市", "白市 优良天数 1 18个城市",
        "红市 优良天数 2 18个城市",
      ])
    let towns = try run(
      "全市90个乡镇中，按综合指数正排前两名依次是：青县红镇、青县白镇。\n主城三区各乡镇中，按综合指数倒排前两名依次是：黄区紫镇、黄区绿镇。")
    #expect(
      rows(towns, "item", "位次", "列入名单", "范围") == [
        "青县红镇 综合指数 1 前两名 全市90个乡镇", "青县白镇 综合指数 2 前两名 全市90个乡镇",
        "黄区紫镇 综合指数  倒排前两名 主城三区各乡镇", "黄区绿镇 综合指数  倒排前两名 主城三区各乡镇",
      ])
  }

  @Test("a ranking of other units is none of the group before it")
  func groups() throws {
    let result = try run(
      "六城区空气质量综合指数从低到高依次为：青区（5.19）、白区（5.40）。4个县空气质量综合指数从低到高依次为：红县（4.01）、黄县（4.24）。")
    #expect(
      rows(result, "item", "位次", "范围") == [
        "青区 空气质量综合指数 1 六城区", "白区 空气质量综合指数 2 六城区", "红县 空气质量综合指数 1 4个县",
        "黄县 空气质量综合指数 2 4个县",
      ])
  }

  @Test("the words in the bracket say of what the order is")
  func orderInBracket() throws {
    let result = try run(
      "2022年4月环境质量通报\n5个市中，综合指数最好的（综合指数由小到大）2个城市依次是：青市、白市，最差的（综合指数由大到小）2个城市依次是红市、黄市。")
    #expect(
      rows(result, "item", "位次", "倒数位次") == [
        "青市 综合指数 1 ", "白市 综合指数 2 ", "红市 综合指数  1", "黄市 综合指数  2",
      ])
    let alone = try run("一、环境质量排名\n最差的（综合指数由大到小）2个城市依次是青市、白市。")
    #expect(rows(alone, "倒数位次") == ["青市 1", "白市 2"])
  }

  @Test("a line that names a measure says what the list below it is of")
  func labels() throws {
    let result = try run(
      "（一）2023年5月污染因子前2位排名情况\n综合指数\n青县（4.33）、白县（4.20）、红县（4.07）\nSO2\n白县（16）、青县（15）、黄县（14）\n"
    )
    #expect(
      rows(result, "item") == [
        "青县 污染因子（综合指数）", "白县 污染因子（综合指数）", "红县 污染因子（综合指数）",
        "白县 污染因子（SO2）", "青县 污染因子（SO2）", "黄县 污染因子（SO2）",
      ])
  }

  @Test("a table that became text is no name of a ranking, and is said")
  func swallowedTable() throws {
    let result = try run("1-9月，全省6个县水环境质量。 前2名依次为： 青县、白县。 县名 所属 结果 青县 甲市 1 白县 乙市 2 后2名依次为： 红县、黄县。")
    #expect(
      rows(result, "item", "列入名单") == [
        "青县 全省6个县水环境质量（1-9月） 前2名", "白县 全省6个县水环境质量（1-9月） 前2名", "红县 全省6个县水环境质量（1-9月） 后2名",
        "黄县 全省6个县水环境质量（1-9月） 后2名",
      ])
    #expect(
      doubts(result).contains(ImportMessages.rankingRestUnread("县名 所属 结果 青县 甲市 1 白县 乙市 2")))
  }

  @Test("two rankings of the same item and time are not mixed, and of two times neither is certain")
  func twice() throws {
    let result = try run(
      "2022年2月及1-2月空气质量通报\n一、本期情况\n降幅前2位的城市依次是：青市（-36.8%）、白市（-31.2%）。\n二、累计情况\n降幅前2位的城市依次是：青市（-16.3%）、红市（-13.5%）。"
    )
    #expect(
      rows(result, "item", "位次") == ["青市 降幅 1", "白市 降幅 2", "青市 降幅（2） 1", "红市 降幅（2） 2"])
    #expect(result.column("year", of: "assessments.csv").isEmpty)
    #expect(doubts(result) == [ImportMessages.rankingTwice("降幅", "降幅（2）")])
  }

  @Test("rankings of the same item among others are called by those, both ends alike")
  func scopes() throws {
    let result = try run(
      "全市9个乡镇中，综合指数前两名依次是：青县红镇、青县白镇。\n主城各乡镇中，综合指数前两名依次是：青县红镇、青县黄镇；后两名依次是：青县紫镇、青县绿镇。")
    #expect(
      result.column("item", of: "assessments.csv") == [
        "综合指数", "综合指数", "综合指数（主城各乡镇）", "综合指数（主城各乡镇）", "综合指数（主城各乡镇）",
        "综合指数（主城各乡镇）",
      ])
  }

  @Test("names before the number of them have a grade")
  func countedGrade() throws {
    let result = try run("2013年度考核结果：其中青省、白省、红省3个省份考核等级为优秀。")
    #expect(rows(result, "等次") == ["青省 优秀", "白省 优秀", "红省 优秀"])
  }

  @Test("places behind semicolons are of the ranking that is announced before the first of them")
  func placesBehindSemicolons() throws {
    let result = try run("各县区工程进度综合排名：第一名青县；第二名白县；第三名红区、黄区；第五名黑区。")
    #expect(
      rows(result, "item", "位次") == [
        "青县 各县区工程进度综合 1", "白县 各县区工程进度综合 2", "红区 各县区工程进度综合 3", "黄区 各县区工程进度综合 3", "黑区 各县区工程进度综合 5",
      ])
    #expect(doubts(result).isEmpty)
    #expect(rows(result, PlanFiles.sentence)[1] == "白县 第二名白县")
  }

  @Test("a ranking that no words name is called by the title")
  func titles() throws {
    let result = try run("2023年6月空气质量排名通报\n\n全市排名前三位的县区依次为甲县、乙县、丙县。")
    #expect(rows(result, "year", "item").first == "甲县 2023-06 空气质量")
  }

  @Test("a score in a clause of its own is that of the place before it")
  func scoresBehind() throws {
    let result = try run("一、各镇考评得分及排名\n第一名：青山镇，90.99分\n第二名：白水镇，85.1分\n第三名：红石镇，84.56分")
    #expect(rows(result, "位次", "score") == ["青山镇 1 90.99", "白水镇 2 85.1", "红石镇 3 84.56"])
  }

  @Test("a place in a clause of its own is that of the names behind it")
  func placesApart() throws {
    let result = try run("各县综合指数排名：第一名，青县，2.35；第二名，白县，2.51；第三名，红县和黄县，均为2.88。")
    #expect(
      rows(result, "位次", "数值") == ["青县 1 2.35", "白县 2 2.51", "红县 3 2.88", "黄县 3 2.88"])
  }

  @Test("how all of a list go is none of its names, and no blank parts a rank")
  func behindLists() throws {
    let result = try run("空气质量排名前3的县依次是青县、白县、红县，均呈改善趋势。")
    #expect(rows(result, "位次") == ["青县 1", "白县 2", "红县 3"])
    #expect(doubts(result).isEmpty)
    let ranked = try run("2022年7月，青县综合指数为4.18，全市20个区县排名第 4，同比下降3.46%。")
    #expect(ranked.column("排名", of: "observations.csv") == ["全市20个区县排名第4"])
    let lines = try run("落后的2项指标分别是，能源消耗降低、优良天数比率\n记者从省发改委获悉，全省指标基本符合预期。")
    #expect(lines.column("name", of: "indicators.csv") == ["能源消耗降低", "优良天数比率"])
  }

  @Test("places that 分别 gives to names in their order")
  func paired() throws {
    func rows(_ text: String) throws -> [[String]] {
      try DocumentImport.run(text: text, fileName: "a.txt")
        .rows(of: "assessments.csv", ["unit", "item", "位次"])
    }
    #expect(
      try rows("2023年,甲区、乙区、丙县分别位列全市第一、第三、第五名。") == [
        ["甲区", "排名", "1"], ["乙区", "排名", "3"], ["丙县", "排名", "5"],
      ])
    #expect(
      try rows("2022年全市水环境质量考核,甲区和乙区分列第一、二位。").map { [$0[0], $0[2]] } == [
        ["甲区", "1"], ["乙区", "2"],
      ])
    // As many places as names, or none of them is one: 甲区、乙区 and one place.
    #expect(throws: ImportRefusal.self) { try rows("2022年度考核中,青区、白区、红区分别排名第1、第2名。") }
    // What somebody has got for it is a result, and no rule.
    let result = try DocumentImport.run(
      text: "检查中,甲区、乙区分别排名第一、第二名,其中甲区将获加1分。最后一名的区被扣1分。", fileName: "a.txt")
    #expect(result.table("rules.csv").isEmpty)
    #expect(result.rows(of: "assessments.csv", ["unit"]).count == 2)
    let rules = try DocumentImport.run(
      text: "考核办法\n1.未完成任务的,每项扣2分。\n2.同一事项被扣分的不再重复扣分,每发现一次弄虚作假扣5分。", fileName: "a.txt")
    #expect(rules.rows(of: "rules.csv", ["step"]) == [["2"], ["5"]])
  }
}
