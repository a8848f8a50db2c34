import Regulation

@testable import Registry

/// How far an insurer has reported.
struct InsurerRow {
    let insurer: FeedStatus.Insurer
}

extension InsurerRow: Row {
    var bytes: [UInt8] {
        var writer = ByteWriter(capacity: 64)
        writer.text(insurer.name)
        writer.optional(insurer.reportedThrough?.milliseconds)
        writer.optional(insurer.lastAcceptedAt?.milliseconds)
        writer.signed(insurer.accepted)
        writer.signed(insurer.openQuarantine)
        writer.sized(insurer.sequences.bytes)
        return writer.result
    }

    init(_ bytes: [UInt8]) throws {
        var reader = ByteReader(bytes)
        guard let name = reader.text(longest: 256), let through = reader.optionalSigned(),
            let last = reader.optionalSigned(), let accepted = reader.signed(), let open = reader.signed(),
            let rest = reader.sized(), let sequences = SequenceLedger(bytes: rest)
        else { throw UnreadableRow() }
        var insurer = FeedStatus.Insurer(name: name)
        insurer.reportedThrough = through.flatMap { Instant(milliseconds: $0) }
        insurer.lastAcceptedAt = last.flatMap { Instant(milliseconds: $0) }
        insurer.accepted = accepted
        insurer.openQuarantine = open
        insurer.sequences = sequences
        self.insurer = insurer
    }
}
