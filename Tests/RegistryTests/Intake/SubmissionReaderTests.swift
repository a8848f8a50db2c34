import Regulation
import Testing

@testable import Registry

struct SubmissionReaderTests {
    @Test func `an ordinary policy is understood without a word`() throws {
        let reading = IntakeFixtures.read()
        let submission = try #require(reading.submission)
        #expect(reading.flags.isEmpty && reading.repairs.isEmpty && reading.ignored.isEmpty)
        #expect(submission.plate?.text == "京A12345")
        #expect(submission.plateCategory?.code == "02")
        #expect(submission.vin?.text == "LSVAM4187C2184847")
        #expect(submission.policyNumber == "PDZA1")
        #expect(submission.period?.end.text == "2027-03-01T00:00:00+08:00")
        #expect(submission.values.elements.map(\.field) == submission.values.elements.map(\.field).sorted())
    }

    @Test(arguments: [
        (Field.plate, "京·A 12345", "京A12345"), (.plate, "京ａ12345", "京A12345"),
        (.vin, "lsvam4187c2184847", "LSVAM4187C2184847"),
        (.plateCategory, "2", "02"), (.policyNumber, "ＰＤＺＡ１", "PDZA1"),
        (.policyNumber, "'PDZA1", "PDZA1"), (.policyNumber, "=\"PDZA1\"", "PDZA1"),
        (.policyholderDocument, "11010519491231002x", "11010519491231002X"),
        (.phone, "+86 138-0013-8000", "13800138000"),
        (.premium, "950元", "950.00"), (.premium, "¥950.5", "950.50"), (.ratedPassengers, "5人", "5"),
        (.ratedPassengers, "5.0", "5"), (.curbMassKg, "1400 kg", "1400"), (.powerKW, "77kW", "77"),
        (.vehicleClass, "PASSENGER", "passenger"), (.insuredName, "张\n三", "张 三"), (.sequence, "１２", "12"),
    ])
    func `a repair that loses nothing is made, recorded and flagged`(field: Field, text: String, canonical: String) {
        let reading = IntakeFixtures.read([(field, text)])
        #expect(reading.submission?.values[field] == canonical)
        #expect(reading.repairs.contains { $0.field == field })
        #expect(reading.flags.contains(.repaired))
    }

    @Test(arguments: [
        (Field.vehicleClass, "客车", "passenger"), (.use, "家庭自用", "household"), (.energy, "纯电动", "batteryElectric"),
        (.premium, "950", "950.00"), (.vehicleTax, "1,234.5", "1234.50"), (.plateCategory, "小型汽车", "02"),
        (.region, "北京", "110000"),
        (.ratedLoadKg, "1495", "1495"), (.displacementML, "1598", "1598"), (.powerKW, "77.50", "77.5"),
        (.registeredOn, "2019/3/1", "2019-03-01"), (.registeredOn, "2019-03-01 00:00:00", "2019-03-01"),
        (.issuedAt, "2026-02-20 10:00", "2026-02-20T10:00:00+08:00"),
        (.appliedAt, "2026-02-20T02:00:00Z", "2026-02-20T10:00:00+08:00"), (.sequence, "0012", "12"),
        (.engineNumber, "EA211-12", "EA211-12"), (.previousPolicyNumber, "PDZA0", "PDZA0"),
    ])
    func `every value has one canonical text`(field: Field, text: String, canonical: String) {
        let reading = IntakeFixtures.read([(field, text)])
        #expect(reading.submission?.values[field] == canonical)
        #expect(reading.faults.isEmpty && reading.ignored.isEmpty)
    }

    @Test(arguments: [
        (Field.sequence, "x"), (.sequence, "-1"), (.sequence, "1234567890123456789"), (.vehicleClass, "飞机"),
        (.use, "x"),
        (.energy, "煤"), (.ratedPassengers, "五"), (.ratedPassengers, "5.5"), (.ratedPassengers, "5 6"),
        (.premium, "9 50元"), (.ratedPassengers, "12345678"),
        (.powerKW, "1.2345"), (.registeredOn, "不详"), (.phone, "010-12345678"), (.region, "月球"), (.appliedAt, "昨天"),
        (.paidAt, "x"), (.issuedAt, "2026-02-30"), (.premium, "六百"), (.vehicleTax, "1.234"),
        (.previousPolicyNumber, "8.05E+20"), (.plateCategory, "98"), (.newPlate, "x"), (.effectiveAt, "x"),
        (.ground, "x"), (.corrects, "x"), (.insuredName, String(repeating: "长", count: 101)),
    ])
    func `an optional value that cannot be read is left out, flagged and not lost`(field: Field, text: String) {
        let reading = IntakeFixtures.read([(field, text)])
        #expect(reading.faults.isEmpty)
        #expect(reading.submission?.values[field] == nil)
        #expect(reading.flags.contains(.valueIgnored))
        let isKept = text.utf8.count <= SubmissionReading.ignoredLimit
        #expect(reading.ignored == (isKept ? [FieldValues.Element(field: field, text: text)] : []))
    }

