/// The words that rows which total others are called by, in files of tables and in documents.
enum TotalWord {
  /// The words in small letters with single blanks.
  private static let words: Set<String> = [
    "total", "totals", "grand total", "grand totals", "subtotal", "subtotals", "sub total",
    "sub-total", "net total", "overall total", "total cost", "total expenditure", "sum",
    "total general", "total général", "totaux", "sous-total", "ensemble", "summe", "gesamt",
    "gesamtsumme", "insgesamt", "zwischensumme", "totale", "totale generale", "subtotale", "totaal",
    "subtotaal", "totaal generaal", "total geral", "suma", "suma total", "razem", "ogółem",
    "łącznie", "итого", "всего", "итог", "yhteensä", "summa", "totalt", "i alt", "összesen",
    "celkem", "spolu", "ukupno", "σύνολο", "toplam", "genel toplam", "合计", "总计", "小计", "共计",
    "总合计", "总合", "投资合计", "合计投资", "总投资合计", "合計", "総計", "小計", "総合計", "计", "計", "합계", "총계",
    "소계", "계",
  ]

  /// The words without blanks.
  static let compact: Set<String> = Set(words.map { $0.filter { $0 != " " } })

  /// The longest of the words in bytes, with some signs around it.
  private static let greatestLength = 32

  /// Whether a cell is nothing but such a word.
  static func matches(_ cell: CellBytes) -> Bool {
    guard cell.count <= greatestLength, !cell.isEmpty else { return false }
    let text = String(decoding: cell, as: UTF8.self)
    let isAround: (Character) -> Bool = { $0.isWhitespace || ":：*=.".contains($0) }
    var word = text[...]
    word = word.drop(while: isAround)
    while let last = word.last, isAround(last) { word.removeLast() }
    return words.contains(word.lowercased()) || words.contains(word.filter { !$0.isWhitespace })
  }
}
