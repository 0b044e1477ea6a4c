import PlanQLData
import Testing

@Suite("Pinyin")
struct PinyinTests {
  @Test("a character has its usual reading first, and others after it")
  func readings() {
    #expect(Pinyin.reading(of: "项")?.syllable == "xiang")
    #expect(Pinyin.reading(of: "绿")?.syllable == "lv")
    #expect(Pinyin.reading(of: "绿")?.tone == 4)
    #expect(Pinyin.readings(of: "重").map(\.syllable) == ["zhong", "chong"])
    #expect(Pinyin.readings(of: "a").isEmpty)
    #expect(Pinyin.readings(of: "。").isEmpty)
  }

  @Test("every character of GB 2312 has a reading")
  func complete() {
    #expect("阿座亍齄镇街县区投资额责任单位牵头建设期限".unicodeScalars.allSatisfy { Pinyin.reading(of: $0) != nil })
  }

  @Test(
    "letters are like the text whose sound they write",
    arguments: [
      ("touzie", "投资额", Pinyin.Likeness.whole), ("xiangmu", "项目", .whole),
      ("touzi", "投资额", .beginning), ("tze", "投资额", .short), ("touze", "投资额", .short),
      ("chongqing", "重庆", .whole), ("pm25nongdu", "PM25浓度", .whole), ("xian", "西安", .whole),
    ])
  func alike(letters: String, text: String, likeness: Pinyin.Likeness) {
    #expect(Pinyin.likeness(of: letters, to: text) == likeness)
  }

  @Test("other letters are not", arguments: ["", "t", "touziex", "xiangmu", "name", "zte"])
  func unlike(letters: String) {
    #expect(Pinyin.likeness(of: letters, to: "投资额") == nil)
  }
}
