import Foundation
import Registry
import Regulation

/// What stands in front of a backup: when it was taken, what it reaches to, and which stretches of entries belong to
/// it.
struct BackupHeader: Codable, Equatable {
    /// A stretch of entries in a file of its own.
    struct Stretch: Codable, Equatable {
        let number: Int64
        /// The file's own, in hexadecimal.
        let identity: String
    }

    let takenAt: Int64
    /// Everything committed up to this moment is in it.
    let reach: Int64
    let entries: Int64
    let root: String
    let lastCommittedAt: Int64
    let stretches: [Stretch]
    /// The heads of the tree over all these stretches, in hexadecimal, so that the next backup goes on from there.
    let heads: [String]
    /// The log's checkpoint as it was published; `nil` before the first.
    let checkpoint: String?
    /// How far each insurer had stated to have reported.
    let watermarks: [String: Int64]
    /// The operator's rows of the law, by the names of their files; in base 64.
    let law: [String: String]
    /// The numbers of persons' keys that had been given up.
    let erased: [Int64]

    var taken: Instant { Instant(milliseconds: takenAt) ?? .distantPast }

    var json: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            return Array(try encoder.encode(self))
        }
    }
}

extension BackupHeader {
    /// `nil` for anything that is no header.
    init?(json: [UInt8]) {
        guard let header = try? JSONDecoder().decode(BackupHeader.self, from: Data(json)) else { return nil }
        self = header
    }
}
