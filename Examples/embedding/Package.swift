// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "embedding",
  dependencies: [.package(name: "PlanQL", path: "../..")],
  targets: [
    .executableTarget(
      name: "embedding", dependencies: [.product(name: "PlanQL", package: "PlanQL")])
  ],
  swiftLanguageModes: [.v6]
)
