/// The entries of a log as they are published: each behind its length in two big-endian bytes (C2SP tlog-tiles).
package enum EntryBundle {
    /// The longest entry that a bundle can hold.
    package static let entryByteLimit = 65_535

    /// `nil` when there are more than 256 entries, or one is too long.
    package static func bytes(of entries: [[UInt8]]) -> [UInt8]? {
        guard entries.count <= TileCoordinate.fullWidth else { return nil }
        var result: [UInt8] = []
        for entry in entries {
            guard entry.count <= entryByteLimit else { return nil }
            result.append(UInt8(entry.count >> 8))
            result.append(UInt8(entry.count & 0xFF))
            result.append(contentsOf: entry)
        }
        return result
    }

    /// The first entries of a bundle, as many as the coordinate says. Throws `TileFault.missing`, `.wrongLength` for
    /// bytes that are no such bundle, or what the source throws.
    package static func entries(at coordinate: TileCoordinate, from source: TileReader.Source) throws -> [[UInt8]] {
        for candidate in coordinate.readings {
            guard let bytes = try source(candidate) else { continue }
            guard let entries = entries(in: bytes, at: candidate) else { throw TileFault.wrongLength(candidate) }
            return Array(entries.prefix(coordinate.width))
        }
        throw TileFault.missing(coordinate)
    }

    /// `nil` unless the bytes are exactly as many entries as the coordinate says.
    package static func entries(in bytes: [UInt8], at coordinate: TileCoordinate) -> [[UInt8]]? {
        guard coordinate.content == .entries else { return nil }
        var entries: [[UInt8]] = []
        var rest = bytes[...]
        while let high = rest.popFirst() {
            guard let low = rest.popFirst() else { return nil }
            let count = Int(high) << 8 | Int(low)
            guard rest.count >= count else { return nil }
            entries.append(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        return entries.count == coordinate.width ? entries : nil
    }
}
