/// A limit with the row it was read from.
struct LiabilityLimit: Sendable {
    let amount: Amount
    let row: TableRow<Amount>
}
