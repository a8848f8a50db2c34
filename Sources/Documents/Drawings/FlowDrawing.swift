import Registry
import Regulation

/// Payments as streams: on the left whose cover they come out of, on the right whom they reach, each as thick as the
/// sum; the same stands beneath as a table.
struct FlowDrawing {
    private struct Node {
        let name: String
        var sum = Amount.zero
        /// Of its streams together.
        var thickness: Int64 = 0
        var top: Int64 = 0
        /// Where its next stream begins.
        var next: Int64 = 0

        var slot: Int64 { max(FlowDrawing.slot, thickness) }
        var middle: Int64 { top + slot / 2 }

        mutating func take(_ amount: Amount, _ thickness: Int64) {
            sum = sum.adding(amount) ?? sum
            self.thickness += thickness
        }
    }

    private struct Stream {
        let from: Int
        let to: Int
        let item: CompensationItem
        let thickness: Int64
    }

    private static let slot: Int64 = 48
    private static let gap: Int64 = 14
    /// Where the streams leave and arrive, of 360.
    private static let (left, right): (Int64, Int64) = (122, 238)
    /// What all streams together are thick.
    private static let breadth: Int64 = 130

    private var givers: [Node] = []
    private var takers: [Node] = []
    private var streams: [Stream] = []
    private let language: Language

    /// `nil` when nothing is paid.
    init?(_ payments: [CompensationPayment<Figure>], in language: Language) {
        let total = payments.reduce(Amount.zero) { $0.adding($1.amount) ?? $0 }
        guard total > .zero else { return nil }
        self.language = language
        givers = Set(payments.map(\.from)).sorted().map { Node(name: $0) }
        takers = Set(payments.map(\.to)).sorted().map { Node(name: $0) }
        for payment in payments {
            // The smallest sum is a line still; amounts are far below where this product would overflow.
            let share = payment.amount.fen.multipliedReportingOverflow(by: Self.breadth)
            let thickness = max(share.overflow ? 0 : share.partialValue / total.fen, 3)
            guard let from = givers.firstIndex(where: { $0.name == payment.from }),
                let to = takers.firstIndex(where: { $0.name == payment.to })
            else { continue }
            givers[from].take(payment.amount, thickness)
            takers[to].take(payment.amount, thickness)
            streams.append(Stream(from: from, to: to, item: payment.item, thickness: thickness))
        }
        Self.place(&givers)
        Self.place(&takers)
    }

    private static func place(_ nodes: inout [Node]) {
        var top: Int64 = 6
        for index in nodes.indices {
            nodes[index].top = top
            nodes[index].next = top + (nodes[index].slot - nodes[index].thickness) / 2
            top += nodes[index].slot + gap
        }
    }

    func values() -> Values {
        var (givers, takers) = (givers, takers)
        let height = max(Self.height(givers), Self.height(takers))
        let bands: [Values] = streams.map { stream in
            let start = givers[stream.from].next
            let end = takers[stream.to].next
            givers[stream.from].next += stream.thickness
            takers[stream.to].next += stream.thickness
            return ["kind": Self.kind(of: stream.item), "path": Self.path(start, end, stream.thickness)]
        }
        return [
            "height": height, "bands": bands,
            "givers": self.givers.map { node($0, at: Self.left - 14) },
            "takers": self.takers.map { node($0, at: Self.right + 14) },
        ]
    }

    private static func height(_ nodes: [Node]) -> Int64 { (nodes.last.map { $0.top + $0.slot } ?? 0) + 6 }

    private func node(_ node: Node, at place: Int64) -> Values {
        [
            "name": LawTypography.set(node.name, in: language), "sum": LawTypography.yuan(node.sum), "x": place,
            "y": node.middle - 5,
            "below": node.middle + 14, "top": node.top + (node.slot - node.thickness) / 2,
            "thickness": node.thickness,
        ]
    }

    private static func path(_ start: Int64, _ end: Int64, _ thickness: Int64) -> String {
        let middle = (left + right) / 2
        return "M\(left) \(start)C\(middle) \(start) \(middle) \(end) \(right) \(end)V\(end + thickness)"
            + "C\(middle) \(end + thickness) \(middle) \(start + thickness) \(left) \(start + thickness)Z"
    }

    static func kind(of item: CompensationItem) -> String {
        switch item {
        case .property: "property"
        case .medical, .rescueAdvance: "medical"
        case .deathDisability: "disability"
        }
    }
}
