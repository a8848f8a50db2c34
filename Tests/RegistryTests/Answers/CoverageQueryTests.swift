import Foundation
import Regulation
import Testing

@testable import Registry

/// Questions as they are asked: read into one question, or everything that is wrong.
@Suite struct CoverageQueryTests {
    private func problem(_ json: String, from asker: CoverageQuery.Asker = .anyone) -> Problem? {
        do {
            _ = try CoverageQuery(json: Array(json.utf8)).question(from: asker)
            return nil
        } catch {
            return error
        }
    }

    private func question(_ json: String, from asker: CoverageQuery.Asker = .anyone) throws -> CoverageQuestion {
        try CoverageQuery(json: Array(json.utf8)).question(from: asker)
    }

    @Test func `plate and suffix are read as people write them`() throws {
        for json in [
            #"{"plate":{"number":"京A12345","category":"02"},"vinSuffix":"A2345X"}"#,
            #"{"plate":{"number":"京a·12345","category":"小型汽车"},"vinSuffix":"ａ2345x"}"#,
            #"{"plate":{"number":" 京A 12345 ","category":"2"},"vinSuffix":" a23 45X "}"#,
        ] {
            let question = try question(json)
            #expect(question.subject == .plate(plate("京A12345"), PlateCategory(code: "02")))
            #expect(question.proof == .vinSuffix("A2345X"))
            #expect(question.on == nil)
            #expect(question.knownAt == nil)
        }
    }

