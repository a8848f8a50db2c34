import Testing

@testable import Regulation

/// The rule `identifier` over the readers of this folder.
struct IdentifierRuleTests {
    private func codes(_ request: IdentifierRequest) -> [String] {
        var remarks = Remarks()
        do {
            _ = try IdentifierRule.identify(request, &remarks)
            return []
        } catch {
            return error.findings.map(\.code)
        }
    }

    @Test func `identifiers are normalised and the repairs listed`() throws {
        var remarks = Remarks()
        let result = try IdentifierRule.identify(
            IdentifierRequest(plate: "京a·12345", plateCategory: "2", vin: "lsvam4187c2184847"), &remarks)
        #expect(result.plate?.text == "京A12345")
        #expect(result.plateCategory?.code == "02")
        #expect(result.vin?.text == "LSVAM4187C2184847")
        #expect(Set(result.repairs.map(\.path)) == ["plate", "plateCategory", "vin"])
        #expect(result.socialCreditCode == nil)
    }

    @Test func `a wrong check digit of a VIN warns, I, O and Q refuse`() throws {
        var remarks = Remarks()
        let odd = try IdentifierRule.identify(IdentifierRequest(vin: "LSVAM4180C2184847"), &remarks)
        #expect(odd.vin != nil)
        #expect(remarks.warnings.map(\.code) == ["vinCheckDigit"])
        #expect(remarks.warnings.allSatisfy { $0.path == "vin" && $0.english != nil })
        #expect(codes(IdentifierRequest(vin: "LSVAM4187C218484O")) == ["vinLetter"])
    }

    @Test func `an upload's VIN is kept as it is, a query's must be regular`() throws {
        var remarks = Remarks()
        let old = IdentifierRequest(vin: "ABC12345", origin: .upload)
        #expect(try IdentifierRule.identify(old, &remarks).vin?.text == "ABC12345")
        #expect(remarks.warnings.map(\.code) == ["vinIrregular"])
        #expect(codes(IdentifierRequest(vin: "ABC12345")) == ["vinLength"])
    }

    @Test func `the faults of all fields are told together, each at its path and in both languages`() throws {
        var remarks = Remarks()
        let request = IdentifierRequest(
            plate: "A12345", plateCategory: "77", vin: "1", socialCreditCode: "91350100M000100Y43X",
            residentNumber: "110105194912310021")
        #expect {
            _ = try IdentifierRule.identify(request, &remarks)
        } throws: { error in
            let findings = (error as? Refusal)?.findings ?? []
            return findings.map(\.path) == ["plateCategory", "plate", "vin", "uscc", "idCard"]
                && findings.allSatisfy { $0.english != nil && $0.citation != nil }
        }
        #expect(remarks.warnings.isEmpty)
        #expect(codes(IdentifierRequest()) == ["missing"])
    }

    @Test func `the category's mismatch is told at the category`() throws {
        var remarks = Remarks()
        _ = try IdentifierRule.identify(IdentifierRequest(plate: "京A12345", plateCategory: "52"), &remarks)
        #expect(remarks.warnings.map(\.path) == ["plateCategory"])
    }

    @Test func `the unmarked temporary form is tried only with category 22`() throws {
        var remarks = Remarks()
        #expect(codes(IdentifierRequest(plate: "京A123456")) == ["plateForm"])
        let temporary = IdentifierRequest(plate: "京A123456", plateCategory: "22")
        #expect(try IdentifierRule.identify(temporary, &remarks).plate?.form == .temporary)
    }

    @Test func `every finding the samples call forth has its English`() {
        let texts =
            IdentifierSamples.table.plate.invalid.map(\.value) + ["", " ", "\u{7}", "京", "京A", "I", "999"]
            + [String(repeating: "A", count: 65), "京A12345I", "11010519491231002", "330X0000", "91350100M000100Y43"]
        for text in texts {
            for origin in IdentifierRequest.Origin.allCases {
                let request = IdentifierRequest(
                    plate: text, plateCategory: text, vin: text, socialCreditCode: text, residentNumber: text,
                    origin: origin)
                for code in codes(request) { #expect(IdentifierEnglish.sentence(of: code) != nil, "\(code)") }
            }
        }
    }
}
