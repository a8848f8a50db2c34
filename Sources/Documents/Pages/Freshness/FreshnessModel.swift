package import Regulation

/// The public freshness board.
package struct FreshnessModel: Sendable {
    package var chrome: PageChrome
    package var rows: [FreshnessRow]
    package var order: FreshnessOrder
    package var asOf: Instant
    package var treeSize: Int64

    package init(
        chrome: PageChrome, rows: [FreshnessRow], order: FreshnessOrder = .age, asOf: Instant, treeSize: Int64
    ) {
        self.chrome = chrome
        self.rows = rows
        self.order = order
        self.asOf = asOf
        self.treeSize = treeSize
    }
}
