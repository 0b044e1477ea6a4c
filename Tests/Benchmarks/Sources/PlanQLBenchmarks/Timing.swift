/// Measures by the median of several runs after one that is not counted.
enum Timing {
  private static let budget = Duration.seconds(1)
  private static let fewest = 5
  private static let most = 200

  /// The result of some work and the time that it takes.
  static func measure<Outcome>(
    _ work: () throws -> Outcome
  ) rethrows -> (outcome: Outcome, milliseconds: Double) {
    let outcome = try work()
    let clock = ContinuousClock()
    var times: [Duration] = []
    var spent = Duration.zero
    while times.count < fewest || spent < budget && times.count < most {
      let time = try clock.measure { _ = try work() }
      times.append(time)
      spent += time
    }
    return (outcome, times.sorted()[times.count / 2].milliseconds)
  }
}

extension Duration {
  var milliseconds: Double { self / .milliseconds(1) }
}
