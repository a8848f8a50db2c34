// swift-tools-version: 6.2
import PackageDescription

/// Settings every target of ours is built with. Warnings are errors here and only here: dependencies keep theirs.
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")

let package = Package(
    name: "xubao",
    products: [
        .executable(name: "xubao", targets: ["xubao"]),
        .library(name: "Regulation", targets: ["Regulation"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/attaswift/BigInt", exact: "6.0.1"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        .target(
            name: "Regulation", dependencies: [.product(name: "BigInt", package: "BigInt")],
            resources: [.embedInCode("Tables/Data")], swiftSettings: house),
        .target(name: "SystemDigest", linkerSettings: [.linkedLibrary("crypto")]),
        .target(name: "TransparencyLog", dependencies: ["SystemDigest", crypto], swiftSettings: house),
        .target(name: "Registry", dependencies: ["Regulation", "TransparencyLog", crypto], swiftSettings: house),
        .target(name: "SampleWorld", dependencies: ["Regulation", "Registry"], swiftSettings: house),
        .target(name: "DurableFiles", swiftSettings: house),
        .target(
            name: "LogFiles", dependencies: ["DurableFiles", "Registry", "TransparencyLog"], swiftSettings: house),
        .target(
            name: "Storage",
            dependencies: [
                "DurableFiles", "Registry", "Regulation", "TransparencyLog", crypto,
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: house),
        .target(
            name: "Documents",
            dependencies: ["CQRCode", "Registry", "Regulation", .product(name: "Mustache", package: "swift-mustache")],
            resources: [.embedInCode("Templates"), .embedInCode("Assets")],
            swiftSettings: house),
        .systemLibrary(name: "CQRCode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .target(
            name: "Server",
            dependencies: [
                "Documents", "Registry", "Regulation", "TransparencyLog", crypto, hummingbird,
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "Logging", package: "swift-log"),
            ],
            resources: [.embedInCode("OpenAPI")],
            swiftSettings: house),
        .executableTarget(
            name: "xubao",
            dependencies: [
                "Documents", "DurableFiles", "LogFiles", "Registry", "Regulation", "SampleWorld", "Server", "Storage",
                "TaskHook",
                "TransparencyLog", crypto,
                hummingbird,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: house),
        .target(name: "TaskHook"),
        .testTarget(
            name: "RegulationTests", dependencies: ["Regulation", .product(name: "BigInt", package: "BigInt")],
            resources: [.copy("Samples")], swiftSettings: house),
        .testTarget(
            name: "TransparencyLogTests", dependencies: ["TransparencyLog", crypto], exclude: ["Samples"],
            swiftSettings: house),
        .target(
            name: "RegistryModel", dependencies: ["Registry", "Regulation"], path: "Tests/RegistryModel",
            swiftSettings: house),
        .testTarget(
            name: "RegistryTests",
            dependencies: ["Registry", "RegistryModel", "Regulation", "TransparencyLog", crypto],
            exclude: ["Law/Snapshots", "Proofs/Samples"], swiftSettings: house),
        .testTarget(
            name: "SimulationTests",
            dependencies: ["Registry", "RegistryModel", "Regulation", "TransparencyLog", crypto],
            swiftSettings: house),
        .testTarget(
            name: "SampleWorldTests", dependencies: ["SampleWorld", "Registry", "Regulation"], swiftSettings: house),
        .testTarget(
            name: "DocumentsTests", dependencies: ["Documents", "Registry", "Regulation"], exclude: ["Snapshots"],
            swiftSettings: house),
        .testTarget(
            name: "LogFilesTests",
            dependencies: ["LogFiles", "DurableFiles", "Registry", "Regulation", "TransparencyLog", crypto],
            swiftSettings: house),
        .testTarget(
            name: "StorageTests",
            dependencies: [
                "Storage", "LogFiles", "DurableFiles", "Registry", "Regulation", "TransparencyLog", crypto,
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: house),
        .testTarget(
            name: "ServerTests",
            dependencies: [
                "Server",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
            ],
            swiftSettings: house),
        .testTarget(name: "TidyTests", swiftSettings: house),
    ]
)
