import Registry
import RegistryModel
import Regulation

/// What somebody asks.
struct Question: Equatable, Sendable {
    let plate: String
    let category: String?
    let suffix: String
    let on: Instant
    let knownAt: Instant?

    var coverage: CoverageQuestion {
        CoverageQuestion(
            subject: .plate(RegistryModel.plate(plate), category.flatMap { PlateCategory(code: $0) }),
            proof: .vinSuffix(suffix), on: on, knownAt: knownAt)
    }

    var text: String { "\(plate) \(category ?? "-") \(suffix) on \(on.text) known at \(knownAt?.text ?? "now")" }
}
