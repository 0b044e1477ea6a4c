import PlanQLData
import Testing

@testable import PlanQLPlans

@Suite("figures amid sentences")
struct ImportFigureTests {
  private func figures(_ text: String) -> [String] {
    WrittenFigure.all(in: FoldedText(text)).map {
      "\($0.value) \($0.unit.name ?? "?")\($0.bound == .rough ? " ~" : "")"
    }
  }

  @Test("numerals of Chinese, with their decimals, and those that leave out a place")
  func numerals() {
    func decimal(_ text: String) -> String? {
      Numeral.decimal(in: FoldedText(text), at: 0)?.value.description
    }
    #expect(decimal("十二") == "12")
    #expect(decimal("一百八十三点二") == "183.2")
    #expect(decimal("两千零五") == "2005")
    #expect(decimal("一千零五十") == "1050")
    #expect(decimal("二〇二三") == "2023")
    #expect(decimal("壹仟贰佰") == "1200")
    #expect(decimal("零点五") == "0.5")
    #expect(decimal("两百五") == nil)
    #expect(decimal("百") == nil)
    #expect(decimal("三二十") == nil)
    #expect(decimal("十百") == nil)
    #expect(Numeral.integer(FoldedText("第三")) == nil)
    #expect(Numeral.integer(FoldedText("三十五名"))?.value == 35)
    #expect(Numeral.integer(FoldedText("35名"))?.length == 2)
  }

  @Test("amounts, shares and counts in numerals")
  func chinese() {
    #expect(figures("完成投资一百八十三点二亿元") == ["183.2 亿元"])
    #expect(figures("总投资三亿二千万元,约五千万元") == ["32000 万元", "5000 万元 ~"])
    #expect(figures("完成率为百分之十二点五,占百分之80,全部为百分之百") == ["12.5 %", "80 %", "100 %"])
    #expect(figures("超序时进度三成,近七成五。提高两个百分点") == ["30 %", "75 % ~", "2 个百分点"])
    #expect(figures("十二个项目、三十五个续建项目和两项工程") == ["12 个", "35 个", "2 项"])
    #expect(figures("人民币壹仟贰佰万元") == ["1200 万元"])
  }

  @Test("numerals that are no figures")
  func noFigures() {
    #expect(figures("第三产业项目,十四五规划,三个村,两个方面,一个项目,十分重要,二元结构").isEmpty)
    #expect(figures("数十亿元,几百万元,上百亿元,三成本,一成不变,两百五亿元,五类案件").isEmpty)
    #expect(figures("“四个一百”重点项目,前十名,每三个月,三个村土地整治项目").isEmpty)
  }

  @Test("numbers of a list that 分别 announces share the unit of the last")
  func sharedUnits() {
    #expect(figures("分别为12.3、4.5和6.7亿元") == ["12.3 亿元", "4.5 亿元", "6.7 亿元"])
    #expect(figures("各占12、13%") == ["12 %", "13 %"])
    #expect(figures("完成12、4.5亿元") == ["12 ?", "4.5 亿元"])
  }

  @Test("one reader of quantities and of figures: amounts in parts are one amount")
  func quantities() {
    let found = Quantity.all(in: FoldedText("总投资3亿2000万元,其中1,200万美元;优良天数310天"))
    #expect(found.map(\.value.description) == ["32000", "1200", "310"])
    #expect(found.map(\.unit) == ["万元", "万美元", "天"])
  }

  @Test("names of lists, so many as there are values")
  func names() {
    func names(_ text: String, _ count: Int) -> [String] {
      NameList.names(in: FoldedText(text), count: count).map(\.string)
    }
    #expect(names("甲区、乙区和丙区", 3) == ["甲区", "乙区", "丙区"])
    #expect(names("甲区和乙区(含开发区、园区)", 2) == ["甲区", "乙区(含开发区、园区)"])
    #expect(names("和平区、乙区", 2) == ["和平区", "乙区"])
    #expect(names("甲区", 2) == ["甲区"])
  }

  @Test("not of cells that nothing parts")
  func glued() {
    #expect(figures("年度资金总额:40004000100%").isEmpty)
    #expect(figures("覆盖率85%90%95%").isEmpty)
    #expect(figures("占计划的70%4个项目开工") == ["70 %", "4 个"])
    #expect(figures("增长1200%,占85%。") == ["1200 %", "85 %"])
  }
}
