public import PlanQLData

/// The text of a query or script. A value that is interpolated is bound as a parameter, never spliced into the text:
///
///     plan.compile("projects | where investment >= \(limit) and lead = \(name)")
public struct QuerySource: Sendable, ExpressibleByStringInterpolation {
  /// The text, with `param._1` … where values were interpolated.
  public internal(set) var text: String
  /// The interpolated values, in order.
  public let values: [Value]

  /// A text without values.
  public init(_ text: String) {
    self.text = text
    self.values = []
  }

  public init(stringLiteral text: String) {
    self.init(text)
  }

  public init(stringInterpolation: Interpolation) {
    self.text = stringInterpolation.text
    self.values = stringInterpolation.values
  }

  /// The name of the parameter that an interpolated value is bound to.
  static func parameterName(_ place: Int) -> String { "_\(place + 1)" }

  public struct Interpolation: StringInterpolationProtocol, Sendable {
    var text = ""
    var values: [Value] = []

    public init(literalCapacity: Int, interpolationCount: Int) {}

    public mutating func appendLiteral(_ literal: String) {
      text += literal
    }

    /// Binds a value.
    public mutating func appendInterpolation(_ value: Value) {
      text += "param." + QuerySource.parameterName(values.count)
      values.append(value)
    }

    /// Binds a text: also the name of a unit, project or value of an enumeration.
    public mutating func appendInterpolation(_ text: String) { appendInterpolation(.text(text)) }

    public mutating func appendInterpolation(_ number: Int) {
      appendInterpolation(.int(Int64(number)))
    }

    public mutating func appendInterpolation(_ number: Double) {
      appendInterpolation(Value.number(number))
    }

    public mutating func appendInterpolation(_ bit: Bool) { appendInterpolation(.bool(bit)) }

    public mutating func appendInterpolation(_ money: Money) { appendInterpolation(.money(money)) }

    public mutating func appendInterpolation(_ day: Day) { appendInterpolation(.date(day)) }

    public mutating func appendInterpolation(_ period: Period) {
      appendInterpolation(.period(period))
    }
  }
}

extension Value: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral
{
  public init(integerLiteral value: Int64) { self = .int(value) }
  public init(stringLiteral value: String) { self = .text(value) }
  public init(floatLiteral value: Double) { self = .number(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(arrayLiteral elements: Value...) { self = .list(elements) }
}
