// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Overlapping accesses are looked for whenever the tests run; in a release that would cost every
/// request a twentieth.
let quick: [SwiftSetting] =
  strict + [.unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))]

/// Addresses of the libraries' functions are found at the start and then read-only.
let linked: [LinkerSetting] = [.unsafeFlags(["-Xlinker", "-z", "-Xlinker", "now"])]

let package = Package(
  name: "cybersecurity-training",
  products: [
    .library(name: "QuizEngine", targets: ["QuizEngine"]),
    .executable(name: "TrainingServer", targets: ["TrainingServer"]),
    .executable(name: "trainctl", targets: ["trainctl"]),
  ],
  targets: [
    .systemLibrary(name: "CSQLite", path: "Sources/CSQLite"),
    .target(name: "QuizEngine", dependencies: ["CSQLite"], swiftSettings: quick),
    .executableTarget(
      name: "TrainingServer", dependencies: ["QuizEngine", "CSQLite"], swiftSettings: quick,
      linkerSettings: linked),
    .executableTarget(
      name: "trainctl", dependencies: ["QuizEngine"], swiftSettings: strict,
      linkerSettings: linked),
    .testTarget(name: "QuizEngineTests", dependencies: ["QuizEngine"], swiftSettings: strict),
    .testTarget(
      name: "TrainingServerTests", dependencies: ["TrainingServer", "QuizEngine"],
      swiftSettings: strict),
    .testTarget(name: "TrainctlTests", dependencies: ["QuizEngine"], swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
  ]
)
