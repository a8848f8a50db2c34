import Testing

@testable import Registry

struct FlatObjectTests {
    private func read(_ text: String) -> RecordReading { SubmissionReader.read(json: Array(text.utf8)) }

    @Test func `texts, numbers, truth values and null are taken as they are written`() {
        let reading = read(
            #" { "policyNumber" : "P1" , "premium":950.00, "ratedPassengers":5,"sequence":12345678901234567, "#
                + #""plate":null, "brandModel":true, "insuredName":"  张三 ", "vin":"" } "#)
        #expect(reading.faults.isEmpty)
        #expect(
            reading.record.values
                == IntakeFixtures.values([
                    (.policyNumber, "P1"), (.premium, "950.00"), (.ratedPassengers, "5"),
                    (.sequence, "12345678901234567"), (.brandModel, "true"), (.insuredName, "张三"),
                ]))
    }

    @Test(arguments: [
        (#"\u4eac\u0041 1"#, "京A 1"), (#"\ud842\udfb7"#, "𠮷"), (#"\"\\\/"#, "\"\\/"), (#"a\tb"#, "a\tb"),
        (#"京\u0041"#, "京A"),
    ])
    func `escapes are resolved`(written: String, text: String) {
        #expect(read("{\"insuredName\":\"\(written)\"}").record.values[.insuredName] == text)
    }

    @Test(arguments: [
        (#"{"vin":"\ud842"}"#, "jsonEscape"), (#"{"vin":"\ud842x"}"#, "jsonEscape"),
        (#"{"vin":"\udfb7"}"#, "jsonEscape"), (#"{"vin":"\ud842\u0041"}"#, "jsonEscape"),
        (#"{"vin":"\x"}"#, "jsonSyntax"), (#"{"vin":"\u00g0"}"#, "jsonSyntax"), (#"{"vin":"\u00"}"#, "jsonSyntax"),
        (#"{"vin":{}}"#, "jsonNested"), (#"{"vin":[1,{"a":"]"}]}"#, "jsonNested"),
        (#"{"vin":"a","vin":"b"}"#, "jsonMemberRepeated"), (#"{"vin":"a","车架号":"b"}"#, "jsonMemberRepeated"),
        (#"{"x":1,"x":2}"#, "jsonMemberRepeated"),
        (#"{"vin":"a",}"#, "jsonSyntax"), (#"{"vin" "a"}"#, "jsonSyntax"), (#"{vin:"a"}"#, "jsonSyntax"),
        (#"{"vin":'a'}"#, "jsonSyntax"), (#"{"vin":01}"#, "jsonSyntax"), (#"{"vin":1.}"#, "jsonSyntax"),
        (#"{"vin":+1}"#, "jsonSyntax"), (#"{"vin":1e}"#, "jsonSyntax"), (#"{"vin":tru}"#, "jsonSyntax"),
        (#"{"vin":NaN}"#, "jsonSyntax"), (#"{"vin":"a"} x"#, "jsonSyntax"), (#"{"vin":"a""#, "jsonSyntax"),
        ("{\"vin\":\"a\nb\"}", "jsonSyntax"), (#"{"vin":[1"#, "jsonSyntax"), (#"{"vin":{"a":"}"#, "jsonSyntax"),
        ("", "jsonNotAnObject"), ("[]", "jsonNotAnObject"), ("\"a\"", "jsonNotAnObject"),
        (#"{"vin":"a\u0000b"}"#, "controlCharacter"),
    ])
    func `what is no flat object is said to be so`(text: String, code: String) {
        #expect(read(text).faultCodes == [code])
    }

    @Test func `several faults of one object are all found`() {
        let reading = read(#"{"vin":{},"plate":[],"start":"\ud842","policyNumber":"P1"}"#)
        #expect(reading.faults.map(\.field) == [.vin, .plate, .start])
        #expect(reading.record.values[.policyNumber] == "P1")
    }

    @Test func `what was read before the text stops being JSON is kept`() {
        #expect(read(#"{"policyNumber":"P1","plate":"京A12345","vin" oops"#).record.values[.plate] == "京A12345")
    }

    @Test func `members we do not know are named, our own are passed over`() {
        let reading = read(#"{"colour":"red","xubao_line":5,"xubao_reason":"…","POLICYNUMBER":"P1"}"#)
        #expect(reading.record.unknownNames == ["colour"])
        #expect(reading.record.values[.policyNumber] == "P1")
        #expect(reading.faults.isEmpty)
    }

    @Test func `depth and length are bounded`() {
        let deep = #"{"vin":"# + String(repeating: "[", count: 60_000)
        #expect(read(deep).faultCodes == ["jsonSyntax"])
        #expect(read("{" + String(repeating: " ", count: 70_000) + "}").faultCodes == ["rowTooLong"])
        let many = "{" + (0..<300).map { "\"m\($0)\":1" }.joined(separator: ",") + "}"
        #expect(read(many).faultCodes == ["jsonTooManyMembers"])
    }

    @Test func `bytes that are not UTF-8 are a fault of their member`() {
        let bytes = Array(#"{"policyNumber":"P1","insuredName":""#.utf8) + [0xFF] + Array(#""}"#.utf8)
        let reading = SubmissionReader.read(json: bytes)
        #expect(reading.faultCodes == ["undecodable"])
        #expect(reading.faults[0].field == .insuredName)
        #expect(reading.record.values[.policyNumber] == "P1")
    }
}
