import PlanQLData
import PlanQLSyntax

/// Values as they are written.
extension RandomScript {
  /// A value of a type as written; nil where the type has none that can stand by itself.
  func literal(_ type: DataType, named: Bool) -> Written? {
    switch type {
    case .bool: return Written(word((chance(50) ? LiteralWord.true : .false).word))
    case .int:
      return chance(1)
        ? Written("9223372036854775807") : signed(pick(["0", "1", "2", "3", "7", "12", "1_0"]))
    case .number(.none): return signed(pick(["0.5", "1.0", "2.25", "85%", "0.1", "3.0"]))
    case .number(RandomPlan.area): return Written(pick(["20亩", "1.5公顷", "3mu", "0.5万亩"]))
    case .number: return nil
    case .money: return signed(pick(["5万元", "0.03元", "1.2亿元", "300元", "7wanyuan", "12.5万元"]))
    case .text: return textLiteral(pick(["水", "air", "", "a*", "完工", "说\"好\"", "{x}", "it's"]))
    case .date: return Written(pick(["@2021-03-05", "2022年6月30日", "@2023-12-31", "@2024-02-29"]))
    case .period: return periodLiteral()
    case .duration(.days): return Written(pick(["90天", "1天", "30day"]))
    case .duration(.months): return Written(pick(["3个月", "2年", "1month"]))
    case .enumeration(let enumeration):
      return named ? textLiteral(spelled(pick(enumeration.cases).name)) : nil
    case .entity(let table):
      guard named, let place = catalog.table(named: table), catalog.tables[place].count > 0 else {
        return nil
      }
      let stored = catalog.tables[place]
      return textLiteral(stored.title(ofRow: below(stored.count)))
    case .list, .missing, .invalid: return nil
    }
  }

  private func signed(_ text: String) -> Written {
    chance(15) ? Written("-" + text, .sign) : Written(text)
  }

  private func periodLiteral() -> Written {
    if chance(60) {
      return Written(
        pick(["@2021", "2022年", "@2023-Q3", "2021年上半年", "@2022-03", "2023年2季度", "2022年11月"]))
    }
    // One without an end stands in brackets where more follows.
    if chance(20) { return Written("@2022..", .negation) }
    return Written(
      pick([
        "@2021..@2023", "@2022-03..@2023-06", "..@2022", "2021年..2022年",
        "@2021-03-05..@2022-01-01",
      ]), .range)
  }

  /// A text in one of the forms that texts have.
  func textLiteral(_ text: String) -> Written {
    switch below(6) {
    case 0 where !text.contains("'"): return Written("'\(text)'")
    case 1: return Written("“\(escaped(text, "\u{201D}"))”")
    case 2: return Written("「\(escaped(text, "」"))」")
    case 3 where chance(20) && holes == 0:
      return Written("\"\"\"\n  \(escaped(text, "\""))\n  \"\"\"")
    case _: return Written("\"\(escaped(text, "\""))\"")
    }
  }

  func textLiteral(_ text: String) -> String {
    let written: Written = textLiteral(text)
    return written.text
  }

  private func escaped(_ text: String, _ quote: Character) -> String {
    text.reduce(into: "") { escaped, character in
      switch character {
      case "{": escaped += "{{"
      case "}": escaped += "}}"
      case quote: escaped += quote == "\"" ? "\\\"" : String(character)
      case _: escaped.append(character)
      }
    }
  }

  /// A text with holes.
  func textWithHoles(_ scope: Scope, _ depth: Int) -> Written {
    let quotes = pick([("\"", "\""), ("“", "”"), ("「", "」")])
    var text = quotes.0
    holes += 1
    defer { holes -= 1 }
    for _ in 0..<1 + below(2) {
      text += pick(["", "a", "第", "{{", " = "])
      text += "{\(item(simpleType(), scope, depth - 1))}"
    }
    return Written(text + quotes.1)
  }
}
