import Foundation
import Testing

/// A page as it was approved. `XUBAO_RECORD=1` writes what is rendered now, to be looked at and committed.
enum Snapshot {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Snapshots")

    static func check(_ html: String, named name: String) {
        let file = folder.appending(path: "\(name).html")
        // Links carry fingerprints of the assets; a changed style sheet must not touch every page.
        let stable = html.replacing(/\?v=[0-9a-f]{16}/, with: "?v=0")
        do {
            if ProcessInfo.processInfo.environment["XUBAO_RECORD"] == "1" {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                try stable.write(to: file, atomically: true, encoding: .utf8)
                return
            }
            let approved = try String(contentsOf: file, encoding: .utf8)
            guard approved != stable else { return }
            Issue.record("\(name) differs from its snapshot: \(firstDifference(approved, stable))")
        } catch {
            Issue.record("\(name) has no readable snapshot; record it with XUBAO_RECORD=1: \(error)")
        }
    }

    private static func firstDifference(_ approved: String, _ rendered: String) -> String {
        let before = approved.split(separator: "\n", omittingEmptySubsequences: false)
        let after = rendered.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, (old, new)) in zip(before, after).enumerated() where old != new {
            return "line \(index + 1), was: \(old) — is: \(new)"
        }
        return "\(before.count) lines were, \(after.count) are"
    }
}
