package import PlanQLData

/// A document that is not imported, with the reason.
package struct ImportRefusal: Error, Sendable, Hashable {
  /// The file as it was called.
  package var file: String
  /// The line that the reason is about.
  package var line: Int?
  package let reason: LocalizedText
  /// What may be done.
  package let help: LocalizedText?

  /// Makes a refusal; the file is filled in by the import.
  init(
    file: String = "", line: Int? = nil, _ reason: LocalizedText, help: LocalizedText? = nil
  ) {
    self.file = file
    self.line = line
    self.reason = reason
    self.help = help
  }

  /// The refusal as one line: `plan.txt:12: …`.
  package func text(_ language: PlanQLData.Language) -> String {
    let place = line.map { "\(file):\($0)" } ?? file
    let advice = help.map { " (\($0[language]))" } ?? ""
    return "\(place): \(reason[language])\(advice)"
  }
}

extension ImportRefusal {
  /// Bytes that are no text.
  static let notText = ImportRefusal(
    LocalizedText(
      en: "not a text in UTF-8, UTF-16 or GB18030", zh: "不是 UTF-8、UTF-16 或 GB18030 编码的文本"),
    help: LocalizedText(en: "save the document as plain text", zh: "请把文件另存为纯文本"))

  /// A file in a format that cannot be read yet.
  static func notBuilt(_ format: LocalizedText) -> ImportRefusal {
    ImportRefusal(
      LocalizedText(
        en: "\(format.en); importing those is not built yet", zh: "这是\(format.zh)，目前还不能导入"),
      help: LocalizedText(en: "save the document as plain text", zh: "请把文件另存为纯文本"))
  }

  /// A document without a word.
  static let blank = ImportRefusal(LocalizedText(en: "the document is blank", zh: "文件是空的"))

  /// A table whose rows, or most of them, cannot be told apart.
  static func rowsLost(
    _ title: String, line: Int, kept: Int, lost: Int
  ) -> ImportRefusal {
    ImportRefusal(
      line: line,
      kept == 0
        ? LocalizedText(
          en: "the headings '\(title)' announce a table, but its rows cannot be told apart",
          zh: "表头“\(title)”后面应当有表格，但无法分出各行")
        : LocalizedText(
          en: "of the table '\(title)' only \(kept) rows can be read and \(lost) cannot",
          zh: "表格“\(title)”只能读出 \(kept) 行，另有 \(lost) 行无法读出"),
      help: LocalizedText(
        en:
          "the order of the text may be broken, as in text from a PDF; use the original file",
        zh: "文字顺序可能已被打乱，例如从 PDF 中复制的文字；请使用原始文件"))
  }

  /// A document in which nothing was found to import.
  static func noTable(_ kind: DocumentKind) -> ImportRefusal {
    switch kind {
    case .other:
      ImportRefusal(
        LocalizedText(
          en: "no table of projects and no list of responsibilities found",
          zh: "没有找到项目表，也没有找到责任分工"))
    case .bulletin:
      ImportRefusal(
        LocalizedText(
          en: "figures in prose, without a table; importing those is not built yet",
          zh: "金额写在文字段落里，没有表格，目前还不能导入"))
    case .ranking:
      ImportRefusal(
        LocalizedText(
          en: "a ranking in prose; importing those is not built yet", zh: "这是文字排名，目前还不能导入"))
    case .rules:
      ImportRefusal(
        LocalizedText(
          en: "rules of scoring in prose; importing those is not built yet",
          zh: "这是文字计分规则，目前还不能导入"))
    case .indicators:
      ImportRefusal(
        LocalizedText(
          en: "a table of indicators; importing those is not built yet",
          zh: "这是指标表，目前还不能导入"))
    }
  }
}

/// What a document without a table that can be imported is, as far as its words tell.
enum DocumentKind: Sendable, Hashable {
  case bulletin, ranking, rules, indicators, other

  /// Judges a document by words that its lines use.
  init(of lines: [DocumentLine]) {
    func count(_ words: [String]) -> Int {
      lines.count { line in words.contains { line.text.contains($0) } }
    }
    if count(["计分", "扣分", "扣完为止", "得分"]) >= 2 {
      self = .rules
    } else if count(["排名", "前10位", "后10位", "依次是"]) >= 2 {
      self = .ranking
    } else if count(["约束性", "预期性"]) >= 2 {
      self = .indicators
    } else if count(["完成投资", "年度计划投资", "年度计划", "亿元", "万元"]) >= 1 {
      self = .bulletin
    } else {
      self = .other
    }
  }
}
