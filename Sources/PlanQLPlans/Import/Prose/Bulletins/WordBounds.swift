/// Signs that are words of their own at the edge of a phrase, and parts of other words elsewhere: 约 is no lead in 约谈,
/// 为 no filler in 违法行为.
enum WordBounds {
  /// Whether a word at the start of a text is cut from a longer one.
  static func beginsLonger(_ text: FoldedText, than word: String) -> Bool {
    guard let next = text.scalar(word.unicodeScalars.count) else { return false }
    return following[word]?.unicodeScalars.contains(next) ?? false
  }

  /// Whether a word at the end of a text is cut from a longer one.
  static func endsLonger(_ text: FoldedText, than word: String) -> Bool {
    guard let before = text.scalar(text.count - word.unicodeScalars.count - 1) else { return false }
    return preceding[word]?.unicodeScalars.contains(before) ?? false
  }

  /// What follows a sign where it begins another word.
  private static let following = [
    "约": "谈束定", "有": "效关机色序线害毒轨望", "共": "同享青建性", "及": "时格早", "和": "谐平县顺田硕布", "含": "山油水量",
    "与": "会", "另": "类", "则": "克", "主要": "污负领河江湖断流", "止": "损", "加上": "级",
    "比": "例亚", "较": "场", "增": "殖设补绿容植", "快": "速递捷", "慢": "行性", "提": "标质档供灌案", "升": "级",
    "降": "解尘噪碳", "减": "排灾碳振",
  ]
  /// What stands before a sign where it ends another word.
  private static let preceding = [
    "为": "行作人", "约": "节集签履预合违", "有": "国所拥持含享自私公固", "共": "公", "近": "附邻临", "达": "下发传到直",
    "超": "赶反", "了": "为除", "是": "于",
  ]
}
