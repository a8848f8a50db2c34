package import Registry
package import Regulation

/// One record as it came in, and what became of it at the door. Nothing else is ever kept.
package struct NaiveFact {
    /// Its place in the order of arrival.
    package let place: Int
    package let committedAt: Instant
    package let insurer: String
    package let values: [Field: String]
    package let isQuarantined: Bool

    var sequence: String { values[.sequence] ?? "" }
    /// `policy` where the record does not say.
    var event: String { values[.event] ?? "policy" }

    /// The sequence number it names: `number#sequence`.
    var targetSequence: String? { values[.corrects].flatMap { $0.split(separator: "#").last.map(String.init) } }
}

/// A report with all corrections made, as plain values.
struct NaiveReport {
    let place: Int
    let committedAt: Instant
    let insurer: String
    let event: String
    var values: [Field: String]
    var formerNumbers: Set<String> = []
    var isWithdrawn = false

    var number: String { values[.policyNumber] ?? "" }
    var vin: String? { values[.vin] }

    func time(_ field: Field) -> Instant? { values[field].flatMap { Instant.read($0)?.instant } }
}

/// What the model says to a question, in the words of the answer.
package struct NaiveAnswer: Equatable, CustomStringConvertible {
    package var outcome: String
    var renewal = "none"
    var period: String?
    var next: String?
    var daysLeft: Int?
    var gapDays = 0
    var insurer: String?
    var number: String?
    package var flags: [String] = []

    package static let noMatch = NaiveAnswer(outcome: "noMatch")

    package var description: String {
        "\(outcome) \(renewal) \(period ?? "-") "
            + "then \(next ?? "-") left \(daysLeft.map(String.init) ?? "-") gap \(gapDays) "
            + "\(insurer ?? "-") \(number ?? "-") \(flags)"
    }
}

extension NaiveAnswer {
    /// A real answer in the model's words.
    package init(_ answer: CoverageAnswer) {
        self.init(outcome: answer.outcome.rawValue)
        renewal = answer.renewal.rawValue
        period = answer.period.map(Self.text)
        next = answer.nextPeriod.map(Self.text)
        daysLeft = answer.daysLeft
        gapDays = answer.gapDays
        insurer = answer.insurer?.code.text
        number = answer.policyNumber
        flags = answer.flags.map(\.rawValue)
    }

    static func text(_ period: Period) -> String { "\(period.start.text)…\(period.end.text)" }
}
