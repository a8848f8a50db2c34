import Regulation
import Testing

@testable import Registry

/// What each event must have (the table of records in the contract).
struct SubmissionEventTests {
    private static let number: (Field, String) = (.policyNumber, "P1")
    private static let whole: [(Event, [(Field, String)])] = [
        (.policy, [number, (.plate, "京A12345"), (.start, "2026-03-01"), (.end, "2027-02-28")]),
        (.proposal, [number, (.vin, "LSVAM4187C2184847")]),
        (.cancellation, [number, (.effectiveAt, "2026-06-01 00:00"), (.ground, "转籍")]),
        (.layUp, [number, (.effectiveAt, "2026-06-01"), (.layUpUntil, "2026-08-31")]),
        (.resumption, [number, (.effectiveAt, "2026-06-01")]),
        (.plateChange, [number, (.newPlate, "沪A12345"), (.effectiveAt, "2026-06-01")]),
        (.correction, [(.corrects, "main-5")]),
        (.retraction, [(.corrects, "P1#5")]),
    ]

    @Test(arguments: whole)
    func `a record with what its event needs is taken`(event: Event, pairs: [(Field, String)]) {
        for name in [event.rawValue, event.chinese, event.rawValue.uppercased()] {
            let reading = SubmissionReader(insurer: IntakeFixtures.insurer)
                .read(IntakeFixtures.record(pairs + [(.event, name)]))
            #expect(reading.faults.isEmpty)
            #expect(reading.submission?.event == event)
            #expect(reading.submission?.values[.event] == event.rawValue)
            #expect(reading.submission?.values[.insurer] == "PICC")
        }
    }

    @Test(arguments: whole)
    func `each missing value is named`(event: Event, pairs: [(Field, String)]) {
        for (field, _) in pairs {
            let reading = IntakeFixtures.read(event: event, pairs.filter { $0.0 != field })
            #expect(reading.submission == nil)
            let isVehicle = [.plate, .vin].contains(field)
            #expect(reading.faultCodes == [isVehicle ? "vehicleMissing" : "missing"])
            #expect(reading.faults.map(\.field) == [isVehicle ? .plate : field])
        }
    }

    @Test(arguments: whole)
    func `all missing values are named, not the first`(event: Event, pairs: [(Field, String)]) {
        #expect(IntakeFixtures.read(event: event, []).faults.count == pairs.count)
    }

    @Test(arguments: whole)
    func `a submission is rebuilt from its canonical values`(event: Event, pairs: [(Field, String)]) throws {
        let submission = try #require(IntakeFixtures.read(event: event, pairs + [(.sequence, "12")]).submission)
        #expect(Submission(canonical: submission.values) == submission)
    }

    @Test func `no event means a policy, an unknown one is proposed a known one`() {
        #expect(IntakeFixtures.read().submission?.event == .policy)
        let reading = IntakeFixtures.read([(.event, "退保")])
        #expect(reading.faultCodes == ["eventUnknown"])
        #expect(reading.faults[0].proposal == "解除")
        #expect(IntakeFixtures.read([(.event, "quarantine")]).faultCodes == ["eventUnknown"])
        #expect(IntakeFixtures.read([(.event, "待核")]).faultCodes == ["eventUnknown"])
    }

    @Test(arguments: [
        ("deregistered", "deregistered"), ("LAIDUP", "laidUp"), ("停驶", "laidUp"), ("被盗抢", "stolen"),
        ("重复投保", "duplicate"), ("转籍", "movedAway"), ("质量问题", "defective"), ("未如实告知", "nonDisclosure"),
    ])
    func `a ground is read by code and by term`(text: String, code: String) {
        let reading = IntakeFixtures.read(
            event: .cancellation, [Self.number, (.effectiveAt, "2026-06-01"), (.ground, text)])
        #expect(reading.submission?.ground?.rawValue == code)
        #expect(reading.submission?.values[.ground] == code)
    }

    @Test func `a ground the code does not list is a fault that lists them`() {
        let reading = IntakeFixtures.read(
            event: .cancellation, [Self.number, (.effectiveAt, "2026-06-01"), (.ground, "客户要求")])
        #expect(reading.faultCodes == ["groundUnknown"])
        #expect(reading.faults[0].finding.message.contains("重复投保"))
    }

    @Test func `a lay-up cannot end before it begins`() {
        let reading = IntakeFixtures.read(
            event: .layUp, [Self.number, (.effectiveAt, "2026-06-02"), (.layUpUntil, "2026-06-01 23:59")])
        #expect(reading.faultCodes == ["layUpImpossible"])
    }

    @Test func `a value that an event does not turn on never keeps it out`() {
        let reading = IntakeFixtures.read(
            event: .cancellation,
            [Self.number, (.effectiveAt, "2026-06-01"), (.ground, "转籍"), (.plate, "不知道"), (.start, "昨天")])
        #expect(reading.faults.isEmpty)
        #expect(reading.flags == [.plateUnreadable, .valueIgnored])
        #expect(reading.ignored.map(\.text) == ["不知道", "昨天"])
        #expect(reading.submission?.values[.plate] == nil)
    }

    @Test(arguments: [
        (Field.plate, "京AO2345"), (.vin, "***"), (.start, "昨天"), (.end, "昨天"), (.effectiveAt, "x"), (.ground, "x"),
        (.newPlate, "x"), (.layUpUntil, "x"),
    ])
    func `in a correction what could not be read is a fault, for it is what was to be put right`(
        field: Field, text: String
    ) {
        let reading = IntakeFixtures.read(event: .correction, [(.corrects, "main-5"), (field, text)])
        #expect(reading.submission == nil)
        #expect(Set(reading.faults.map(\.field)) == [field])
    }

    @Test func `a correction carries the values that are right and no others`() {
        let reading = IntakeFixtures.read(event: .correction, [(.corrects, "main-5"), (.end, "2027-02-28")])
        #expect(
            reading.submission?.values
                == IntakeFixtures.values([
                    (.event, "correction"), (.insurer, "PICC"), (.end, "2027-03-01T00:00:00+08:00"),
                    (.corrects, "main-5"),
                ]))
    }
}
