import Regulation

/// Where the moment asked about lies, seen from the moment of the answer.
package enum Tense: Sendable {
    case past, present, future
}

extension CoverageAnswer {
    /// A question without a moment is answered for the moment it arrives, so less than a minute's difference is now.
    package var tense: Tense {
        let seconds = on.seconds(since: asOf)
        if seconds <= -60 { return .past }
        return seconds >= 60 ? .future : .present
    }

    /// Whether it was asked what the registry knew at an earlier moment.
    package var isAboutEarlierKnowledge: Bool { asOf.seconds(since: knownAt) >= 60 }
}
