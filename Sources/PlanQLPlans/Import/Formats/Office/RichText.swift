#if Office
  extension XMLReader {
    /// The text of an element that holds runs, without how it is to be pronounced.
    func richText() throws(ImportRefusal) -> String {
      var text = ""
      var depth = 1
      var isRaised = false
      while depth > 0, let event = try next() {
        switch event {
        case .start("t"):
          let run = try self.text()
          text += isRaised ? Superscript.raised(run) : run
        case .start("r"):
          isRaised = false
          depth += 1
        case .start("rPr"): isRaised = try raisesText()
        case .start("rPh"), .start("phoneticPr"): try skip()
        case .start: depth += 1
        case .end: depth -= 1
        case .text: break
        }
      }
      return XMLReader.unescaped(text)
    }

    /// Turns `_x000D_` into the character that it stands for.
    private static func unescaped(_ text: String) -> String {
      guard text.contains("_x") else { return text }
      var result = String.UnicodeScalarView()
      let scalars = Array(text.unicodeScalars)
      var place = 0
      while place < scalars.count {
        if place + 6 < scalars.count, scalars[place] == "_", scalars[place + 1] == "x",
          scalars[place + 6] == "_",
          let value = UInt32(
            String(String.UnicodeScalarView(scalars[(place + 2)...(place + 5)])), radix: 16),
          let scalar = Unicode.Scalar(value)
        {
          result.append(scalar)
          place += 7
        } else {
          result.append(scalars[place])
          place += 1
        }
      }
      return String(result)
    }
  }
#endif
