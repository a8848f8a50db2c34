import Foundation
import Registry
import Testing

/// The documents we send.
@Suite struct JSONWriterTests {
    @Test func `members stand in the order they were written, absent ones are null`() {
        var writer = JSONWriter()
        writer.object {
            $0.member("text", "a\"b\\c\n\r\t\u{1}京")
            $0.member("nothing", nil as String?)
            $0.member("number", -7)
            $0.member("none", nil as Int?)
            $0.member("flag", true)
            $0.member(
                "list",
                array: {
                    $0.value(1); $0.value("x")
                })
            $0.member("empty", array: { _ in })
            $0.member("inner", object: { $0.member("a", 1) })
            $0.member("raw", raw: Array("{\"b\":2}".utf8))
        }
        #expect(
            writer.text
                == #"{"text":"a\"b\\c\n\r\t\u0001京","nothing":null,"number":-7,"none":null,"flag":true,"#
                + #""list":[1,"x"],"empty":[],"inner":{"a":1},"raw":{"b":2}}"#)
    }

    @Test func `any text comes back as it was`() throws {
        var draws = SeededGenerator(seed: 3)
        for _ in 0..<500 {
            let scalars = (0..<draws.below(30)).compactMap { _ in
                Unicode.Scalar(UInt32(draws.chance(50) ? draws.below(0x80) : draws.below(0x11_0000)))
            }
            var text = ""
            text.unicodeScalars.append(contentsOf: scalars)
            var writer = JSONWriter()
            writer.array { $0.value(text) }
            let read = try #require(JSONSerialization.jsonObject(with: Data(writer.bytes)) as? [String])
            #expect(Array(read[0].unicodeScalars) == scalars)
        }
    }

    @Test func `lines of documents are set apart`() {
        var writer = JSONWriter()
        for number in 1...2 {
            writer.object { $0.member("n", number) }
            writer.endLine()
        }
        #expect(writer.text == "{\"n\":1}\n{\"n\":2}\n")
    }
}
