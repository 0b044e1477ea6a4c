import Glibc
import PlanQLData

/// What is known of the terminal behind a file descriptor.
struct Terminal {
  let descriptor: Int32

  static let input = Terminal(descriptor: STDIN_FILENO)
  static let output = Terminal(descriptor: STDOUT_FILENO)
  static let error = Terminal(descriptor: STDERR_FILENO)

  var isPresent: Bool { isatty(descriptor) == 1 }

  /// Whether to colour: on terminals only, and not when `NO_COLOR` is set or the terminal is dumb.
  var hasColor: Bool {
    isPresent && (Environment["NO_COLOR"] ?? "").isEmpty && Environment["TERM"] != "dumb"
  }

  /// The columns of the screen; nil off a terminal.
  var width: Int? {
    guard isPresent else { return nil }
    var size = winsize()
    if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return Environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? 80
  }

  /// Writes a text whole. When the reader went away, the program ends without a word.
  func write(_ text: String) {
    write(Array(text.utf8))
  }

  /// Writes bytes whole. When the reader went away, the program ends without a word.
  func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var target = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&target, 1, -1)
      } else if errno != EINTR {
        fail(errno)
      }
    }
  }
}

extension Terminal {
  /// Ends the program because nothing more can be written: in silence where nobody reads any more.
  private func fail(_ code: Int32) -> Never {
    if code == EPIPE { exit(ExitStatus.closedPipe.rawValue) }
    if descriptor != STDERR_FILENO {
      let reason = String(cString: strerror(code))
      Terminal.error.write(CommandText.outputIsFull(reason).spoken)
    }
    exit(ExitStatus.usage.rawValue)
  }
}

/// How the program ends.
enum ExitStatus: Int32 {
  case success = 0
  /// An error in a script or in the data, or a check that failed.
  case failure = 1
  /// A command line that asks for what there is not.
  case usage = 2
  case limit = 3
  case interrupted = 130
  case closedPipe = 141
}

/// The variables that the program was started with.
enum Environment {
  static subscript(name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
