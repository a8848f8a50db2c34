package import Registry

/// "Is this record in the log?": the form, and beside it what came of what was pasted.
package struct LogCheckModel: Sendable {
    package struct Outcome: Sendable {
        package var judgement: Evidence.Judgement
        /// `nil` for what proves nothing in the first place.
        package var standing: LogStanding?

        package init(judgement: Evidence.Judgement, standing: LogStanding?) {
            self.judgement = judgement
            self.standing = standing
        }
    }

    package var chrome: PageChrome
    /// As it was pasted; only ever sent back to who pasted it.
    package var pasted: String
    package var outcome: Outcome?
    /// Sent without anything in it.
    package var isEmpty: Bool

    package init(chrome: PageChrome, pasted: String = "", outcome: Outcome? = nil, isEmpty: Bool = false) {
        self.chrome = chrome
        self.pasted = pasted
        self.outcome = outcome
        self.isEmpty = isEmpty
    }
}
