import Foundation
import TestSupport
import Testing

@Suite("The example of embedding")
struct EmbeddingTests {
  private func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.currentDirectoryURL = ProjectFolder.url
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  @Test("a package of its own builds with the library and runs")
  func embedding() throws {
    let built = try run(["swift", "build", "-j", "2", "--package-path", "Examples/embedding"])
    #expect(built.status == 0, "\(built.output)")
    #expect(!built.output.contains("warning:"), "\(built.output)")
    let ran = try run([
      "Examples/embedding/.build/debug/embedding", "Examples/huaian", "2024", "工信局",
    ])
    #expect(ran.output == (try ProjectFolder.text("Examples/embedding/output.txt")))
  }
}
