/// Paths as C2SP tlog-tiles writes them: `tile/0/x001/x234/067`, `tile/1/003.p/17`, `tile/entries/000.p/5`.
extension TileCoordinate {
    /// Below the log's prefix, without a slash in front.
    package var path: String {
        let place =
            switch content {
            case .hashes(let level): "\(level)"
            case .entries: "entries"
            }
        return "tile/\(place)/\(Self.text(ofIndex: index))\(isPartial ? ".p/\(width)" : "")"
    }

    /// Reads exactly what `path` writes; `nil` for every other text.
    package init?(path: String) {
        let longest = 64
        guard path.utf8.count <= longest else { return nil }
        var parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)[...]
        guard parts.popFirst()?.elementsEqual("tile".utf8) == true, let place = parts.popFirst() else { return nil }
        var width = Self.fullWidth
        if let last = parts.dropLast().last, last.count > 2, last.suffix(2).elementsEqual(".p".utf8),
            let text = parts.popLast()
        {
            guard let number = Decimal.value(of: text, atMost: Int64(Self.fullWidth - 1)) else { return nil }
            width = Int(number)
            parts[parts.endIndex - 1] = last.dropLast(2)
        }
        guard let index = Self.index(of: parts) else { return nil }
        if place.elementsEqual("entries".utf8) {
            self.init(.entries, index: index, width: width)
        } else {
            guard let level = Decimal.value(of: place, atMost: Int64(Self.highestLevel)) else { return nil }
            self.init(.hashes(level: Int(level)), index: index, width: width)
        }
        // One tile has one path.
        guard self.path.utf8.elementsEqual(path.utf8) else { return nil }
    }

    /// Groups of three digits, all but the last behind an `x`, so that no file has the name of a folder.
    private static func text(ofIndex index: Int64) -> String {
        var groups: [String] = []
        var rest = index
        repeat {
            let digits = String(rest % 1_000)
            let group = String(repeating: "0", count: 3 - digits.count) + digits
            groups.append(groups.isEmpty ? group : "x" + group)
            rest /= 1_000
        } while rest > 0
        return groups.reversed().joined(separator: "/")
    }

    private static func index(of groups: ArraySlice<Substring.UTF8View>) -> Int64? {
        guard !groups.isEmpty, groups.count <= 6 else { return nil }
        var index: Int64 = 0
        for (position, group) in groups.enumerated() {
            let isLast = position == groups.count - 1
            let digits = isLast ? group[...] : group.dropFirst()
            guard isLast || group.first == UInt8(ascii: "x"), digits.count == 3 else { return nil }
            for digit in digits {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
                index = index * 10 + Int64(digit - UInt8(ascii: "0"))
            }
        }
        return index
    }
}
