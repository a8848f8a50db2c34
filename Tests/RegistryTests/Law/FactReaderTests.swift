import Regulation
import Testing

@testable import Registry

/// Facts taken out of a document: each with what is wrong with it, at its path.
@Suite struct FactReaderTests {
    private func reader(_ json: String, _ body: (inout FactReader) -> Void) throws -> FactReader {
        FactReader(try JSONReader.value(of: Array(json.utf8)), body)
    }

    private func faults(_ json: String, _ body: (inout FactReader) -> Void) throws -> [String] {
        try reader(json, body).faults.map { "\($0.path ?? "-") \($0.code)" }
    }

    @Test(arguments: ["1", "[]", "null", "\"{}\"", "true"])
    func `a document is an object`(json: String) throws {
        #expect(try faults(json) { _ in } == ["- notAnObject"])
    }

    @Test(arguments: [
        (#""665.00""#, 66_500), (#""665""#, 66_500), (#""0.5""#, 50), (#""-12.34""#, -1234), (#""00.01""#, 1),
    ])
    func `money is a decimal text`(json: String, fen: Int64) throws {
        var amount: Amount?
        #expect(try faults("{\"a\":\(json)}") { amount = $0.amount("a") } == [])
        #expect(amount?.fen == fen)
    }

    @Test(arguments: [
        ("665.00", "wrongType"), ("665", "wrongType"), ("true", "wrongType"), ("{}", "wrongType"),
        ("\"\"", "amountUnreadable"), (#""1,234.00""#, "amountUnreadable"), (#""1.234""#, "amountUnreadable"),
        (#"".5""#, "amountUnreadable"), (#""5.""#, "amountUnreadable"), (#""1e3""#, "amountUnreadable"),
        (#"" 1""#, "amountUnreadable"), (#""100000000000000.00""#, "amountUnreadable"), (#""٣""#, "amountUnreadable"),
    ])
    func `what is no sum of money is told`(json: String, code: String) throws {
        let found = try faults("{\"a\":\(json)}") { reader in #expect(reader.amount("a") == nil) }
        #expect(found == ["a \(code)"])
    }

    @Test(arguments: [("5", 5), ("-3", -3), ("5.0", 5), ("9007199254740991", 9_007_199_254_740_991), ("-0", 0)])
    func `whole numbers are read exactly`(json: String, number: Int) throws {
        var read: Int?
        #expect(try faults("{\"n\":\(json)}") { read = $0.whole("n") } == [])
        #expect(read == number)
    }

    @Test(arguments: [
        ("5.5", "wrongType"), ("1e3", "wrongType"), (#""5""#, "wrongType"), ("[]", "wrongType"),
        ("9007199254740992", "outOfRange"), ("-99999999999999999999999", "outOfRange"),
    ])
    func `what is no whole number is told`(json: String, code: String) throws {
        let found = try faults("{\"n\":\(json)}") { reader in #expect(reader.whole("n") == nil) }
        #expect(found == ["n \(code)"])
    }

    @Test func `the other kinds are told at their paths too`() throws {
        let json = #"""
            {"flag":1,"moment":"soon","end":5,"date":"2026-02-30","word":"lorry","region":"000000","power":"x",
             "object":[],"list":{},"long":"\#(String(repeating: "x", count: 101))","inner":{"list":[1,{"flag":"no"}]}}
            """#
        let found = try faults(json) { reader in
            _ = (reader.flag("flag"), reader.moment("moment"), reader.end("end"), reader.date("date"))
            _ = (reader.word("word", VehicleClass.self), reader.region("region"), reader.power("power"))
            _ = reader.object("object") { _ in }
            _ = reader.list("list") { _ in }
            _ = reader.identifier("long")
            _ = reader.needed("absent") { $0.text($1) }
            _ = reader.object("inner") { reader in reader.list("list") { $0.flag("flag") } }
        }
        #expect(
            found == [
                "flag wrongType", "moment timeUnreadable", "end wrongType", "date dateUnreadable", "word unknownValue",
                "region regionUnknown", "power powerUnreadable", "object wrongType", "list wrongType",
                "long textTooLong", "absent missing", "inner.list[0] wrongType", "inner.list[1].flag wrongType",
            ])
    }

    @Test func `null is absent, and absent is no fault`() throws {
        let reader = try reader(#"{"a":null}"#) { reader in
            #expect(reader.amount("a") == nil && reader.flag("b") == nil && reader.whole("a") == nil)
            #expect(reader.object("a") { _ in } == nil)
            #expect(reader.list("a") { _ in 1 } == [])
        }
        #expect(reader.faults == [] && reader.warnings == [])
    }

    @Test func `a member nobody asked for warns, wherever it stands`() throws {
        let reader = try reader(
            #"{"b":1,"extra":{},"o":{"a":1,"inner":2},"<b>":3,"\#(String(repeating: "x", count: 50))":1}"#
        ) {
            reader in
            _ = reader.whole("b")
            _ = reader.object("o") { $0.whole("a") }
        }
        #expect(reader.warnings.map(\.path) == ["o.inner", "extra", "?", "?"])
        #expect(reader.warnings.allSatisfy { $0.code == "unknownMember" } && reader.faults == [])
    }

    @Test func `members are found in any order, beyond the sixty-fourth too`() throws {
        let names = (0..<200).map { "m\($0)" }
        let json = "{\(names.reversed().map { "\"\($0)\":\($0.dropFirst())" }.joined(separator: ","))}"
        let reader = try reader(json) { reader in
            for name in names where name != "m7" { #expect(reader.whole(name) == Int(name.dropFirst())) }
        }
        #expect(reader.warnings.map(\.path) == ["m7"])
    }

    @Test func `long lists and many unknown members are cut short`() throws {
        let list = "{\"l\":[\([String](repeating: "{}", count: 1001).joined(separator: ","))]}"
        let found = try faults(list) { reader in #expect(reader.list("l") { _ in 1 } == []) }
        #expect(found == ["l tooMany"])
        let members = (0..<100).map { "\"m\($0)\":0" }.joined(separator: ",")
        let read = try reader("{\(members)}") { _ in }
        #expect(read.warnings.count == 20)
    }

    @Test func `the end of a period is the midnight that follows, and a start is not`() throws {
        let json = #"{"start":"2026-03-01","end":"2027-02-28","late":"2027-02-28T23:59:59+08:00"}"#
        _ = try reader(json) { reader in
            #expect(reader.moment("start")?.text == "2026-03-01T00:00:00+08:00")
            #expect(reader.end("end")?.text == "2027-03-01T00:00:00+08:00")
            #expect(reader.end("late")?.text == "2027-03-01T00:00:00+08:00")
        }
    }
}
