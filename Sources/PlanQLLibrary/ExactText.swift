import PlanQLData

/// Values as formats for machines write them: the same in every language, with all their digits.
enum ExactText {
  /// Whether values of a type have an exact text of their own: links and lists are rows, numbers of a dimension have a
  /// unit.
  static func exists(of type: DataType) -> Bool {
    switch type {
    case .bool, .int, .money, .text, .date, .period, .duration, .enumeration: true
    case .number: type == .number
    case .entity, .list, .missing, .invalid: false
    }
  }

  static func text(of value: Value, _ type: DataType) -> String {
    switch value {
    case .bool(let bit): bit ? "true" : "false"
    case .int(let number): String(number)
    case .number(let number): NumberText.shortest(number)
    case .money(let money): money.description
    case .text(let text): text
    case .date(let day): "\(day)"
    case .period(let period): "\(period)"
    case .duration(let count, let unit):
      "\(count < 0 ? "-" : "")P\(count.magnitude)\(unit == .days ? "D" : "M")"
    case .enumeration(let code):
      if case .enumeration(let enumeration) = type, enumeration.cases.indices.contains(code) {
        enumeration.cases[code].name.en
      } else {
        ""
      }
    case .missing, .entity, .list: ""
    }
  }
}
