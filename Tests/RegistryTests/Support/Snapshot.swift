import Foundation
import Testing

/// A text as it was approved. `XUBAO_RECORD=1` writes what comes out now, to be looked at and committed.
enum Snapshot {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Law/Snapshots")

    static func check(_ text: String, named name: String) {
        let file = folder.appending(path: name)
        do {
            if ProcessInfo.processInfo.environment["XUBAO_RECORD"] == "1" {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                try text.write(to: file, atomically: true, encoding: .utf8)
                return
            }
            let approved = try String(contentsOf: file, encoding: .utf8)
            guard approved != text else { return }
            let lines = zip(approved.split(separator: "\n"), text.split(separator: "\n")).first { $0 != $1 }
            Issue.record("\(name) differs: was \(lines?.0 ?? "shorter") — is \(lines?.1 ?? "longer")")
        } catch {
            Issue.record("\(name) has no readable snapshot; record it with XUBAO_RECORD=1: \(error)")
        }
    }
}
