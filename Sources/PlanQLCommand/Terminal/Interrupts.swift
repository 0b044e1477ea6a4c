import Glibc
import Synchronization

/// Ctrl-C and its kin.
///
/// Commands end at once with status 130. The REPL instead blocks the signals and lets a thread of
/// its own wait for them: it cancels the query that runs, or wakes the editor through a pipe.
enum Interrupts {
  /// Ends the program on Ctrl-C, from now on; but not one that was started in the background, where
  /// shells have the signal ignored.
  static func exitOnInterrupt() {
    var inherited = sigaction()
    sigaction(SIGINT, nil, &inherited)
    let isIgnored = inherited.__sigaction_handler.sa_handler.map {
      unsafeBitCast($0, to: Int.self) == 1
    }
    if isIgnored == true { return }
    signal(SIGINT) { _ in _exit(ExitStatus.interrupted.rawValue) }
  }

  /// Runs a piece of work that Ctrl-C must not cut in two.
  static func deferred<Result, Failure>(
    _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var mask = sigset_t()
    var old = sigset_t()
    sigemptyset(&mask)
    sigaddset(&mask, SIGINT)
    sigaddset(&mask, SIGTERM)
    pthread_sigmask(SIG_BLOCK, &mask, &old)
    defer { pthread_sigmask(SIG_SETMASK, &old, nil) }
    return try work()
  }
}

/// Waits for signals in a thread of its own and tells the REPL of them.
final class SignalWatch: Sendable {
  /// What can wake the editor.
  enum Event: UInt8, Sendable {
    case interrupt, resized, resumed, hangUp, terminate
  }

  /// Becomes readable when an event is there, one byte each.
  let descriptor: Int32
  private let writeEnd: Int32
  private let cancel = Mutex<(@Sendable () -> Void)?>(nil)

  /// Blocks the signals for this thread and those it starts, and begins to wait for them; nil where
  /// the system gives no pipe or no thread.
  init?() {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    self.descriptor = ends[0]
    self.writeEnd = ends[1]
    var mask = SignalWatch.signals
    pthread_sigmask(SIG_BLOCK, &mask, nil)
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self).toOpaque()
    let status = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<SignalWatch>.fromOpaque(context).takeRetainedValue().wait()
      }, context)
    guard status == 0 else { return nil }
    pthread_detach(thread)
  }

  /// Runs work that Ctrl-C cancels through `cancel`.
  func cancelling<Result>(
    with cancel: @escaping @Sendable () -> Void, _ work: () throws -> Result
  ) rethrows -> Result {
    self.cancel.withLock { $0 = cancel }
    defer { self.cancel.withLock { $0 = nil } }
    return try work()
  }

  /// Takes the next event that is there.
  func nextEvent() -> Event? {
    var byte: UInt8 = 0
    guard read(descriptor, &byte, 1) == 1 else { return nil }
    return Event(rawValue: byte)
  }

  private static var signals: sigset_t {
    var mask = sigset_t()
    sigemptyset(&mask)
    for number in [SIGINT, SIGWINCH, SIGCONT, SIGTERM, SIGHUP] { sigaddset(&mask, number) }
    return mask
  }

  private func wait() -> Never {
    var mask = SignalWatch.signals
    while true {
      var number: Int32 = 0
      guard sigwait(&mask, &number) == 0 else { continue }
      switch number {
      case SIGINT: if !cancelRunning() { send(.interrupt) }
      case SIGWINCH: send(.resized)
      case SIGCONT: send(.resumed)
      case _:
        if isRunning { _exit(128 + number) }
        send(number == SIGHUP ? .hangUp : .terminate)
      }
    }
  }

  private var isRunning: Bool { cancel.withLock { $0 != nil } }

  private func cancelRunning() -> Bool {
    cancel.withLock { cancel in
      cancel?()
      return cancel != nil
    }
  }

  private func send(_ event: Event) {
    var byte = event.rawValue
    _ = write(writeEnd, &byte, 1)
  }
}
