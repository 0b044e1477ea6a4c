import PlanQLData

/// A word in both spellings before one of them is chosen.
struct Candidate {
  let name: Name
  let type: String
  let doc: String
  let suffix: String

  init(_ name: Name, _ type: String, _ doc: String, suffix: String = " ") {
    self.name = name
    self.type = type
    self.doc = doc
    self.suffix = suffix
  }
}

/// Chooses the spelling in which words are offered: that of what is typed already.
struct Spelling {
  let word: String
  let language: Language

  /// Takes the spelling from the word, else from what stands before it, else from the language.
  init(word: String, context: String, language: Language) {
    self.word = word
    if !word.isEmpty {
      self.language = Spelling.isChinese(word) ? .zh : .en
    } else if !context.isEmpty {
      self.language = Spelling.isChinese(Spelling.words(of: context)) ? .zh : .en
    } else {
      self.language = language
    }
  }

  /// What is written in words, without texts and without units that are glued to numbers: `1亿元`
  /// and "工信局" stand in English scripts too.
  private static func words(of text: String) -> String {
    var words = ""
    var isText = false
    var isUnit = false
    for character in text {
      if "\"'“”‘’".contains(character) { isText.toggle() }
      isUnit = character.isASCII ? character.isNumber : isUnit && character.isLetter
      if !isText, !isUnit { words.append(character) }
    }
    return words
  }

  private static func isChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.isIdeographic }
  }

  /// The candidates that begin with the word, each once, in their order.
  func matching(_ candidates: [Candidate]) -> [Completion] {
    var seen: Set<String> = []
    return candidates.compactMap { candidate in
      let preferred = [candidate.name[language], candidate.name.en, candidate.name.zh]
      guard
        let text = preferred.first(where: {
          $0.hasPrefix(word) || $0.lowercased().hasPrefix(word.lowercased())
        }), seen.insert(text).inserted
      else { return nil }
      return Completion(
        text: text, suffix: candidate.suffix, type: candidate.type, doc: candidate.doc)
    }
  }
}
