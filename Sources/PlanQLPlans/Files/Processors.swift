import Foundation

/// The processors of the machine.
enum Processors {
  /// How many work at the same time.
  static let count = Swift.max(1, ProcessInfo.processInfo.activeProcessorCount)
}
