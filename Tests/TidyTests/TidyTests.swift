import Testing

/// Style as a test: each rule is held against every text of the tree, and tells all its violations at once.
struct TidyTests {
    let tree: SourceTree

    init() throws { tree = try SourceTree.here.get() }

    @Test func `the tree is there to be read`() {
        #expect(tree.sources.contains { $0.path == "Sources/Regulation/Kernel/Period.swift" })
        #expect(tree.files.contains { $0.path == "Makefile" })
    }

    /// Guards the reading itself: a string or comment taken wrongly would hide or invent code.
    @Test func `braces balance in every file once comments and strings are blanked`() {
        expectNone(
            tree.swift.compactMap { file in
                let opening = file.code.count { $0 == UInt8(ascii: "{") }
                let closing = file.code.count { $0 == UInt8(ascii: "}") }
                return opening == closing ? nil : file.violation(line: 1, "\(opening) braces open, \(closing) close")
            })
    }

    @Test func `each target imports only what the module graph allows`() {
        expectNone(ImportTable.house.violations(in: tree.sources))
    }

    @Test func `no file is longer than 400 lines`() {
        expectNone(SizeRule.longFiles(in: tree.swift))
    }

    @Test func `no function is longer than 70 lines`() {
        expectNone(SizeRule.longFunctions(in: tree.swift))
    }

    @Test func `no line of Swift is longer than 120 columns`() {
        expectNone(SizeRule.longLines(in: tree.swift))
    }

    @Test func `below the rim there is no clock, no chance, no floating point and no input or output`() {
        let below = tree.sources.filter { ForbiddenWords.targetsBelowTheRim.contains($0.target ?? "") }
        expectNone(ForbiddenWords.belowTheRim.violations(in: below))
    }

    @Test func `no source stops the process where it could tell an error`() {
        expectNone(ForbiddenWords.everywhere.violations(in: tree.sources))
        expectNone(ForbiddenWords.forceUnwraps(in: tree.sources))
    }

    @Test func `nothing is left for later in a comment`() {
        expectNone(ForbiddenWords.leftForLater(in: tree.sources))
    }

    @Test func `one top-level type per file, under its own name`() {
        expectNone(DeclarationRule.filesNotNamedAfterTheirType(in: tree.sources))
    }

    @Test func `what other targets can see is told in a sentence`() {
        expectNone(DeclarationRule.sharedDeclarationsWithoutSentence(in: tree.sources))
    }

    @Test func `where the compiler's proof is turned off, the reason stands above`() {
        expectNone(DeclarationRule.unprovenWithoutReason(in: tree.swift))
    }

    @Test func `no text names a machine's path or a helper`() {
        expectNone(CommittedTextRule.violations(in: tree.files))
    }

    private func expectNone(_ violations: [Violation], sourceLocation: SourceLocation = #_sourceLocation) {
        guard !violations.isEmpty else { return }
        let list = violations.sorted().map(\.description).joined(separator: "\n")
        Issue.record("\(violations.count) violations:\n\(list)", sourceLocation: sourceLocation)
    }
}
