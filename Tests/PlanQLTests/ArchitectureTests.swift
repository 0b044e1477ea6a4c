import Foundation
import TestSupport
import Testing

@Suite("The house")
struct ArchitectureTests {
  /// The modules in the order of `Package.swift`.
  private let modules: [String]

  init() throws {
    let manifest = try ProjectFolder.text("Package.swift")
    let pattern = #/\.(?:target|systemLibrary|executableTarget)\(\s*name: "(\w+)"/#
    modules = manifest.matches(of: pattern).map { String($0.1) }
  }

  private func imports(of module: String) throws -> Set<String> {
    var found: Set<String> = []
    for file in ProjectFolder.files(in: "Sources/\(module)", ending: ".swift") {
      for line in try ProjectFolder.text(file).split(separator: "\n")
      where line.utf8.contains(UInt8(ascii: "i")) && line.contains("import ") {
        if let match = line.firstMatch(
          of:
            #/^(?:@\w+(?:\(\w+\))? )*(?:public |package |internal |private )?import (?:\w+ )?(\w+)/#
        ) {
          found.insert(String(match.1))
        }
      }
    }
    return found
  }

  @Test("modules stand in the order of the way of a script and import only those above them")
  func moduleOrder() throws {
    #expect(modules.first == "PlanQLData")
    #expect(modules.contains("PlanQLCommand"))
    for (place, module) in modules.enumerated() {
      let below = Set(modules[place...])
      let wrong = try imports(of: module).intersection(below)
      #expect(wrong.isEmpty, "\(module) imports \(wrong.sorted())")
    }
  }

  @Test(
    "the core imports no Foundation and does no input or output",
    arguments: [
      "PlanQLData", "PlanQLSyntax", "PlanQLLibrary", "PlanQLAlgebra", "PlanQLSemantics",
      "PlanQLExecution",
    ])
  func coreWithoutFoundation(module: String) throws {
    let allowed = Set(modules).union(["Dispatch", "RealModule", "Synchronization"])
    let found = try imports(of: module)
    #expect(!found.isEmpty || module == "PlanQLData")
    #expect(found.subtracting(allowed).isEmpty, "\(module) imports \(found.sorted())")
  }

  @Test("only the command links readline, only loading uses Yams and GRDB, only importing C")
  func outerLibraries() throws {
    for module in modules {
      let found = try imports(of: module)
      #expect(!found.contains("CReadline") || module == "PlanQLCommand")
      #expect(!found.contains("Yams") || module == "PlanQLPlans")
      #expect(!found.contains("GRDB") || module == "PlanQLPlans")
      #expect(found.isDisjoint(with: ["CXML", "CZip"]) || module == "PlanQLPlans")
      #expect(!found.contains("RealModule") || module == "PlanQLLibrary")
      #expect(!found.contains("ArgumentParser") || module == "PlanQLCommand")
    }
    let files = ProjectFolder.files(in: "Sources", ending: ".swift")
    for library in ["Yams", "GRDB"] {
      let users = try files.filter {
        try ProjectFolder.text($0).split(separator: "\n").contains("import \(library)")
      }
      #expect(users.count == 1, "\(library): \(users)")
    }
  }

  @Test("no escape hatch stands in the sources")
  func escapeHatches() throws {
    let hatches = ["try!", "fatalError(", " as! ", "preconditionFailure("]
    for file in ProjectFolder.files(in: "Sources", ending: ".swift") {
      let text = try ProjectFolder.text(file)
      guard hatches.contains(where: { text.contains($0) }) else { continue }
      let code = text.split(separator: "\n").filter {
        !$0.trimmingCharacters(in: .whitespaces).hasPrefix("//")
      }.joined(separator: "\n")
      for hatch in hatches {
        #expect(!code.contains(hatch), "\(file) has \(hatch)")
      }
    }
  }
}