    @Test func `the other forms of proof`() throws {
        let vin = try #require(VIN(canonical: "LSVAM4187C2123456"))
        #expect(try question(#"{"plate":{"number":"京A12345"},"vin":"lsvam4187c2123456"}"#).proof == .vin(vin))
        let byNumber = try question(#"{"vin":"LSVAM4187C2123456","policyNumberSuffix":"00123x"}"#)
        #expect(byNumber.subject == .vin(vin))
        #expect(byNumber.proof == .policyNumberSuffix("00123X"))
        #expect(try question(#"{"plate":{"number":"京A12345"}}"#, from: .official).proof == .official)
        let own = try question(#"{"plate":{"number":"京A12345"}}"#, from: .insurer(insurer("PICC")))
        #expect(own.proof == .insurer(insurer("PICC")))
        let owners = try question(
            #"{"plate":{"number":"京A12345"},"vinSuffix":"123456"}"#, from: .insurer(insurer("PICC")))
        #expect(owners.proof == .vinSuffix("123456"))
    }

    @Test func `moments are read in every form`() throws {
        let json =
            #"{"plate":{"number":"京A12345"},"vinSuffix":"123456","on":"2026-03-01 00:00","#
            + #""knownAt":"2026-03-01T00:00:00Z"}"#
        let question = try question(json)
        #expect(question.on == moment("2026-03-01T00:00:00+08:00"))
        #expect(question.knownAt == moment("2026-03-01T08:00:00+08:00"))
    }

    @Test(arguments: [
        ("{}", ["plate missing"]),
        (#"{"vinSuffix":"123456"}"#, ["plate missing"]),
        (#"{"plate":{"number":"京A12345"}}"#, ["vinSuffix missing"]),
        (#"{"plate":{"number":"京A12345"},"vinSuffix":"12345"}"#, ["vinSuffix suffixLength"]),
        (#"{"plate":{"number":"京A12345"},"vinSuffix":"12345?"}"#, ["vinSuffix suffixCharacter"]),
        (#"{"vin":"LSVAM4187C2123456"}"#, ["policyNumberSuffix missing"]),
        (#"{"plate":{"number":"京A12345"},"vinSuffix":123456}"#, ["vinSuffix wrongType"]),
        (#"{"plate":"京A12345","vinSuffix":"123456"}"#, ["plate wrongType"]),
        (
            #"{"plate":{"number":"京A12345","category":"xx"},"vinSuffix":"123456"}"#,
            ["plate.category plateCategoryUnknown"]
        ),
        (
            #"{"plate":{"number":"京A12345"},"vinSuffix":"1","on":"soon","knownAt":"later"}"#,
            ["on timeUnreadable", "knownAt timeUnreadable", "vinSuffix suffixLength"]
        ),
    ])
    func `all that is wrong is told, each at its path`(json: String, faults: [String]) {
        #expect(problem(json)?.status == 422)
        #expect(problem(json)?.errors.map { "\($0.path) \($0.code)" } == faults)
    }

    @Test(arguments: [
        (#"{"plate":"京A12345","vinSuffix":"123456"}"#, ["plate"], #"{"number": "京A12345"}"#),
        (#"{"plate":["京A12345"],"vinSuffix":"123456"}"#, ["plate"], #"{"number": "京A12345"}"#),
        (#"{"plate":"京A12345","vin":"LSVAM4187C2123456"}"#, ["plate"], #"{"number": "京A12345"}"#),
        (#"{"plate":{"number":12345},"vinSuffix":"123456"}"#, ["plate.number"], #""number": "京A12345""#),
        (
            #"{"plate":{"number":"京A12345","category":2},"vinSuffix":"123456"}"#, ["plate.category"],
            #""category": "02""#
        ),
        (#"{"plate":{"number":"京A12345"},"vinSuffix":123456}"#, ["vinSuffix"], #""vinSuffix": "123456""#),
        (
            #"{"vin":"LSVAM4187C2123456","policyNumberSuffix":123456}"#, ["policyNumberSuffix"],
            #""policyNumberSuffix": "123456""#
        ),
        (#"{"plate":{"number":"京A12345"},"vin":17}"#, ["vin"], "引号"),
    ])
    func `a member of a wrong shape is told how it is written, and nothing else`(
        json: String, paths: [String], hint: String
    ) {
        #expect(problem(json)?.errors.map(\.path) == paths)
        #expect(problem(json)?.errors.allSatisfy { $0.code == "wrongType" } == true)
        #expect(problem(json)?.errors.first?.message.contains(hint) == true)
    }

    @Test(arguments: ["", "[", "[]", "null", "7", "\"x\"", "{", #"{"plate":}"#, "\u{FEFF}{}", "\u{0}"])
    func `what is no object is refused as a whole`(json: String) {
        let status = problem(json)?.status
        #expect(status == 400 || status == 422)
    }

    @Test func `a refusal repeats nothing of what was asked`() throws {
        let canary = "京Z98765"
        let json = #"{"plate":{"number":"\#(canary)!"},"vinSuffix":"canary?","vin":"CANARYCANARY!","on":"canary"}"#
        let body = String(decoding: try #require(problem(json)).json(requestID: "r1"), as: UTF8.self)
        #expect(!body.contains("98765"))
        #expect(!body.lowercased().contains("canary"))
    }

    @Test func `no bytes make it trap`() {
        var draws = SeededGenerator(seed: 11)
        let seed = Array(
            #"{"plate":{"number":"京A12345","category":"02"},"vinSuffix":"123456","on":null,"knownAt":"x"}"#.utf8)
        var taken = 0
        for _ in 0..<3000 {
            var bytes = seed
            for _ in 0..<(1 + draws.below(6)) {
                switch draws.below(3) {
                case 0: bytes[draws.below(bytes.count)] = UInt8(draws.below(256))
                case 1: bytes.remove(at: draws.below(bytes.count))
                default: bytes.insert(UInt8(draws.below(256)), at: draws.below(bytes.count))
                }
            }
            _ = try? CoverageQuery(json: bytes).question(from: .anyone)
            guard let query = try? CoverageQuery(json: bytes) else { continue }
            taken += 1
            #expect(query == libraryReading(of: bytes), "\(String(decoding: bytes, as: UTF8.self))")
        }
        #expect(taken > 100)
    }

    /// What a reading by the library, member by member, comes to.
    private func libraryReading(of json: [UInt8]) -> CoverageQuery? {
        guard let document = try? JSONSerialization.jsonObject(with: Data(json)) as? [String: Any] else { return nil }
        var query = CoverageQuery()
        func text(_ value: Any?, _ path: String) -> String? {
            if let value, !(value is NSNull), !(value is String) { query.misshapen.append(path) }
            return value as? String
        }
        query.vinSuffix = text(document["vinSuffix"], "vinSuffix")
        query.vin = text(document["vin"], "vin")
        query.policyNumberSuffix = text(document["policyNumberSuffix"], "policyNumberSuffix")
        query.on = text(document["on"], "on")
        query.knownAt = text(document["knownAt"], "knownAt")
        query.purpose = text(document["purpose"], "purpose")
        guard let plate = document["plate"], !(plate is NSNull) else { return query }
        guard let members = plate as? [String: Any] else {
            query.misshapen.append("plate")
            return query
        }
        query.plate = text(members["number"], "plate.number")
        query.category = text(members["category"], "plate.category")
        if query.plate == nil, query.misshapen.isEmpty { query.plate = "" }
        return query
    }

    @Test(arguments: [
        #"{"vin":"a","vin":"b"}"#, #"{"vin":"a"}x"#, #"{"vin":"a",}"#, #"{"vin":"a""#, #"{"other":[{"x":1,"x":2}]}"#,
        #"{"plate":{"number":"a"},"plate":{"number":"b"}}"#,
    ])
    func `a member twice, and what is not JSON all through, are refused as a whole`(json: String) {
        #expect(problem(json)?.code == "invalidJSON")
    }
}
