/// How a value is shown, never what it is: a unit and a number of decimals.
public struct Display: Sendable, Hashable {
  public var unit: MeasureUnit?
  public var decimals: Int?

  public init(unit: MeasureUnit? = nil, decimals: Int? = nil) {
    self.unit = unit
    self.decimals = decimals
  }

  public static let plain = Display()
}
