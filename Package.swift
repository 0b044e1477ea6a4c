// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// The modules stand in the order of the way of a script: each uses those above it.
let package = Package(
  name: "PlanQL",
  products: [
    .library(name: "PlanQL", targets: ["PlanQL"]),
    .executable(name: "planql", targets: ["PlanQLCommand"]),
  ],
  traits: [
    .default(enabledTraits: ["Office", "Seals"]),
    .trait(
      name: "Office",
      description:
        "Import of Excel workbooks, Word documents and web pages; needs libzip and libxml2."),
    .trait(
      name: "Seals",
      description: "Sealed revisions of a plan; needs libsodium for the digests."),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.0.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
  ],
  targets: [
    .target(name: "PlanQLData", swiftSettings: settings),
    .target(name: "PlanQLSyntax", dependencies: ["PlanQLData"], swiftSettings: settings),
    .target(
      name: "PlanQLLibrary",
      dependencies: ["PlanQLData", .product(name: "RealModule", package: "swift-numerics")],
      swiftSettings: settings),
    .target(
      name: "PlanQLAlgebra", dependencies: ["PlanQLData", "PlanQLSyntax", "PlanQLLibrary"],
      swiftSettings: settings),
    .target(
      name: "PlanQLSemantics",
      dependencies: ["PlanQLData", "PlanQLSyntax", "PlanQLLibrary", "PlanQLAlgebra"],
      swiftSettings: settings),
    .target(
      name: "PlanQLExecution",
      dependencies: ["PlanQLData", "PlanQLSyntax", "PlanQLLibrary", "PlanQLAlgebra"],
      swiftSettings: settings),
    .systemLibrary(
      name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(
      name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(name: "CMemory"),
    .target(
      name: "PlanQLPlans",
      dependencies: [
        "PlanQLData", "PlanQLSyntax", "CMemory",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Yams", package: "Yams"),
        .target(name: "CXML", condition: .when(traits: ["Office"])),
        .target(name: "CZip", condition: .when(traits: ["Office"])),
        .target(name: "CSodium", condition: .when(traits: ["Seals"])),
      ],
      swiftSettings: settings),
    .target(
      name: "PlanQLReports", dependencies: ["PlanQLData"], swiftSettings: settings),
    .target(
      name: "PlanQL",
      dependencies: [
        "PlanQLData", "PlanQLSyntax", "PlanQLLibrary", "PlanQLAlgebra", "PlanQLSemantics",
        "PlanQLExecution", "PlanQLPlans", "PlanQLReports",
      ],
      swiftSettings: settings),
    .target(
      name: "PlanQLReference",
      dependencies: [
        "PlanQLData", "PlanQLSyntax", "PlanQLLibrary", "PlanQLPlans", "PlanQLReports", "PlanQL",
      ],
      swiftSettings: settings),
    .systemLibrary(
      name: "CReadline", providers: [.apt(["libreadline-dev"])]),
    .executableTarget(
      name: "PlanQLCommand",
      dependencies: [
        "PlanQLData", "PlanQLSyntax", "PlanQLLibrary", "PlanQLAlgebra", "PlanQLSemantics",
        "PlanQLPlans", "PlanQLReports", "PlanQL", "PlanQLReference", "CReadline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "PlanQLDataTests", dependencies: ["PlanQLData"], path: "Tests/PlanQLDataTests",
      swiftSettings: settings),
    .testTarget(
      name: "PlanQLSyntaxTests", dependencies: ["PlanQLData", "PlanQLSyntax"],
      path: "Tests/PlanQLSyntaxTests", swiftSettings: settings),
    .testTarget(
      name: "PlanQLReportsTests", dependencies: ["PlanQLData", "PlanQLReports"],
      path: "Tests/PlanQLReportsTests", swiftSettings: settings),
    .testTarget(
      name: "PlanQLLibraryTests", dependencies: ["PlanQLData", "PlanQLLibrary"],
      path: "Tests/PlanQLLibraryTests", swiftSettings: settings),
    .testTarget(
      name: "PlanQLExecutionTests",
      dependencies: [
        "PlanQLData", "PlanQLSyntax", "PlanQLLibrary", "PlanQLAlgebra", "PlanQLExecution",
        "ReferenceInterpreter",
      ],
      path: "Tests/PlanQLExecutionTests", swiftSettings: settings),
    .target(
      name: "ReferenceInterpreter",
      dependencies: [
        "PlanQLData", "PlanQLSyntax", "PlanQLLibrary", "PlanQLAlgebra", "PlanQLExecution",
      ],
      path: "Tests/ReferenceInterpreter", swiftSettings: settings),
    .testTarget(
      name: "PlanQLProofTests",
      dependencies: [
        "PlanQL", "PlanQLData", "PlanQLSyntax", "PlanQLLibrary", "PlanQLAlgebra",
        "PlanQLSemantics", "PlanQLExecution", "PlanQLPlans", "PlanQLReports",
        "ReferenceInterpreter", "TestSupport",
      ],
      path: "Tests/PlanQLProofTests", swiftSettings: settings),
    .testTarget(
      name: "PlanQLCommandTests",
      dependencies: [
        "PlanQLCommand", "PlanQL", "PlanQLData", "PlanQLPlans", "PlanQLReference", "PlanQLSyntax",
        "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/PlanQLCommandTests", swiftSettings: settings),
    .testTarget(
      name: "PlanQLPlansTests",
      dependencies: [
        "PlanQLData", "PlanQLPlans", .product(name: "GRDB", package: "GRDB.swift"),
        .target(name: "CZip", condition: .when(traits: ["Office"])),
      ],
      path: "Tests/PlanQLPlansTests", exclude: ["Fixtures"], swiftSettings: settings),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(
      name: "PlanQLTests",
      dependencies: [
        "PlanQL", "PlanQLAlgebra", "PlanQLData", "PlanQLLibrary", "PlanQLPlans",
        "PlanQLReference", "PlanQLReports", "PlanQLSemantics", "PlanQLSyntax", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      path: "Tests/PlanQLTests", swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
