/// A value with the way it came about: the article, what it was made of, and how. The leaves are facts and rows.
///
/// Page, JSON, terminal and tests print the same tree.
public struct Figure: Hashable, Sendable {
    public let name: FigureName
    public let value: FigureValue
    public let operation: Operation
    public let citation: Citation?
    public let inputs: [Figure]
    public let rounding: Rounding?
    /// How sure the row is that this was read from; `nil` for what was not.
    public let status: RowStatus?
    /// Where a fact stands in the document that was asked about: `history.claims[0].paidAt`.
    public let path: String?
    /// Why this case and not another, where the name and the operation do not say it.
    public let reason: Sentence?

    public init(
        _ name: FigureName, _ value: FigureValue, _ operation: Operation, citation: Citation? = nil,
        inputs: [Figure] = [], rounding: Rounding? = nil, status: RowStatus? = nil, path: String? = nil,
        reason: Sentence? = nil
    ) {
        self.name = name
        self.value = value
        self.operation = operation
        self.citation = citation
        self.inputs = inputs
        self.rounding = rounding
        self.status = status
        self.path = path
        self.reason = reason
    }
}
