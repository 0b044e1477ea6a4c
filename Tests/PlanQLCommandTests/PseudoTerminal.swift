import Glibc
import Testing

/// The program on a terminal of its own, with a person's hands.
final class PseudoTerminal {
  private let primary: Int32
  private let process: pid_t
  /// All that the program wrote, escape sequences and all.
  private(set) var transcript: [UInt8] = []
  private var seen = 0
  private var status: Int32?

  /// Starts the program on a new terminal of 100 columns.
  init(_ arguments: [String], environment: [String], folder: String? = nil) throws {
    var ends: (primary: Int32, secondary: Int32) = (-1, -1)
    var size = winsize(ws_row: 30, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0)
    var name = [CChar](repeating: 0, count: 256)
    try #require(openpty(&ends.primary, &ends.secondary, &name, nil, &size) == 0)
    defer { close(ends.secondary) }
    for end in [ends.primary, ends.secondary] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    primary = ends.primary
    process = try PlanQLBinary.spawn(
      arguments, environment: ["TERM=xterm"] + environment, folder: folder, descriptors: [],
      terminal: String(
        decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }

  /// Presses keys.
  func type(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = bytes.withUnsafeBytes { write(primary, $0.baseAddress, $0.count) }
  }

  /// Waits until the program has written a text after what was seen before, and gives all up to its
  /// end. Fails after twenty seconds.
  @discardableResult
  func expect(
    _ text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let wanted = Array(text.utf8)
    let deadline = ContinuousClock.now + .seconds(20)
    while true {
      if let end = find(wanted) {
        let part = String(decoding: transcript[seen..<end], as: UTF8.self)
        seen = end
        return part
      }
      let isOpen = readMore()
      if !isOpen || ContinuousClock.now > deadline {
        let rest = String(decoding: transcript[seen...], as: UTF8.self)
        try #require(
          find(wanted) != nil, "no '\(text)' in \(rest.debugDescription)",
          sourceLocation: sourceLocation)
      }
    }
  }

  /// Waits for the program's end.
  func finish() -> Int32 {
    if let status { return status }
    while readMore() {}
    let status = PlanQLBinary.wait(process)
    self.status = status
    return status
  }

  private func find(_ wanted: [UInt8]) -> Int? {
    guard transcript.count >= seen + wanted.count else { return nil }
    for start in seen...(transcript.count - wanted.count)
    where transcript[start..<(start + wanted.count)].elementsEqual(wanted) {
      return start + wanted.count
    }
    return nil
  }

  /// Reads what is there, waiting a little; false at the end.
  private func readMore() -> Bool {
    var source = pollfd(fd: primary, events: Int16(POLLIN), revents: 0)
    guard poll(&source, 1, 200) > 0 else { return true }
    var chunk = [UInt8](repeating: 0, count: 4096)
    let count = read(primary, &chunk, chunk.count)
    guard count > 0 else { return false }
    transcript += chunk[..<count]
    return true
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      _ = PlanQLBinary.wait(process)
    }
    close(primary)
  }
}
