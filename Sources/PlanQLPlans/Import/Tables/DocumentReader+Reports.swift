/// Reports whose items name at their end those who answer: `1.甲工程。1—9月完成投资7350万元。责任单位:A`.
extension DocumentReader {
  /// Whether a document is called a report and most of its items tell how far something has come, none
  /// of them when it is due, so that their sentences are those of a bulletin.
  var itemsTellProgress: Bool {
    let items = content.items
    guard !items.isEmpty, items.allSatisfy({ $0.units.due == nil }), isCalledReport else {
      return false
    }
    let telling = items.count { item in
      item.text.contains(anyWord: DocumentReader.signsOfProgress)
        && Quantity.all(in: item.text).contains { $0.unit != nil }
    }
    return telling * 2 > items.count
  }

  private var isCalledReport: Bool {
    guard let title = content.title.map({ FoldedText($0.text) }) else { return false }
    let plain = title.withoutAsides.trimmed()
    return plain.suffix(of: [
      "通报", "情况", "进展", "进度", "总结", "汇报", "报告", "简报", "快报", "专报",
    ]) != nil
  }

  private static let signsOfProgress = [
    "截至", "目前", "累计完成", "已完成", "已开工", "已支付", "已到位", "支付率", "形象进度", "占年度计划", "占年计划", "占计划",
    "占全年", "完成年度", "完成年计划",
  ]

  /// The items as paragraphs of text, without those who answer for them. A first sentence that counts
  /// something is the task, and none of what has come of it: `新建幼儿园12所。已完成8所。`
  var itemParagraphs: [ProseLine] {
    content.items.map { item in
      let line = lines[item.lines[0]].text
      let number = Numbering(line).map { line.part(0..<(line.count - $0.rest.count)) }
      let text = DocumentReader.withoutTask(item.text) ?? (number ?? .empty).joined(item.text)
      return ProseLine(text: text, line: item.lines[0], node: item.node)
    }
  }

  private static func withoutTask(_ text: FoldedText) -> FoldedText? {
    guard let stop = text.firstPlaces(of: "。"), stop.upperBound < text.count,
      Quantity.all(in: text.part(0..<stop.lowerBound)).contains(where: { $0.unit != nil }),
      !text.part(0..<stop.lowerBound).contains(anyWord: signsOfProgress)
    else { return nil }
    return text.dropFirst(stop.upperBound).trimmed()
  }
}
