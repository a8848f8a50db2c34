/// The characters of plate numbers, looked up by scalar; built once.
enum PlateAlphabet {
    struct Entry {
        let scalar: UInt32
        let kind: PlateCharacterKind
        /// Position in `Region.all` of the province the character stands for, or -1.
        let provincePosition: Int8
    }

    /// ASCII by value, then ideographs in ascending order.
    private static let ascii: [Entry] = (0..<128).map { entry(Unicode.Scalar(UInt8($0)), provincePosition: -1) }
    private static let ideographs: [Entry] = {
        let provinces = RegionTable.rows.indices.compactMap { position in
            RegionTable.rows[position].plateCharacter.map { entry($0, provincePosition: Int8(position)) }
        }
        let marks = "挂学警试使领港澳应急临超".unicodeScalars.map { entry($0, provincePosition: -1) }
        return (provinces + marks).sorted { $0.scalar < $1.scalar }
    }()

    private static func entry(_ scalar: Unicode.Scalar, provincePosition: Int8) -> Entry {
        var kind = PlateCharacterKind.literal(scalar)
        switch scalar {
        case "0"..."9": kind.insert(.digit)
        case "I", "O": kind.insert(.confusable)
        case "A"..."H", "J", "K": kind.formUnion([.letter, .energyLetter])
        case "A"..."Z": kind.insert(.letter)
        default: if provincePosition >= 0 { kind.insert(.province) }
        }
        return Entry(scalar: scalar.value, kind: kind, provincePosition: provincePosition)
    }

    /// `nil` for a character that stands in no plate number.
    static func entry(of scalar: Unicode.Scalar) -> Entry? {
        let value = scalar.value
        if value < 128 {
            let entry = ascii[Int(value)]
            return entry.kind.isEmpty ? nil : entry
        }
        var low = 0
        var high = ideographs.count
        while low < high {
            let middle = (low + high) / 2
            let entry = ideographs[middle]
            if entry.scalar == value { return entry }
            if entry.scalar < value { low = middle + 1 } else { high = middle }
        }
        return nil
    }
}
