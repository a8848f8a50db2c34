import Foundation
import Testing

@testable import Registry

/// JSON read strictly, into a tree (RFC 8259).
@Suite struct JSONReaderTests {
    private func value(_ json: String) throws(JSONFault) -> JSONValue { try JSONReader.value(of: Array(json.utf8)) }

    private func fault(_ bytes: [UInt8]) -> JSONFault? {
        do {
            _ = try JSONReader.value(of: bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        ("null", JSONValue.null), (" true ", .flag(true)), ("false\n", .flag(false)), ("0", .number("0")),
        ("-0.10e+3", .number("-0.10e+3")), ("1e999", .number("1e999")), ("\"\"", .text("")),
        ("[]", .list([])), ("{}", .object([])), ("[1,[2]]", .list([.number("1"), .list([.number("2")])])),
        (#""京A·1""#, .text("京A·1")), (#""\u4eac\n\"\\\/\ud83d\ude97""#, .text("京\n\"\\/🚗")),
        (#"{"a":null,"b":{"a":1}}"#, .object([.init("a", .null), .init("b", .object([.init("a", .number("1"))]))])),
    ])
    func `each kind of value is read as it is written`(json: String, expected: JSONValue) throws {
        #expect(try value(json) == expected)
    }

    @Test(arguments: [
        ("", "jsonEmpty", 0), ("  \n", "jsonEmpty", 0), ("[", "jsonSyntax", 1), ("[1,]", "jsonSyntax", 3),
        ("{\"a\":1,}", "jsonSyntax", 7), ("01", "jsonSyntax", 1), ("1.", "jsonSyntax", 2), ("+1", "jsonSyntax", 0),
        ("NaN", "jsonSyntax", 0), ("nul", "jsonSyntax", 3), ("'a'", "jsonSyntax", 0), ("{a:1}", "jsonSyntax", 1),
        ("\"a", "jsonSyntax", 2), ("\"\t\"", "jsonSyntax", 1), ("\"\\x\"", "jsonSyntax", 2), ("{} {}", "jsonSyntax", 3),
        ("\u{FEFF}{}", "jsonSyntax", 0), (#""\ud83d""#, "jsonEscape", 3), (#""\ude97\ud83d""#, "jsonEscape", 3),
        (#"{"a":1,"b":2,"a":3}"#, "jsonMemberRepeated", 13), (#"{"a":1,"\u0061":3}"#, "jsonMemberRepeated", 7),
    ])
    func `what is no document is refused with its place`(json: String, code: String, offset: Int) {
        let fault = fault(Array(json.utf8))
        #expect(fault?.code == code)
        #expect(fault?.offset == offset)
    }

    @Test func `bytes that are not UTF-8 are refused`() {
        for bytes: [UInt8] in [[0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22]] {
            #expect(fault(bytes)?.kind == .encoding)
        }
        #expect(fault(Array(#""\n"#.utf8) + [0xE4, 0xBA, 0x22])?.kind == .encoding)
    }

    @Test func `depth and length are bounded`() throws {
        let deepest = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
        #expect(throws: Never.self) { try value(deepest) }
        #expect(fault(Array("[\(deepest)]".utf8))?.kind == .tooDeep)
        #expect(fault([UInt8](repeating: 0x5B, count: 100_000))?.kind == .tooDeep)
        let longest = [UInt8](repeating: 0x20, count: JSONReader.longest - 1) + [0x30]
        #expect(try JSONReader.value(of: longest) == .number("0"))
        #expect(fault(longest + [0x30])?.kind == .tooLong)
    }

    @Test func `a name is found twice among many as among few`() {
        for count in [2, 15, 16, 17, 40] {
            let names = (0..<count).map { "\"m\($0)\":0" }
            #expect(fault(Array("{\(names.joined(separator: ","))}".utf8)) == nil)
            for repeated in [0, count - 1] {
                let json = "{\((names + ["\"m\(repeated)\":0"]).joined(separator: ","))}"
                #expect(fault(Array(json.utf8))?.kind == .memberRepeated)
            }
        }
    }

    @Test func `what it takes, the library takes, and reads alike`() throws {
        var draws = SeededGenerator(seed: 5)
        let seed = Array(#"{"a":[1,-2.5e3,"京\u00e9\n",{"b":null,"c":true}],"d":"x","e":{}}"#.utf8)
        var taken = 0
        for _ in 0..<5000 {
            let bytes = draws.mutated(seed)
            guard let value = try? JSONReader.value(of: bytes) else { continue }
            taken += 1
            let library = try JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed])
            let written = try JSONSerialization.jsonObject(with: Data(value.json), options: [.fragmentsAllowed])
            #expect((library as? NSObject) == (written as? NSObject))
        }
        #expect(taken > 100)
    }
}
