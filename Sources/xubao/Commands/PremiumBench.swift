import ArgumentParser
import Registry
import Regulation

/// `xubao bench premiums`: premiums a second in process, on one core, without and with their derivation. Each has three
/// policies and a claim before it.
struct PremiumBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "premiums", abstract: "Premiums a second in process, on one core.")

    @Option(help: "Premiums in a round without derivation; with derivation a tenth of them.") var premiums = 3_000_000
    @Option(help: "Rounds; the median counts.") var rounds = 5
    @ArgumentParser.Flag(help: "Print one JSON document and nothing else on stdout.") var json = false

    func run() async throws {
        guard premiums >= 1000, rounds >= 1 else {
            throw CommandFailure.usage("--premiums 至少 1000，--rounds 至少 1", next: "xubao bench premiums")
        }
        let tables = try OperatorTables.load()
        let requests = Self.requests
        var plain: [Double] = []
        var explained: [Double] = []
        for _ in 0..<rounds {
            plain.append(try Self.plainRate(premiums, requests, tables))
            explained.append(try Self.explainedRate(premiums / 10, requests, tables))
        }
        report(Int(plain.sorted()[rounds / 2]), Int(explained.sorted()[rounds / 2]))
    }

    private func report(_ plain: Int, _ explained: Int) {
        if json {
            var writer = JSONWriter()
            writer.object { writer in
                writer.member("premiumsPerSecond", plain)
                writer.member("explainedPremiumsPerSecond", explained)
            }
            writer.endLine()
            return Terminal.write(writer.bytes)
        }
        var table = TextTable([.right, .left])
        table.add(["\(plain)", "次/秒，单核，不带推导"])
        table.add(["\(explained)", "次/秒，单核，带推导"])
        Terminal.write(table.lines.map { $0 + "\n" }.joined())
    }

    /// Premiums a second of one round. Two loops and no closure, for one that captures the tables copies them every
    /// time; and a span, for an array hands out copies of its requests.
    private static func plainRate(
        _ count: Int, _ requests: [PremiumRequest], _ tables: borrowing LawTables
    ) throws -> Double {
        let requests = requests.span
        var sum: Int64 = 0
        let began = ContinuousClock.now
        for number in 0..<count {
            var remarks = Remarks()
            sum &+= try Premium.premium(of: requests[number & 1023], by: tables, &remarks).premium.value.fen
        }
        return try rate(count, since: began, sum)
    }

    private static func explainedRate(
        _ count: Int, _ requests: [PremiumRequest], _ tables: borrowing LawTables
    ) throws -> Double {
        let requests = requests.span
        var sum: Int64 = 0
        let began = ContinuousClock.now
        for number in 0..<count {
            var remarks = Remarks()
            sum &+= try Premium.explainedPremium(of: requests[number & 1023], by: tables, &remarks)
                .premium.value.fen
        }
        return try rate(count, since: began, sum)
    }

    /// The sum must come to something, so that none of the work can be left out.
    private static func rate(_ count: Int, since began: ContinuousClock.Instant, _ sum: Int64) throws -> Double {
        let seconds = (ContinuousClock.now - began) / .seconds(1)
        guard sum > 0 else { throw CommandFailure.system("保险费合计为零") }
        return Double(count) / seconds
    }

    /// 1,024 cars for oneself and for hire, of three provinces, with a claim in one of the years before.
    private static var requests: [PremiumRequest] {
        let regions = ["110000", "310000", "330200"].map { Region(code: $0) }
        return (0..<1024).map { number in
            let claimed = 2023 + number % 3
            return PremiumRequest(
                vehicle: VehicleFacts(
                    vehicleClass: .passenger, use: number % 2 == 0 ? .household : .rental,
                    ratedPassengers: 5 + number % 4),
                region: regions[number % regions.count], appliedAt: moment("2026-02-20 10:00")?.adding(seconds: number),
                start: moment("2026-03-01"), end: moment("2027-03-01"),
                history: PremiumHistory(
                    policies: (2023...2025).map { year in
                        EarlierPolicy(
                            issuedAt: moment("\(year)-02-20 10:00"), start: moment("\(year)-03-01"),
                            end: moment("\(year + 1)-03-01"))
                    },
                    claims: [
                        EarlierClaim(
                            accidentAt: moment("\(claimed)-06-10 09:00"), paidAt: moment("\(claimed)-07-20 15:00"),
                            isAtFault: true)
                    ]))
        }
    }

    private static func moment(_ text: String) -> Instant? { Instant.read(text)?.instant }
}
