import Foundation

extension OracleTests {
  /// A number that the caller of the tests gives, for longer runs.
  static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }
}
