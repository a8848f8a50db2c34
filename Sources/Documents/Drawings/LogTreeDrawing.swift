import Registry

/// Eight entries of a log and the hashes over them, two and two up to one root; what one entry changes stands out. The
/// same is said beneath in words.
struct LogTreeDrawing {
    /// Entries at the bottom, a power of two.
    private static let count = 8
    private static let (left, pitch): (Int, Int) = (26, 44)
    /// Of the leaves; each level above lies this much higher.
    private static let (bottom, rise): (Int, Int) = (196, 54)

    /// The class that carries the colour.
    private let kind: String
    /// The entry that is new, or was tampered with.
    private let place: Int
    private let title: Phrase
    private let label: Phrase
    private let sentence: Phrase
    private let mark: String

    static let adding = LogTreeDrawing(
        kind: "added", place: 7, title: Phrase("添一条", "Adding an entry"),
        label: Phrase(
            "一棵树：底下八条记录，新添的是第八条，它上面一路到根的哈希都换了",
            "A tree over eight entries: the eighth is new, and every hash from it up to the root is new"),
        sentence: Phrase(
            "每条记录算出一个哈希，好比指纹；两个并成一个，一层层并到最上面的根。新添一条，只有它上面这一路跟着变，根也就变了。",
            "Each entry has a hash, a fingerprint. Two by two they are joined, up to one root. A new entry changes "
                + "only the line above it, and so the root."),
        mark: "+")

    static let altering = LogTreeDrawing(
        kind: "altered", place: 2, title: Phrase("偷改一条", "Tampering with one"),
        label: Phrase(
            "同一棵树：有人改了第三条，它上面一路到根的哈希都对不上了",
            "The same tree: somebody changed the third entry, and every hash from it up to the root is wrong"),
        sentence: Phrase(
            "要是有人回头改了旧的一条，根也会变，与早先公布、别人存下来的根对不上。改不掉，也藏不住。",
            "If somebody changes an old entry, the root changes too, and no longer fits the roots that were published "
                + "before and that others have kept. It cannot be hidden."),
        mark: "×")

    func values(in language: Language) -> Values {
        var edges: [Values] = []
        var nodes: [Values] = []
        var places = (0..<Self.count).map { Self.left + $0 * Self.pitch }
        var (y, changed) = (Self.bottom, place)
        while places.count > 1 {
            let above = stride(from: 0, to: places.count, by: 2).map { (places[$0] + places[$0 + 1]) / 2 }
            for (index, x) in places.enumerated() {
                edges.append(["path": "M\(x) \(y)L\(above[index / 2]) \(y - Self.rise)", "changed": index == changed])
            }
            y -= Self.rise
            changed /= 2
            for (index, x) in above.enumerated() {
                nodes.append(["x": x, "y": y, "radius": above.count == 1 ? 13 : 8, "changed": index == changed])
            }
            places = above
        }
        return [
            "kind": kind, "name": "log-tree-\(kind)", "title": title.text(in: language),
            "label": label.text(in: language), "sentence": sentence.text(in: language),
            "edges": edges, "nodes": nodes, "leaves": leaves, "rootX": places[0] + 26, "rootY": y + 5,
            "root": Phrase("根", "root").text(in: language),
            "entries": Phrase("记录", "entries").text(in: language),
        ]
    }

    private var leaves: [Values] {
        (0..<Self.count).map { index in
            let x = Self.left + index * Self.pitch
            return [
                "x": x - 16, "y": Self.bottom - 14, "middle": x, "changed": index == place,
                "text": index == place ? mark : String(index + 1),
            ]
        }
    }
}
