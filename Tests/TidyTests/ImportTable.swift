/// Which modules each target may import: the arrows of the module graph in ARCHITECTURE.md, held as a list.
///
/// A module listed under `files` may be imported there and nowhere else in the target. An entry that is no longer
/// needed is a violation itself, so the list says what is, not what was.
struct ImportTable {
    struct Row {
        /// `nil`: whatever Package.swift declares.
        let modules: Set<String>?
        /// Module → the files under the target that may import it.
        let files: [String: Set<String>]

        init(_ modules: Set<String>?, onlyIn files: [String: Set<String>] = [:]) {
            self.modules = modules
            self.files = files
        }
    }

    let rows: [String: Row]

    static let house = ImportTable(rows: [
        "Regulation": Row(
            ["BigInt"],
            onlyIn: [
                "FoundationEssentials": [
                    "Tables/OperatorDocument.swift", "Tables/OperatorHeading.swift", "Tables/TableDocument.swift",
                ]
            ]),
        "TransparencyLog": Row(
            ["Crypto"],
            onlyIn: ["FoundationEssentials": ["Notes/Base64.swift"], "SystemDigest": ["Hashing/Hash.swift"]]),
        "Registry": Row(
            ["Regulation", "TransparencyLog", "Crypto"],
            onlyIn: [
                "FoundationEssentials": [
                    "Access/OperatorDesk.swift", "Desk/SubmissionPreparer.swift",
                ],
                "Synchronization": ["Desk/UploadRun.swift"],
                "Foundation": ["Intake/GB18030Tables.swift"],
            ]),
        "SampleWorld": Row(["Regulation", "Registry", "Foundation", "FoundationEssentials"]),
        "DurableFiles": Row(["Glibc"]),
        "LogFiles": Row(["DurableFiles", "Registry", "TransparencyLog", "Glibc", "Synchronization"]),
        "Storage": Row([
            "DurableFiles", "Registry", "Regulation", "TransparencyLog", "Crypto", "GRDB", "GRDBSQLite", "Foundation",
            "FoundationEssentials", "Synchronization", "Glibc", "Dispatch",
        ]),
        "Documents": Row(
            ["Registry", "Regulation", "Mustache", "Foundation", "FoundationEssentials"],
            onlyIn: ["CQRCode": ["Drawings/QRDrawing.swift"]]),
        "Server": Row([
            "Documents", "Registry", "Regulation", "TransparencyLog", "Crypto", "Hummingbird", "HummingbirdCore",
            "NIOCore", "NIOHTTPTypes", "HTTPTypes",
            "Logging", "Foundation", "FoundationEssentials", "Synchronization", "Dispatch", "Glibc",
        ]),
        "xubao": Row(nil),
    ])

    func violations(in sources: [SourceFile]) -> [Violation] {
        var violations: [Violation] = []
        var used: [String: Set<String>] = [:]
        for file in sources {
            guard let target = file.target, let row = rows[target] else {
                violations.append(file.violation(line: 1, "its target has no row in ImportTable.house"))
                continue
            }
            let place = file.path.split(separator: "/").dropFirst(2).joined(separator: "/")
            for (module, line) in Self.imports(of: file) {
                if let places = row.files[module], places.contains(place) {
                    used["\(target) \(module)", default: []].insert(place)
                } else if row.files[module] != nil {
                    violations.append(
                        file.violation(line: line, "\(target) may import \(module) only in the files listed"))
                } else if let modules = row.modules, !modules.contains(module) {
                    violations.append(file.violation(line: line, "\(target) may not import \(module)"))
                }
            }
        }
        return violations + staleEntries(used: used)
    }

    private func staleEntries(used: [String: Set<String>]) -> [Violation] {
        rows.flatMap { target, row in
            row.files.flatMap { module, places in
                places.subtracting(used["\(target) \(module)"] ?? []).map { place in
                    Violation(
                        path: "Sources/\(target)/\(place)", line: 1,
                        message: "listed as importing \(module), but does not: take it off the list")
                }
            }
        }
    }

    /// Module and line of every import, whatever its attributes, access and kind: `package import struct A.B` is A.
    static func imports(of file: SourceFile) -> [(module: String, line: Int)] {
        file.offsets(ofCode: "import").compactMap { offset in
            let line = file.line(at: offset)
            let words = file.code(ofLine: line).split(whereSeparator: { " \t".contains($0) }).map(String.init)
            guard let position = words.firstIndex(of: "import"),
                words[..<position].allSatisfy({ $0.hasPrefix("@") || accessLevels.contains($0) })
            else { return nil }
            let rest = words[(position + 1)...].drop { kinds.contains($0) }
            return rest.first.flatMap { $0.split(separator: ".").first }.map { (String($0), line) }
        }
    }

    private static let accessLevels: Set<String> = ["public", "package", "internal", "fileprivate", "private"]
    private static let kinds: Set<String> = [
        "struct", "class", "enum", "protocol", "typealias", "func", "let", "var", "actor",
    ]
}
