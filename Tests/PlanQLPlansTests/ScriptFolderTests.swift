import Foundation
import Testing

@testable import PlanQLPlans

@Suite("Files of scripts")
struct ScriptFolderTests {
  private let root: URL
  private let folder: ScriptFolder

  init() throws {
    let base = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    root = base.appendingPathComponent("reports")
    try FileManager.default.createDirectory(
      at: root.appendingPathComponent("lib"), withIntermediateDirectories: true)
    for (name, text) in [
      ("reports/a.planql", "a"), ("reports/lib/b.planql", "b"), ("outside.planql", "secret"),
    ] {
      try text.write(
        to: base.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    for (name, target) in [
      ("out.planql", "../outside.planql"), ("in.planql", "lib/b.planql"), ("up", ".."),
      ("self", "."), ("nowhere.planql", "nothing"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: root.appendingPathComponent(name).path, withDestinationPath: target)
    }
    folder = ScriptFolder(root.path)
  }

  private func text(_ path: String, from user: String? = nil) throws -> String {
    let file = try folder.file(named: path, from: user.map { root.path + "/" + $0 })
    return file.name.dropFirst(root.path.count + 1) + "="
      + String(decoding: file.bytes, as: UTF8.self)
  }

  @Test("a path is taken from the folder of the file that writes it, and names the file itself")
  func found() throws {
    #expect(try text("a.planql") == "a.planql=a")
    #expect(try text("lib/b.planql") == "lib/b.planql=b")
    #expect(try text("./lib//b.planql") == "lib/b.planql=b")
    #expect(try text("b.planql", from: "lib/c.planql") == "lib/b.planql=b")
    #expect(try text("in.planql") == "lib/b.planql=b")
    #expect(try text("self/a.planql") == "a.planql=a")
  }

  @Test(
    "nothing outside of the folder is read",
    arguments: [
      "../outside.planql", "lib/../../outside.planql", "lib/../a.planql", "..", "/etc/passwd",
      "out.planql", "up/outside.planql", "up/reports/../outside.planql", ".", "",
      "a\u{0}.planql", "lib", "nowhere.planql", "missing.planql", "a.planql/x", "/dev/zero",
    ])
  func refused(path: String) {
    #expect(throws: FileError.self) { try folder.file(named: path, from: nil) }
  }

  @Test("a pipe is not waited for")
  func pipes() throws {
    mkfifo(root.appendingPathComponent("pipe").path, 0o600)
    #expect(throws: FileError.self) { try folder.file(named: "pipe", from: nil) }
  }

  @Test("the present folder shows in no name")
  func here() throws {
    let file = try ScriptFolder(".").file(named: "Package.swift", from: nil)
    #expect(file.name == "Package.swift")
  }
}