    @Test(arguments: [
        "2027-03-01", "2027-02-28 24:00", "2027-02-28 23:59", "2027-02-28T23:59:59+08:00", "2027年2月28日",
        "2027-02-28", "2027-03-01 00:00", "2027-03-01T00:00:00+08:00", "2027-02-28T16:00:00Z", "20270228",
    ])
    func `an end means the midnight it is written for`(text: String) {
        let isNextDay = text == "2027-03-01"
        #expect(
            IntakeFixtures.read([(.end, text)]).submission?.end?.text
                == (isNextDay ? "2027-03-02T00:00:00+08:00" : "2027-03-01T00:00:00+08:00"))
    }

    @Test(arguments: [
        (Field.policyNumber, "", "missing"), (.policyNumber, "8.05072E+20", "policyNumberScientific"),
        (.policyNumber, String(repeating: "9", count: 65), "policyNumberLength"), (.insurer, "CPIC", "insurerMismatch"),
        (.insurer, "!", "insurerMismatch"), (.start, "", "missing"), (.start, "昨天", "timeUnreadable"),
        (.end, "2026-13-01", "timeUnreadable"), (.end, "2026-02-27", "periodImpossible"),
        (.end, "2026-03-01 00:00", "periodImpossible"), (.end, "2031-03-02 00:00", "periodTooLong"),
    ])
    func `what the period or the policy cannot do without keeps the record out`(
        field: Field, text: String, code: String
    ) {
        let reading = IntakeFixtures.read([(field, text)])
        #expect(reading.submission == nil)
        #expect(reading.faultCodes == [code])
        #expect(reading.faults[0].finding.path == reading.faults[0].field?.names.english)
    }

    @Test func `five years to the day are not too long`() {
        #expect(IntakeFixtures.read([(.end, "2031-03-01 00:00")]).faults.isEmpty)
    }

    @Test(arguments: ["PICC", "picc", "ＰＩＣＣ", " PICC"])
    func `the insurer column may repeat the credential`(text: String) {
        let trimmed = text.drop { $0 == " " }
        #expect(IntakeFixtures.read([(.insurer, String(trimmed))]).submission?.insurer == IntakeFixtures.insurer)
    }

    @Test func `all findings are returned, not the first`() {
        let reading = IntakeFixtures.read([
            (.insurer, "CPIC"), (.policyNumber, ""), (.plate, "京AO2345"), (.vin, ""), (.start, "x"), (.end, "y"),
        ])
        #expect(
            reading.faultCodes == [
                "insurerMismatch", "timeUnreadable", "timeUnreadable", "missing", "plateLetter",
            ])
    }

    @Test func `a spreadsheet's day number is proposed as a date and never applied`() {
        let reading = IntakeFixtures.read([(.start, "46082")])
        #expect(reading.faults.map(\.proposal) == ["2026-03-01"])
    }

    @Test func `an unreadable plate is a fault with a proposal when nothing else names the vehicle`() {
        let reading = IntakeFixtures.read([(.plate, "京A1234O"), (.vin, "")])
        #expect(reading.faultCodes == ["plateLetter"])
        #expect(reading.faults[0].proposal == "京A12340")
    }

    @Test(arguments: [(Field.vin, "LSVAM4187C2184847"), (.engineNumber, "EA211")])
    func `an unreadable plate is only flagged when something else names the vehicle`(field: Field, text: String) {
        let reading = IntakeFixtures.read([(.plate, "京A1234O"), (.vin, ""), (field, text)])
        #expect(reading.faults.isEmpty)
        #expect(reading.flags.contains(.plateUnreadable))
        #expect(reading.unread.map(\.finding.code) == ["plateLetter"])
        #expect(reading.unread[0].proposal == "京A12340")
        #expect(reading.submission?.plate == nil)
        #expect(reading.submission?.values[.plate] == nil)
        #expect(reading.ignored == [FieldValues.Element(field: .plate, text: "京A1234O")])
    }

    @Test func `an unreadable frame number is flagged beside a plate and a fault alone`() {
        #expect(IntakeFixtures.read([(.vin, "***")]).flags == [.valueIgnored, .vinIrregular].sorted())
        #expect(IntakeFixtures.read([(.vin, "***"), (.plate, "")]).faultCodes == ["vinCharacter"])
    }

    @Test func `a vehicle that nothing names is a fault of its own`() {
        #expect(IntakeFixtures.read([(.vin, ""), (.plate, "")]).faultCodes == ["vehicleMissing"])
    }

    @Test(arguments: [
        (Field.vin, "LSVAM4187C2184848", Flag.vinCheckDigit), (.vin, "123456", .vinIrregular), (.vin, "", .vinMissing),
        (.plateCategory, "15", .plateCategoryMismatch), (.policyholderDocument, "12345", .documentIrregular),
        (.phone, "12345", .phoneIrregular), (.engineNumber, "发动机", .engineNumberIrregular),
        (.end, "2027-02-27", .periodUnusual), (.end, "2028-02-28", .periodUnusual),
        (.end, "2026-03-01 12:00", .periodUnusual), (.issuedAt, "2026-03-01 00:01", .issuedAfterStart),
        (.issuedAt, "2025-11-30", .startTooFarAhead), (.appliedAt, "2025-11-30", .startTooFarAhead),
        (.premium, "0", .premiumIrregular), (.premium, "-950", .premiumIrregular),
        (.vehicleClass, "挂车", .trailerNotInsurable),
    ])
    func `what is odd is flagged and never refused`(field: Field, text: String, flag: Flag) {
        let reading = IntakeFixtures.read([(field, text)])
        #expect(reading.faults.isEmpty)
        #expect(reading.flags.contains(flag))
    }

    @Test(arguments: [
        [(Field.end, "2026-03-08 00:00")], [(.issuedAt, "2026-03-01 00:00")], [(.issuedAt, "2025-12-01")],
        [(.start, "2013-02-28 00:00"), (.end, "2014-02-28 00:00"), (.vehicleClass, "挂车")],
        [(.start, "2028-02-29 00:00"), (.end, "2029-03-01 00:00")],
        [(.issuedAt, "2026-02-20 10:00"), (.paidAt, "2026-02-20 09:00")],
    ])
    func `what is merely uncommon is not flagged`(changes: [(Field, String)]) {
        #expect(IntakeFixtures.read(changes).flags.isEmpty)
    }

    @Test func `a premium paid after the issue is flagged`() {
        let reading = IntakeFixtures.read([(.issuedAt, "2026-02-20 10:00"), (.paidAt, "2026-02-20 11:00")])
        #expect(reading.flags == [.paidAfterIssue])
    }

    @Test func `of a quarantined record the vehicle is still known`() throws {
        let reading = IntakeFixtures.read([(.end, "x"), (.sequence, "5")])
        let partial = try #require(reading.partial)
        #expect(reading.submission == nil)
        #expect(partial.event == .quarantine)
        #expect(partial.vin?.text == "LSVAM4187C2184847")
        #expect(partial.sequence == 5)
        #expect(Submission(canonical: partial.values) == partial)
    }

    @Test func `a row that could not be split has only the faults of the row`() throws {
        let text = "policyNumber,plate,vin,start,end\nP1,京A12345\n"
        let row = try #require(try IntakeFixtures.readings(text).first)
        let reading = SubmissionReader(insurer: IntakeFixtures.insurer).read(row)
        #expect(reading.faultCodes == ["columnCount"])
        #expect(reading.partial?.plate?.text == "京A12345")
    }

    @Test func `a value that could not be decoded is not called missing as well`() throws {
        var bytes = Array("policyNumber,policyholderName,plate,start,end\nP1,张三丰张三丰,".utf8)
        bytes += [0xFF] + Array(",2026-03-01,2027-02-28\n".utf8)
        let row = try #require(try IntakeFixtures.readings(bytes).readings.first)
        #expect(SubmissionReader(insurer: IntakeFixtures.insurer).read(row).faultCodes == ["undecodable"])
    }

    @Test func `unknown members are flagged`() {
        let json = #"{"policyNumber":"P1","plate":"京A12345","start":"2026-03-01","end":"2027-02-28","colour":1}"#
        let reading = SubmissionReader(insurer: IntakeFixtures.insurer).read(
            SubmissionReader.read(json: Array(json.utf8)))
        #expect(reading.flags == [.unknownColumn, .vinMissing])
    }

    @Test func `no message holds what was sent`() {
        let secrets: [(Field, String)] = [
            (.plate, "京O98765"), (.vin, "SECRETVIN*"), (.start, "secretstart"), (.end, "secretend"),
            (.policyNumber, "secret\u{7F}number"), (.insurer, "SECRETINS"), (.event, "secretevent"),
            (.corrects, "secretcorrects"), (.ground, "secretground"),
        ]
        for event in [Event.policy, .correction, .cancellation] {
            let changes = secrets + (event == .policy ? [] : [(.event, event.rawValue)])
            for fault in IntakeFixtures.read(changes).faults {
                let message = fault.finding.message.lowercased()
                #expect(!message.contains("secret") && !message.contains("98765"))
            }
        }
    }

    @Test func `damaged values do not come back as a submission`() throws {
        let good = try #require(IntakeFixtures.read().submission).values
        for (field, text) in [
            (Field.event, "x"), (.insurer, "!"), (.start, "x"), (.plateCategory, "98"), (.sequence, "x"),
            (.corrects, "x"),
            (.ground, "x"), (.policyNumber, ""), (.vin, ""),
        ] {
            var damaged = good
            damaged[field] = text
            #expect(Submission(canonical: damaged) == nil)
        }
    }
}
