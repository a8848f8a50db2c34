import Regulation
import Testing

@testable import Registry

struct CorrectionTargetTests {
    private func target(_ text: String, policyNumber: String? = nil) -> CorrectionTarget? {
        var pairs: [(Field, String)] = [(.corrects, text)]
        if let policyNumber { pairs.append((.policyNumber, policyNumber)) }
        return IntakeFixtures.read(event: .retraction, pairs).submission?.corrects
    }

    @Test(arguments: ["main-12345", "main-0", "gd2-7"])
    func `an entry id is taken as it is`(text: String) {
        #expect(target(text) == .entry(text))
    }

    @Test(arguments: ["P1#7", "P1+7", "P1:7", "P1/7", "P1@7", "P1 7", "P1 # 7", "P1＃７", "P1：7", "P1　7", "P1#007"])
    func `policy number and sequence stand on either side of a separator`(text: String) {
        #expect(target(text) == .report(policyNumber: "P1", sequence: 7))
        #expect(target(text)?.text == "P1#7")
    }

    @Test(arguments: ["7", "007", "PD/Z 1#7", "PD/Z 1/7", "PD/Z 1 7", "PD/Z 1   #  7"])
    func `the record's own policy number is recognised whatever stands in it`(text: String) {
        #expect(target(text, policyNumber: "PD/Z 1") == .report(policyNumber: "PD/Z 1", sequence: 7))
    }

    @Test func `a number that holds a separator is cut at the last one`() {
        #expect(target("PD/2026/7") == .report(policyNumber: "PD/2026", sequence: 7))
        #expect(target("PD:1#7") == .report(policyNumber: "PD:1", sequence: 7))
    }

    @Test(arguments: [
        "", "P1", "P1#", "#7", "P1#x", "MAIN-5", "main-", "main-05", "P1#1234567890123456789",
        "main-99999999999999999999",
    ])
    func `anything else is no target`(text: String) {
        #expect(target(text) == nil)
    }

    @Test func `a sequence alone needs a policy number beside it`() {
        let reading = IntakeFixtures.read(event: .retraction, [(.corrects, "7")])
        #expect(reading.faultCodes == ["correctsUnreadable"])
        #expect(reading.faults[0].finding.message.contains("保单号"))
    }

    @Test func `the policy number is the one that corrects names when the record has none of its own`() {
        #expect(IntakeFixtures.read(event: .correction, [(.corrects, "P1#7")]).submission?.policyNumber == "P1")
        #expect(IntakeFixtures.read(event: .correction, [(.corrects, "main-7")]).submission?.policyNumber == "")
        let both = IntakeFixtures.read(event: .correction, [(.corrects, "P1#7"), (.policyNumber, "P2")])
        #expect(both.submission?.policyNumber == "P2")
    }

    @Test func `canonical text and reading are inverse`() {
        for target in [CorrectionTarget.entry("main-7"), .report(policyNumber: "PD#1", sequence: 0)] {
            #expect(CorrectionTarget(canonical: target.text) == target)
        }
        #expect(CorrectionTarget(canonical: "P1/7") == nil)
    }
}
