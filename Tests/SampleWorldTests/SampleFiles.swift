import Foundation
import Registry
import Regulation

@testable import SampleWorld

/// The files of a world read back the plain way: split at commas, no knowledge of how they were made.
struct SampleFiles {
    struct Row {
        let insurer: String
        let values: [String: String]

        subscript(_ name: String) -> String { values[name] ?? "" }
        var event: String { SampleFiles.events[self["event"]] ?? self["event"] }
        var sequence: Int { Int(self["sequence"]) ?? -1 }
    }

    struct File {
        let name: String
        let insurer: String
        let header: [String]
        let rows: [Row]
        let bytes: [UInt8]
    }

    let world: World
    let files: [File]

    var rows: [Row] { files.flatMap(\.rows) }

    init(vehicles: Int, seed: UInt64 = 11, asOf: CivilDate = SampleFiles.asOf) throws {
        world = World(vehicles: vehicles, seed: seed, asOf: asOf)
        files = try world.files.map(Self.read)
    }

    static let asOf: CivilDate = {
        guard let date = CivilDate(year: 2026, month: 11, day: 20) else {
            preconditionFailure("20 November 2026 exists")
        }
        return date
    }()

    /// A thousand vehicles, read once for all tests.
    static let thousand = Result { try SampleFiles(vehicles: 1000) }
    /// Enough vehicles for what is rare: plates handed on, unreadable periods.
    static let many = Result { try SampleFiles(vehicles: 4000, seed: 2) }

    static func bytes(_ file: WorldFile) -> [UInt8] {
        var bytes: [UInt8] = []
        file.write { bytes += $0 }
        return bytes
    }

    enum Unreadable: Error { case encoding(String), empty(String), columns(String, line: Int) }

    static func text(_ bytes: [UInt8], _ encoding: WorldFile.Encoding, name: String) throws -> String {
        let raw = encoding == .utf8WithBOM ? Array(bytes.dropFirst(3)) : bytes
        let foreign = String.Encoding(rawValue: 0x8000_0632)
        guard let text = String(bytes: raw, encoding: encoding == .gb18030 ? foreign : .utf8) else {
            throw Unreadable.encoding(name)
        }
        return text
    }

    private static func read(_ file: WorldFile) throws -> File {
        let bytes = bytes(file)
        let text = try text(bytes, file.encoding, name: file.name)
        let lines = text.split(whereSeparator: \.isNewline).map { cells(String($0)) }
        guard let header = lines.first else { throw Unreadable.empty(file.name) }
        let names = header.map { english[$0] ?? $0 }
        let rows = try lines.dropFirst().enumerated().map { number, cells in
            guard cells.count == header.count else { throw Unreadable.columns(file.name, line: number + 2) }
            return Row(
                insurer: file.insurer.text,
                values: Dictionary(zip(names, cells).filter { !$0.1.isEmpty }, uniquingKeysWith: { $1 }))
        }
        return File(name: file.name, insurer: file.insurer.text, header: header, rows: rows, bytes: bytes)
    }

    private static func cells(_ line: String) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: cells.append("")
            default: cells[cells.count - 1].append(character)
            }
        }
        return cells
    }

    private static let english = Dictionary(
        uniqueKeysWithValues: Field.allCases.map { ($0.names.chinese, $0.names.english) })

    private static let events = [
        "": "policy", "承保": "policy", "投保": "proposal", "解除": "cancellation", "停驶": "layUp", "复驶": "resumption",
        "号牌变更": "plateChange", "更正": "correction", "撤回": "retraction",
    ]
}
