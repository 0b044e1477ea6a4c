/// The words that rows which total others are called by.
enum TotalWord {
  private static let words: Set<String> = [
    "total", "totals", "grand total", "grand totals", "subtotal", "subtotals", "sub total",
    "sub-total", "net total",
    "overall total", "sum", "total general", "total général", "totaux", "sous-total", "ensemble",
    "summe", "gesamt",
    "gesamtsumme", "insgesamt", "zwischensumme", "totale", "totale generale", "subtotale", "totaal",
    "subtotaal",
    "totaal generaal", "total geral", "suma", "suma total", "razem", "ogółem", "łącznie", "итого",
    "всего", "итог",
    "yhteensä", "summa", "totalt", "i alt", "összesen", "celkem", "spolu", "ukupno", "σύνολο",
    "toplam", "genel toplam",
    "合计", "总计", "小计", "共计", "总合计", "合計", "総計", "小計", "総合計", "计", "計", "합계", "총계", "소계", "계",
  ]

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
