import PlanQLData
import PlanQLSyntax
import Testing

@Suite("suggestions")
struct SuggestionTests {
  static let fields = [
    "no", "code", "name", "section", "category", "content", "investment", "period", "nature",
    "status", "place", "units", "lead", "progress", "budgets", "funding",
  ]
  static let units = [
    "农业农村局", "文广新局", "工信局", "自然资源和规划分局", "生态环境局", "发展和改革委员会", "财政局", "水利局",
    "住房和城乡建设局", "各镇(街)", "相关企业",
  ]

  @Test(
    "a slip of the keys finds the field",
    arguments: [
      ("investmant", "investment"), ("invesment", "investment"), ("inevstment", "investment"),
      ("Investment", "investment"), ("INVESTMENT", "investment"), ("invest", "investment"),
      ("stauts", "status"), ("unit", "units"), ("leed", "lead"), ("sections", "section"),
      ("catagory", "category"), ("nmae", "name"), ("budget", "budgets"),
    ])
  func fields(text: String, expected: String) {
    #expect(Suggestions.closest(to: text, among: SuggestionTests.fields).first == expected)
  }

  @Test(
    "a Chinese short form finds the unit that has its characters",
    arguments: [
      ("环保局", "生态环境局"), ("生态环境", "生态环境局"), ("发改委", "发展和改革委员会"), ("住建局", "住房和城乡建设局"),
      ("农业局", "农业农村局"), ("文广局", "文广新局"), ("水务局", "水利局"), ("财政", "财政局"),
      ("自然资源局", "自然资源和规划分局"), ("工信", "工信局"),
    ])
  func units(text: String, expected: String) {
    #expect(Suggestions.closest(to: text, among: SuggestionTests.units).first == expected)
  }

  @Test(
    "letters find the Chinese name whose sound they write",
    arguments: [
      ("touzie", "投资额"), ("TouZiE", "投资额"), ("touzi", "投资额"), ("tze", "投资额"),
      ("xiangmu", "项目"), ("xm", "项目"), ("zerendanwei", "责任单位"), ("qtdw", "牵头单位"),
      ("jianshe", "建设期限"),
    ])
  func sound(text: String, expected: String) {
    let names = SuggestionTests.fields + ["项目", "投资额", "责任单位", "牵头单位", "建设期限", "名称"]
    #expect(Suggestions.closest(to: text, among: names) == [expected])
  }

  @Test("a slip in an English name is no Chinese sound")
  func soundAfterSlip() {
    #expect(Suggestions.closest(to: "nme", among: ["name", "农民额"]) == ["name"])
  }

  @Test("a name without end is like nothing")
  func endless() {
    let text = String(repeating: "a", count: 1_000_000)
    #expect(Suggestions.closest(to: text, among: [text + "b", "a"]).isEmpty)
  }

  @Test(
    "nothing alike, nothing said", arguments: ["", "zzz", "x", "公安局", "lead", "项目"])
  func nothing(text: String) {
    #expect(
      Suggestions.closest(to: text, among: SuggestionTests.fields + SuggestionTests.units).isEmpty)
  }

  @Test("the best comes first, equals in the order given, and never more than the limit")
  func order() {
    #expect(
      Suggestions.closest(to: "pland", among: ["plans", "planx", "plan", "pland2"]).count == 3)
    #expect(Suggestions.closest(to: "cat", among: ["bat", "hat", "rat"]) == ["bat", "hat", "rat"])
    #expect(Suggestions.closest(to: "cat", among: ["bat", "cart"], limit: 1) == ["cart"])
    #expect(Suggestions.closest(to: "in_vest", among: ["harvest", "invest"]).first == "invest")
    #expect(Suggestions.closest(to: "a", among: []) == [])
    #expect(Suggestions.closest(to: "lead", among: ["lead", "leads"]).isEmpty)
    #expect(Suggestions.closest(to: "leed", among: ["lead", "lead"]) == ["lead"])
  }

  @Test("help asks for what was meant, in both languages")
  func help() {
    let help = Suggestions.help(for: "cat", among: ["bat", "hat"])
    #expect(help?.en == "did you mean 'bat' or 'hat'?")
    #expect(help?.zh == "是不是想写 'bat' 或 'hat'？")
    #expect(Suggestions.help(for: "cat", among: ["zzz"]) == nil)
  }

  @Test(
    "the distance counts insertions, deletions, replacements and swaps",
    arguments: [
      ("", "", 0), ("", "abc", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "abd", 1),
      ("kitten", "sitting", 3), ("ca", "abc", 3), ("项目", "项", 1),
    ])
  func distance(left: String, right: String, expected: Int) {
    #expect(editDistance(Array(left), Array(right)) == expected)
    #expect(editDistance(Array(right), Array(left)) == expected)
  }
}
