/// Words that bound a figure or say how it changes, in cells and in sentences, the longest first.
enum BoundWords {
  /// Words before a number, with how a value compares with it.
  static let before: [(word: String, comparator: String)] = longestFirst([
    ("不低于", "at_least"), ("不少于", "at_least"), ("不小于", "at_least"), ("不得低于", "at_least"),
    ("≥", "at_least"), ("≧", "at_least"), (">=", "at_least"),
    ("不高于", "at_most"), ("不超过", "at_most"), ("不大于", "at_most"), ("不得超过", "at_most"),
    ("≤", "at_most"), ("≦", "at_most"), ("<=", "at_most"), ("控制在", "at_most"),
    ("降至", "at_most"), ("降到", "at_most"), ("降低到", "at_most"), ("下降到", "at_most"),
    ("减少到", "at_most"), ("下降至", "at_most"), ("降低至", "at_most"), ("减少至", "at_most"),
    ("大于", "above"), ("高于", "above"), ("超过", "above"), ("突破", "above"), (">", "above"),
    ("小于", "below"), ("低于", "below"), ("<", "below"), ("约", "about"), ("大约", "about"),
    ("约为", "about"),
  ])
  /// Words of change before a number, with the way that it goes.
  static let changes: [(word: String, direction: String)] = [
    ("下降", "down"), ("降低", "down"), ("减少", "down"), ("削减", "down"), ("压减", "down"),
    ("上升", "up"), ("提高", "up"), ("增长", "up"), ("增加", "up"), ("提升", "up"),
  ]
  /// Words that say no more than that a number is reached or kept, and which of them say that it was
  /// less before.
  static let reaching = ["力争", "确保", "争取", "保持在", "保持", "稳定在", "达到", "达", "实现", "完成", "恢复到"]
  static let rising = [
    "提高到", "提高至", "提升到", "提升至", "增加到", "增加至", "增长到", "增长至", "上升到", "上升至", "扩大到", "扩大至",
  ]
  /// Words behind a number.
  static let after: [(word: String, comparator: String)] = [
    ("及以上", "at_least"), ("以上", "at_least"), ("及以下", "at_most"), ("以下", "at_most"),
    ("以内", "at_most"), ("之内", "at_most"), ("左右", "about"),
  ]

  /// Rows with a longer word above those that it begins or ends with.
  static func longestFirst<Comparator>(
    _ rows: [(word: String, comparator: Comparator)]
  ) -> [(word: String, comparator: Comparator)] {
    rows.sorted { $0.word.unicodeScalars.count > $1.word.unicodeScalars.count }
  }
}
