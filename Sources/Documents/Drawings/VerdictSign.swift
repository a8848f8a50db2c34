import Registry

/// A verdict in three ways at once: a word, a shape, a colour; none of them alone.
struct VerdictSign {
    let outcome: CoverageAnswer.Outcome

    var word: Phrase {
        switch outcome {
        case .inForce: Phrase("有效", "In force")
        case .laidUp: Phrase("暂停", "Suspended")
        case .pending: Phrase("待确认", "Not confirmed")
        case .notYetInForce: Phrase("未开始", "Not started")
        case .cancelled: Phrase("已解除", "Cancelled")
        case .lapsed: Phrase("已到期", "Ended")
        case .noMatch: Phrase("没有找到", "Not found")
        }
    }

    /// The class that carries the colour.
    var tone: String {
        switch outcome {
        case .inForce: "good"
        case .laidUp, .pending, .notYetInForce: "wait"
        case .cancelled, .lapsed: "stop"
        case .noMatch: "unknown"
        }
    }

    var shape: Values {
        switch outcome {
        case .inForce: ["check": true]
        case .laidUp: ["pause": true]
        case .pending: ["dots": true]
        case .notYetInForce: ["clock": true]
        case .cancelled: ["cross": true]
        case .lapsed: ["ended": true]
        case .noMatch: ["question": true]
        }
    }
}
