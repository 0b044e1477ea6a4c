// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// A package of its own, so that neither SQLite nor the peers are needed to build or test PlanQL.
let package = Package(
  name: "PlanQLBenchmarks",
  dependencies: [.package(name: "PlanQL", path: "../..")],
  targets: [
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .executableTarget(
      name: "planql-benchmarks",
      dependencies: ["CSQLite", .product(name: "PlanQL", package: "PlanQL")],
      path: "Sources/PlanQLBenchmarks", resources: [.copy("peers.py")],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
