import Foundation

/// The peers that are used from Python, in a process of their own.
///
/// `PLANQL_BENCH_PYTHON` names the interpreter, else it is `python3`; a peer that it cannot import is left out.
enum PythonPeers {
  /// What `peers.py` prints, a line a peer.
  fileprivate struct Line: Decodable {
    struct Measured: Decodable {
      let milliseconds: Double
      let rows: [[Cell]]
    }

    let name: String
    let loadMilliseconds: Double
    let measurements: [String: Measured]
  }

  /// What the peers answer over the CSV files of a folder.
  static func results(_ questions: [Question], over folder: String, threads: Int) throws
    -> [EngineResults]
  {
    guard let script = Bundle.module.path(forResource: "peers", ofType: "py") else {
      throw BenchmarkFailure("peers.py is not in the bundle")
    }
    let sql = Dictionary(
      uniqueKeysWithValues: questions.map { ($0.id, $0.duckSQL ?? $0.sql) })
    let encoded = String(decoding: try JSONEncoder().encode(sql), as: UTF8.self)
    let output = try run([script, folder, String(threads), encoded])
    let decoder = JSONDecoder()
    return try output.split(separator: UInt8(ascii: "\n")).map {
      EngineResults(try decoder.decode(Line.self, from: Data($0)))
    }
  }

  /// What the interpreter prints; nothing where there is none.
  private static func run(_ arguments: [String]) throws -> Data {
    let python = ProcessInfo.processInfo.environment["PLANQL_BENCH_PYTHON"] ?? "python3"
    let output = Pipe()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [python] + arguments
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    if process.terminationStatus == 127 { return Data() }
    guard process.terminationStatus == 0 else {
      throw BenchmarkFailure("\(python) ended with code \(process.terminationStatus)")
    }
    return bytes
  }
}

extension EngineResults {
  fileprivate init(_ line: PythonPeers.Line) {
    self.init(
      name: line.name, loadMilliseconds: line.loadMilliseconds,
      measurements: line.measurements.mapValues {
        Measurement(answer: Answer(rows: $0.rows), milliseconds: $0.milliseconds)
      })
  }
}
