package import Regulation

/// Which of several files bore a plate at a moment.
package struct PlateHolders {
    package struct Holder: Equatable {
        package let file: Int64
        /// The plate was borne before the moment and not at it: the answer must say so.
        package let isFormer: Bool
    }

    private struct Span {
        let file: Int64
        let to: Instant?
        let binding: PlateBinding

        var from: Instant { binding.from }

        func covers(_ moment: Instant) -> Bool { from <= moment && (to.map { moment < $0 } ?? true) }

        static func isEarlier(_ left: Span, _ right: Span) -> Bool { (left.from, left.file) < (right.from, right.file) }
    }

    private let spans: [Span]

    package init(_ files: [(id: Int64, file: VehicleFile)]) {
        spans = files.flatMap { id, file in
            let bindings = file.bindings
            return bindings.indices.map { position in
                Span(
                    file: id, to: position + 1 < bindings.count ? bindings[position + 1].from : nil,
                    binding: bindings[position])
            }
        }
    }

    /// The vehicles bound at the moment, the one bound last first: insurers name a plate wrongly, and whose it is the
    /// proof must show. When none is, the one bound last before; else the one bound first after.
    package func holders(of plate: PlateNumber, category: PlateCategory?, at moment: Instant) -> [Holder] {
        let fitting = spans.filter { $0.binding.bears(plate, category) }
        let bound = fitting.filter { $0.covers(moment) }.sorted(by: Span.isEarlier)
        guard bound.isEmpty else { return bound.reversed().map { Holder(file: $0.file, isFormer: false) } }
        if let former = fitting.filter({ $0.from <= moment }).max(by: Span.isEarlier) {
            return [Holder(file: former.file, isFormer: true)]
        }
        return fitting.min(by: Span.isEarlier).map { [Holder(file: $0.file, isFormer: false)] } ?? []
    }

    /// Every category the plate is borne in by one of these files; `nil` alone when nobody has said one.
    package func categories(of plate: PlateNumber) -> [PlateCategory?] {
        let said = Set(spans.filter { $0.binding.plate == plate }.compactMap(\.binding.category)).sorted()
        return said.isEmpty ? [nil] : said
    }
}
