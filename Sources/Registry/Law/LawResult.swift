package import Regulation

/// What a rule came to, whatever rule it was: its named results, what must be said beside them, and how they came
/// about.
package struct LawResult: Sendable {
    /// The result as it would be, had one thing been otherwise.
    package struct Counterfactual: Sendable {
        package let code: String
        package let sentence: Sentence
        package let members: [LawMember]
    }

    package let members: [LawMember]
    package private(set) var remarks: Remarks
    /// `nil` unless it was asked for, and for a rule that only reads.
    package private(set) var figure: Figure?
    package private(set) var counterfactuals: [Counterfactual] = []
    package let isExplained: Bool

    init(_ members: [LawMember], _ remarks: Remarks) {
        self.members = members
        self.remarks = remarks
        isExplained = false
    }

    init(_ members: [LawMember], _ remarks: Remarks, figure: Figure?, counterfactuals: [Counterfactual] = []) {
        self.members = members
        self.remarks = remarks
        self.figure = figure
        self.counterfactuals = counterfactuals
        isExplained = true
    }

    /// The same with warnings about the document.
    func warned(_ warnings: [Finding]) -> LawResult {
        if warnings.isEmpty { return self }
        var result = self
        for warning in warnings { result.remarks.warn(warning) }
        return result
    }
}
