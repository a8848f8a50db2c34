import Testing

@testable import Registry

struct TextEncodingTests {
    private func decode(_ bytes: [UInt8]) -> String? {
        var output: [UInt8] = []
        let isSound = bytes.withUnsafeBufferPointer { GB18030.decode($0, into: &output) }
        return isSound ? String(decoding: output, as: UTF8.self) : nil
    }

    private func judged(_ bytes: [UInt8], isWhole: Bool = true) -> TextEncoding {
        bytes.withUnsafeBufferPointer { TextEncoding.judged(by: $0, isWhole: isWhole) }
    }

    /// Both sides as iconv (glibc 2.36) has them.
    @Test(
        arguments: [
            ("京A12345", [0xBE, 0xA9, 0x41, 0x31, 0x32, 0x33, 0x34, 0x35]),
            ("张三丰", [0xD5, 0xC5, 0xC8, 0xFD, 0xB7, 0xE1]),
            ("䶮", [0xFE, 0x9F]),
            ("㐀", [0x81, 0x39, 0xEE, 0x39]),
            ("𠮷", [0x95, 0x34, 0xB2, 0x35]),
            ("€", [0xA2, 0xE3]),
            ("ḿ", [0xA8, 0xBC]),
            ("\u{FEFF}", [0x84, 0x31, 0x95, 0x33]),
            ("　", [0xA1, 0xA1]),
        ] as [(String, [UInt8])])
    func `text goes both ways as another program has it`(text: String, bytes: [UInt8]) {
        #expect(decode(bytes) == text)
        #expect(GB18030.encode(text) == bytes)
    }

    @Test func `the pieces of GB 18030-2022 that earlier editions gave private characters are read as it says`() {
        #expect(decode([0xA6, 0xD9, 0xFE, 0x59]) == "\u{FE10}\u{9FB4}")
    }

    @Test func `every character survives the way there and back, but for 19 private ones the 2022 edition gave up`() {
        var lost: [UInt32] = []
        for value in UInt32(0)...0x10FFFF {
            // Beyond the basic plane the rule is a sum; a sample will do.
            guard let scalar = Unicode.Scalar(value), value < 0x10000 || value % 97 == 0 else { continue }
            let text = String(Character(scalar))
            if decode(GB18030.encode(text))?.unicodeScalars.first != scalar { lost.append(value) }
        }
        #expect(lost.count == 19)
        #expect(lost.allSatisfy { 0xE5E5...0xE864 ~= $0 })
    }

    @Test(
        arguments: [
            [0x80], [0xFF], [0x81], [0xBE, 0x20], [0xBE, 0x7F], [0xBE, 0xFF], [0x81, 0x30], [0x81, 0x30, 0x81],
            [0x81, 0x30, 0x80, 0x30], [0x81, 0x30, 0x81, 0x3A], [0x84, 0x31, 0xA5, 0x30], [0xE3, 0x32, 0x9A, 0x36],
            [0xFE, 0x39, 0xFE, 0x39],
        ] as [[UInt8]])
    func `bytes that stand for nothing are no text`(bytes: [UInt8]) {
        #expect(decode(bytes) == nil)
    }

    @Test func `the last scalar has the last sequence`() {
        #expect(decode([0xE3, 0x32, 0x9A, 0x35]) == "\u{10FFFF}")
    }

    @Test func `Chinese text is told apart by what is well formed`() {
        #expect(judged(Array("京A12345,张三丰".utf8)) == .utf8)
        #expect(judged(IntakeFixtures.policyInGB18030) == .gb18030)
        #expect(judged(GB18030.encode("渝")) == .gb18030)
        #expect(judged([]) == .utf8)
    }

    @Test func `a little damage does not turn UTF-8 into something else`() {
        let damaged = Array("保单号,号牌号码,车架号".utf8) + [0xFF, 0x2C] + Array("起保时间".utf8)
        #expect(judged(damaged) == .utf8)
    }

    @Test func `a character cut off at the end counts only at the end of the file`() {
        let cut = Array("京".utf8.dropLast())
        #expect(judged(cut, isWhole: false) == .utf8)
        #expect(judged(cut, isWhole: true) == .gb18030)
    }

    @Test(
        arguments: [
            ([0xC0, 0x80], false), ([0xE0, 0x80, 0x80], false), ([0xED, 0xA0, 0x80], false),
            ([0xF4, 0x90, 0x80, 0x80], false), ([0xF5, 0x80, 0x80, 0x80], false), ([0xC2, 0x80], true),
            ([0xF0, 0x90, 0x80, 0x80], true), ([0xED, 0x9F, 0xBF], true), ([0x80], false), ([0x41], true),
        ] as [([UInt8], Bool)])
    func `overlong forms and surrogates are not well formed`(bytes: [UInt8], isValid: Bool) {
        let sequence = bytes.withUnsafeBufferPointer { UTF8Sequence(in: $0, at: 0) }
        #expect((sequence == .valid(length: bytes.count)) == isValid)
    }
}
