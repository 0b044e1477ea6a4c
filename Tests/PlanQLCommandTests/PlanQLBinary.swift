import Foundation
import Glibc
import Testing

/// The built program, run as people run it.
enum PlanQLBinary {
  /// What a run left behind.
  struct Outcome: Sendable {
    let status: Int32
    let output: String
    let errors: String
    /// The most memory that it held, in bytes.
    let peak: Int
  }

  /// The program beside the bundle of the tests.
  static let path = folderOfTests() + "/planql"

  private static func folderOfTests() -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let path = String(
      decoding: buffer.prefix(max(count, 0)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    if path.contains(".build") || path.hasSuffix(".xctest") { return parent(of: path) }
    return parent(of: CommandLine.arguments[0])
  }

  private static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  /// Runs the program to its end with text on standard input.
  static func run(
    _ arguments: [String], input: String = "", environment: [String] = [], folder: String? = nil
  ) throws -> Outcome {
    var (inputPipe, outputPipe, errorPipe) = ([Int32](), [Int32](), [Int32]())
    for index in 0..<3 {
      var ends: [Int32] = [0, 0]
      try #require(pipe(&ends) == 0)
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      switch index {
      case 0: inputPipe = ends
      case 1: outputPipe = ends
      case _: errorPipe = ends
      }
    }
    let process = try spawn(
      arguments, environment: environment, folder: folder,
      descriptors: [inputPipe[0], outputPipe[1], errorPipe[1]])
    for end in [inputPipe[0], outputPipe[1], errorPipe[1]] { close(end) }
    signal(SIGPIPE, SIG_IGN)
    let bytes = Array(input.utf8)
    _ = bytes.withUnsafeBytes { write(inputPipe[1], $0.baseAddress, $0.count) }
    close(inputPipe[1])
    let (output, errors) = drain(outputPipe[0], errorPipe[0])
    close(outputPipe[0])
    close(errorPipe[0])
    let (status, peak) = waitWithPeak(process)
    return Outcome(status: status, output: output, errors: errors, peak: peak)
  }

  /// Starts the program with these descriptors as its standard ones, in a session of its own when
  /// it gets a terminal.
  static func spawn(
    _ arguments: [String], environment: [String], folder: String? = nil,
    descriptors: [Int32], terminal: String? = nil
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The threads of tests block signals, and a background job ignores Ctrl-C.
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let signalFlags = Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(
      &attributes, signalFlags | (terminal == nil ? 0 : PlanQLBinary.newSession))
    if let terminal {
      posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
      for target: Int32 in 1...2 { posix_spawn_file_actions_adddup2(&actions, 0, target) }
    }
    for (target, descriptor) in descriptors.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(target))
    }
    let words = (folder.map { ["/usr/bin/env", "-C", $0] } ?? []) + [path] + arguments
    let argv = words.map { strdup($0) } + [nil]
    let environ = (["PATH=/usr/bin:/bin"] + environment).map { strdup($0) } + [nil]
    defer { (argv + environ).forEach { free($0) } }
    var process: pid_t = 0
    let status = posix_spawn(&process, words[0], &actions, &attributes, argv, environ)
    try #require(status == 0, "\(path) cannot be started")
    return process
  }

  /// `POSIX_SPAWN_SETSID`, which the C library shows to programs that ask for GNU's extensions
  /// only.
  private static let newSession: Int16 = 0x80

  /// Waits for the end of a process: its status, or 128 and the signal that ended it.
  static func wait(_ process: pid_t) -> Int32 { waitWithPeak(process).status }

  /// Waits for the end of a process, and says how much memory it held at most.
  private static func waitWithPeak(_ process: pid_t) -> (status: Int32, peak: Int) {
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return (signal == 0 ? (status >> 8) & 0xFF : 128 + signal, usage.ru_maxrss * 1024)
  }

  private static func drain(_ first: Int32, _ second: Int32) -> (String, String) {
    var texts: [[UInt8]] = [[], []]
    var open = [first, second]
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while open.contains(where: { $0 >= 0 }) {
      var sources = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      guard poll(&sources, 2, 600_000) > 0 else { break }
      for index in 0..<2 where sources[index].revents != 0 {
        let count = read(open[index], &chunk, chunk.count)
        if count > 0 { texts[index] += chunk[..<count] } else { open[index] = -1 }
      }
    }
    return (String(decoding: texts[0], as: UTF8.self), String(decoding: texts[1], as: UTF8.self))
  }
}

/// A folder of its own for a test, gone afterwards.
final class TemporaryFolder {
  let path: String

  /// Makes the folder with these files in it.
  init(_ files: [String: String] = [:]) throws {
    let parent = FileManager.default.temporaryDirectory.path
    var template = Array("\(parent)/planql-test.XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    for (name, text) in files { try write(text, to: name) }
  }

  /// Writes a file, in a sub-folder where the name has one.
  func write(_ text: String, to name: String) throws {
    if let slash = name.lastIndex(of: "/") { mkdir("\(path)/\(name[..<slash])", 0o755) }
    let file = try #require(fopen("\(path)/\(name)", "w"))
    fputs(text, file)
    fclose(file)
  }

  /// The text of a file; nil where there is none.
  func read(_ name: String) -> String? {
    guard let file = fopen("\(path)/\(name)", "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The names of the files in the folder, sorted.
  func list() -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }
}

/// A small plan of plain tables, for tests of the command.
enum SmallPlan {
  static let files = [
    "plan.yaml": "title: 河道治理\n",
    "works.csv": """
    name,lead,cost,year
    清淤,水利局,120,2021
    护岸,水利局,300,2022
    绿化,园林局,80,2022
    监测,环保局,40,2023

    """,
  ]
  /// A query that runs for minutes.
  static let longQuery =
    "works" + (1...13).map { " | expand w\($0) in plan.works" }.joined()
    + " | summarize n: count()"
}
