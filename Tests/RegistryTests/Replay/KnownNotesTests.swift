import Testing

@testable import Registry

/// Several notes in one file.
@Suite struct KnownNotesTests {
    private let first = "xubao/main\n1\nroot\n\n— xubao/main aaaa\n— witness bbbb\n"
    private let second = "xubao/main/receipt\nentry main-1\n\n— xubao/main cccc\n"

    @Test(arguments: ["", "\n", "\n\n", "----\n", "\n-----\n\n"])
    func `notes end with their signatures, whatever stands between them`(between: String) {
        #expect(KnownStatements.notes(in: first + between + second) == [first, second])
        #expect(KnownStatements.notes(in: between + second + between) == [second])
    }

    @Test func `a text without a note holds none, and what is left over is one that will not be believed`() {
        #expect(KnownStatements.notes(in: "") == [] && KnownStatements.notes(in: "\n---\n") == [])
        #expect(KnownStatements.notes(in: first + "more\n") == [first, "more\n\n"])
    }
}
