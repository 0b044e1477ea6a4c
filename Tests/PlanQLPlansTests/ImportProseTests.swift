import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("importing documents without a table")
struct ImportProseTests {
  private func run(_ text: String) throws -> ImportResult {
    try DocumentImport.run(text: text, fileName: "a.txt")
  }

  private func doubts(_ result: ImportResult) -> [LocalizedText] {
    result.report.documents[0].doubts.map(\.text)
  }

  @Test("a bulletin by groups, with what is part of what")
  func bulletin() throws {
    let result = try run(
      """
      2023年青石县重点项目120个,年度计划投资50.5亿元,1-6月累计完成投资30亿元,完成年度计划的59.4%。
      ——基础设施项目 累计完成投资18亿元,完成年度计划的60%。其中:交通项目累计完成投资10亿元;水利项目累计完成投资8.5亿元。
      ——产业项目 累计完成投资12亿元。
      """)
    #expect(result.column("title", of: "sections.csv") == ["基础设施项目", "交通项目", "水利项目", "产业项目"])
    #expect(result.column("parent", of: "sections.csv") == ["", "基础设施项目", "基础设施项目", ""])
    #expect(
      result.table("stated_totals.csv").map { Array($0.prefix(5)) } == [
        ["section", "name", "value", "number", "measured_in"], ["", "项目数", "", "120", "个"],
        ["", "年度计划投资", "50.5", "", ""], ["", "累计完成投资", "30", "", ""],
        ["", "完成年度计划", "", "59.4", "%"], ["基础设施项目", "累计完成投资", "18", "", ""],
        ["基础设施项目", "完成年度计划", "", "60", "%"], ["交通项目", "累计完成投资", "10", "", ""],
        ["水利项目", "累计完成投资", "8.5", "", ""], ["产业项目", "累计完成投资", "12", "", ""],
      ])
    let sums = result.report.sums
    #expect(sums.map(\.section) == [nil, "基础设施项目"])
    #expect(sums.map { $0.sum?.description } == ["30", "18.5"])
    #expect(sums.map(\.agrees) == [true, false])
    #expect(result.files[0].text.contains("as_of: 2023-06-30\n"))
  }

  @Test("lost commas, counts before and after names, and groups under headings")
  func lostCommas() throws {
    let result = try run(
      """
      一、县级项目
      2022年,全县安排重点项目10个,总投资8亿元,年度计划投资5亿元。1-8月共完成投资3亿元,占年度计划的60%。其中6个续建项目完成投资2亿元,占年度计划的70%4个新建项目已开工3个,开工率为75%,完成投资1亿元。
      二、乡镇项目
      今年我县列入乡镇项目共5个,年度计划投资9000万元。
      """)
    #expect(
      result.table("stated_totals.csv").dropFirst().map { Array($0.prefix(5)) } == [
        ["县级项目", "项目数", "", "10", "个"], ["县级项目", "总投资", "8", "", ""],
        ["县级项目", "年度计划投资", "5", "", ""], ["县级项目", "完成投资", "3", "", ""],
        ["县级项目", "占年度计划", "", "60", "%"], ["续建项目", "项目数", "", "6", "个"],
        ["续建项目", "完成投资", "2", "", ""], ["续建项目", "占年度计划", "", "70", "%"],
        ["新建项目", "项目数", "", "4", "个"], ["新建项目", "已开工", "", "3", "个"],
        ["新建项目", "开工率", "", "75", "%"], ["新建项目", "完成投资", "1", "", ""],
        ["乡镇项目", "项目数", "", "5", "个"], ["乡镇项目", "年度计划投资", "0.9", "", ""],
      ])
    #expect(result.report.sums.map(\.agrees) == [true, true])
    #expect(result.report.sums.map(\.unit) == ["个", nil])
  }

  @Test("money by source, numbered parts on one line, rough amounts")
  func sources() throws {
    let result = try run(
      "(一)投资估算。 1.优化工程:包括甲、乙,总投资约2.5亿元。 2.治理工程:包括丙,总投资约3亿元。 3.筹资渠道。两大工程总投资约5.5亿元,其中:争取上级专项资金投入2亿元;财政安排投入1.5亿元;企业自筹投入1.9亿元。"
    )
    #expect(result.report.sums.map { $0.sum?.description } == ["5.5", "5.4"])
    #expect(result.report.sums.map(\.agrees) == [true, false])
    #expect(
      result.report.documents[0].normalised.contains {
        $0.text == ImportMessages.amountIsRough("5.5亿元")
      })
  }

  @Test("an amount whose words do not say what it is, is said and not taken")
  func unread() throws {
    let result = try run("全县完成投资5亿元。3亿元。")
    #expect(doubts(result) == [ImportMessages.figuresUnread(["3亿元"])])
  }

  @Test("rules of scoring, with the points of their headings")
  func rules() throws {
    let result = try run(
      """
      四、考核内容
      (一)环境质量(10分)
      1、空气(10分)
      ①PM10年均值(3分):未达到目标的,每差1微克/立方米扣0.5分,扣完为止。
      ②优良天数(5分):每少1天扣0.25分,最多扣4分。
      ③重大事件(3分):发生的一票否决。
      """)
    #expect(
      result.table("rules.csv").map { Array($0.prefix(5)) } == [
        ["item", "points", "form", "step", "cap"], ["PM10年均值", "3", "per_unit", "0.5", "3"],
        ["优良天数", "5", "per_unit", "0.25", "4"], ["重大事件", "3", "veto", "", ""],
      ])
    #expect(result.report.sums.map { $0.sum?.description } == ["10", "11"])
    #expect(result.report.sums.map(\.agrees) == [true, false])
  }

  @Test("rankings from the top and from the end")
  func rankings() throws {
    let result = try run(
      """
      20个县中,水环境质量相对较好的前3位(1—3名)依次是:甲县、乙市、丙区;
      相对较差的后3位(倒1—3名)依次是:丁县、戊县。
      """)
    #expect(
      result.table("assessments.csv").map { Array($0.prefix(4)) } == [
        ["unit", "item", "位次", "倒数位次"], ["甲县", "水环境质量", "1", ""], ["乙市", "水环境质量", "2", ""],
        ["丙区", "水环境质量", "3", ""], ["丁县", "水环境质量", "", "1"], ["戊县", "水环境质量", "", "2"],
      ])
    #expect(Set(result.column("kind", of: "units.csv")) == ["government"])
    #expect(doubts(result) == [ImportMessages.listIsOfOtherLength(3, 2)])
  }

  @Test("indicators by how they come along")
  func classes() throws {
    let result = try run("纲要的6项主要指标中,5项符合预期。其中,绿化率、就业率等2项指标提前实现。3项指标基本符合预期,分别是甲、乙、丙。")
    #expect(
      result.column("评估结果", of: "indicators.csv") == [
        "提前实现", "提前实现", "基本符合预期", "基本符合预期", "基本符合预期",
      ])
    #expect(doubts(result) == [ImportMessages.figuresUnread(["纲要的6项", "5项"])])
  }

  @Test("a matter to be put right, under labels, with the number in its title")
  func labels() throws {
    let result = try run(
      """
      关于反馈问题(序号十二)整改情况的公示
      现将情况公示如下。
      整改任务:取缔散乱污企业。
      整改目标:压实责任。
      责任单位:县工信局、各镇
      整改时限:2023年12月底前
      整改完成情况:
      1、召开会议:每月一次。
      2、分类整治。
      特此公示!
      """)
    #expect(
      result.table("duties.csv") == [
        ["no", "text", "kind", "units", "due", "整改完成情况", "整改目标", "source_line"],
        [
          "12", "取缔散乱污企业。", "rectification", "县工信局、各镇", "..2023",
          "1、召开会议:每月一次。2、分类整治。", "压实责任。", "3",
        ],
      ])
  }

  @Test("forms with labels beside values are records, on lines and in cells")
  func forms() throws {
    let lines = try run(
      """
      项目名称:甲桥
      总投资:800万元
      建设期限:2021-2022

      项目名称:乙路
      总投资:1.2亿元
      建设期限:2023年
      """)
    #expect(lines.column("investment", of: "projects.csv") == ["800", "12000"])
    let cells = try DocumentImport.run(
      text: "项目名称,甲桥,建设地点,城关镇\n总投资,800万元,建设期限,2021-2022\n责任单位,住建局,,\n",
      fileName: "a.csv")
    #expect(
      cells.table("projects.csv") == [
        ["name", "investment", "period", "place", "units", "source_line"],
        ["甲桥", "800", "2021..2022", "城关镇", "住建局", "1"],
      ])
  }

  /// Noise as forums make it, from two rows of characters.
  private func noise(_ seed: Int, low: String = "%") -> String {
    let lows = Array("!&*+/3579:;%")
    let highs = Array("QrTu~_bWx[Zj")
    var text = low
    for place in 0..<8 {
      text += (place == 0 ? "" : String(lows[(seed + place * 5) % lows.count])) + " "
      text += String(highs[(seed * 3 + place * 7) % highs.count])
    }
    return text
  }

  @Test("noise of forums is taken off, and a number that it sticks to is not read")
  func forumNoise() throws {
    let cells = [
      ["指标", "2015年", "2020年", "〔累计〕1", "属性"], ["环境质量"],
      ["1。空气", "优良天数比率(%)", "76。7", ">80", "-", "约束性"], ["重度污染比例(%)", "9。7", "<5", "预期性"],
      ["浓度下降(%)", "-", "-", "〔18〕", "约束性"],
    ]
    var text = ""
    for (row, line) in cells.enumerated() {
      for (place, cell) in line.enumerated() {
        // The noise of one number begins with a digit.
        let isStuck = row == 2 && place == 2
        text += (place == 0 ? "" : "| ") + cell
        text += isStuck ? noise(row + place, low: "3") + "\n" : "\n" + noise(row * 7 + place) + "\n"
      }
      text += "|\n"
    }
    let result = try run(text)
    #expect(result.column("name", of: "indicators.csv") == ["优良天数比率", "重度污染比例", "浓度下降"])
    #expect(result.column("baseline", of: "indicators.csv") == ["", "9.7", ""])
    #expect(result.column("target", of: "indicators.csv") == ["80", "5", "18"])
    #expect(
      result.column("comparator", of: "indicators.csv") == ["above", "below", "cumulative"])
    #expect(result.column("attribute", of: "indicators.csv") == ["binding", "expected", "binding"])
    #expect(doubts(result).contains(ImportMessages.noiseInNumber("76。7", "76。73")))
  }
}
