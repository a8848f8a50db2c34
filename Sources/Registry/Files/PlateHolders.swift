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
        let from: Instant
        let to: Instant?
        let binding: PlateBinding
    }

    private let spans: [Span]

    package init(_ files: [(id: Int64, file: VehicleFile)]) {
        spans = files.flatMap { id, file in
            file.bindings.indices.map { position in
                Span(
                    file: id, from: file.bindings[position].from,
                    to: position + 1 < file.bindings.count ? file.bindings[position + 1].from : nil,
                    binding: file.bindings[position])
            }
        }
    }

    /// The vehicle bound at the moment, of several the one bound last; else the one bound last before; else the first
    /// bound after.
    package func holder(of plate: PlateNumber, category: PlateCategory?, at moment: Instant) -> Holder? {
        let fitting = spans.filter { span in
            span.binding.plate == plate
                && (category == nil || span.binding.category == nil || span.binding.category == category)
        }
        func latest(_ spans: [Span]) -> Span? { spans.max { ($0.from, $0.file) < ($1.from, $1.file) } }
        if let bound = latest(fitting.filter { $0.from <= moment && ($0.to.map { moment < $0 } ?? true) }) {
            return Holder(file: bound.file, isFormer: false)
        }
        if let former = latest(fitting.filter { $0.from <= moment }) {
            return Holder(file: former.file, isFormer: true)
        }
        return fitting.min { ($0.from, $0.file) < ($1.from, $1.file) }.map { Holder(file: $0.file, isFormer: false) }
    }

    /// Every category the plate is borne in by one of these files; `nil` stands for one nobody has said.
    package func categories(of plate: PlateNumber) -> [PlateCategory?] {
        var found: [PlateCategory?] = []
        for span in spans where span.binding.plate == plate && !found.contains(span.binding.category) {
            found.append(span.binding.category)
        }
        return found.sorted { ($0?.code ?? "") < ($1?.code ?? "") }
    }
}
