/// One value, at the borders of the engine: literals, parameters, cells of a result.
public indirect enum Value: Sendable, Hashable {
  case missing
  case bool(Bool)
  case int(Int64)
  /// A number in base units of its type's dimension.
  case number(Double)
  case money(Money)
  case text(String)
  case date(Day)
  case period(Period)
  /// A count of the type's unit: whole days or whole months.
  case duration(Int32, DurationUnit)
  /// The place in the enumeration's list.
  case enumeration(Int)
  /// A row of the table with that English name, counted from 0.
  case entity(String, row: Int)
  case list([Value])
}

extension Value {
  public var isMissing: Bool { self == .missing }
}
