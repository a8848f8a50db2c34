import Registry

/// An insurer of the sample world; its share is of policies, in thousandths, roughly that of its likeness.
struct SampleInsurer: Sendable {
    let code: String
    let name: String
    let share: Int
    /// How its policy numbers begin.
    let numberPrefix: String
    let habits: WritingHabits

    /// Positions in this list are kept in contracts.
    static let all: [SampleInsurer] = [
        SampleInsurer(code: "PICC", name: "人保财险", share: 340, numberPrefix: "PDZA", habits: .programmed),
        SampleInsurer(code: "PAIC", name: "平安产险", share: 240, numberPrefix: "10500", habits: .chineseWithMark),
        SampleInsurer(code: "CPIC", name: "太平洋产险", share: 120, numberPrefix: "AHAZ", habits: .spreadsheet),
        SampleInsurer(code: "CLPC", name: "国寿财险", share: 90, numberPrefix: "8050", habits: .slashedSpreadsheet),
        SampleInsurer(code: "CIC", name: "中华联合", share: 60, numberPrefix: "0222", habits: .quoting),
        SampleInsurer(code: "CCIC", name: "大地保险", share: 60, numberPrefix: "PDAA", habits: .late),
        SampleInsurer(code: "YGBX", name: "阳光产险", share: 50, numberPrefix: "1085", habits: .careless),
        SampleInsurer(code: "TPIC", name: "太平财险", share: 40, numberPrefix: "6010", habits: .withoutWatermark),
    ]

    static let careless = all.firstIndex { $0.habits.makesTypingErrors } ?? 0

    static func draw(_ draws: inout Draws) -> Int { shares.draw(&draws) }

    /// One that writes without errors and is up to date.
    static func drawReliable(_ draws: inout Draws) -> Int { reliableShares.draw(&draws) }

    private static let shares = Weights(all.map(\.share))
    private static let reliableShares = Weights(
        all.map {
            $0.habits.makesTypingErrors || $0.habits.daysBehind > 0 ? 0 : $0.share
        })
}
