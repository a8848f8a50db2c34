import Testing

/// The rules themselves: each finds what it forbids, and leaves alone what only looks like it.
struct RuleTests {
    private func source(_ text: String, path: String = "Sources/Registry/Answers/Sample.swift") -> [SourceFile] {
        [SourceFile(path: path, text: text)]
    }

    @Test func `comments and strings are not code, interpolations are`() {
        let text = #"""
            let a = "Date() \(Date()) // \("x \(UUID()) y") end" // Date()
            /* Date() /* nested */ Date() */ let b = ##"Date() \(Date()) "# still"##
            let c = """
              Date() " \(UUID())
              """
            """#
        let violations = ForbiddenWords.belowTheRim.violations(in: source(text))
        #expect(violations.map(\.line) == [1, 1, 4])
    }

    @Test func `masking changes neither length nor lines`() {
        let text = "let a = \"引号\" // 注释\n/* 两\n行 */ func `a name`() {}\n"
        let mask = CodeMask.code(of: Array(text.utf8))
        #expect(mask.count == text.utf8.count)
        #expect(mask.count { $0 == UInt8(ascii: "\n") } == 3)
    }

    @Test(arguments: [
        "let x = Date()", "let x = Date.now", "let x: Instant = .now", "UUID()", "SystemRandomNumberGenerator()",
        "Int.random(in: 0..<3)", "let x: Double = 1", "let x: [Float]", "FileManager.default", "print(1)",
        "ProcessInfo.processInfo", "AES.GCM.Nonce()", "list.shuffled()",
    ])
    func `below the rim is forbidden`(line: String) {
        #expect(ForbiddenWords.belowTheRim.violations(in: source(line)).isEmpty == false)
    }

    @Test(arguments: [
        "let x = fingerprint(1)", "let x = CivilDate(year: 1)", "let x = floatingFactor", "let DoubleEntry = 1",
        "list.shuffled(using: &generator)", "update()", "let known = x.nowhere",
    ])
    func `below the rim is allowed`(line: String) {
        #expect(ForbiddenWords.belowTheRim.violations(in: source(line)) == [])
    }

    @Test(arguments: ["a!", "f()!.b", "list[0]!", "let x: String!", "\"a\"!", "values.first!.count", "x! != y"])
    func `is a force unwrap`(line: String) {
        #expect(ForbiddenWords.forceUnwraps(in: source(line)).count == 1)
    }

    @Test(arguments: ["a != b", "a!=b", "if !a {}", "(!a)", "#if !DEBUG", "try! f()", "x as! Y", "// done!", "\"Go!\""])
    func `is no force unwrap`(line: String) {
        #expect(ForbiddenWords.forceUnwraps(in: source(line)) == [])
    }

    @Test func `what stops the process and what is left for later is found`() {
        let text = "let a = try! f()\nlet b = c as! D\nfatalError(\"x\")\n// TODO later\n"
        #expect(ForbiddenWords.everywhere.violations(in: source(text)).map(\.line).sorted() == [1, 2, 3])
        #expect(ForbiddenWords.leftForLater(in: source(text)).map(\.line) == [4])
    }

    @Test func `imports are read whatever their attributes and kind`() {
        let text = "@preconcurrency package import struct Foundation.Data\nimport Crypto // ok\nlet x = import_(1)\n"
        let imports = ImportTable.imports(of: SourceFile(path: "Sources/Registry/A.swift", text: text))
        #expect(imports.map(\.module) == ["Foundation", "Crypto"])
    }

    @Test func `an import outside the table is found, a listed file may, a stale entry is found`() {
        let table = ImportTable(rows: [
            "Registry": .init(["Crypto"], onlyIn: ["Foundation": ["A.swift", "Gone.swift"]])
        ])
        let files = [
            SourceFile(path: "Sources/Registry/A.swift", text: "import Foundation\nimport GRDB\n"),
            SourceFile(path: "Sources/Registry/B.swift", text: "import Crypto\nimport Foundation\n"),
            SourceFile(path: "Sources/Elsewhere/C.swift", text: ""),
        ]
        let places = table.violations(in: files).sorted().map { "\($0.path):\($0.line)" }
        #expect(
            places == [
                "Sources/Elsewhere/C.swift:1", "Sources/Registry/A.swift:2", "Sources/Registry/B.swift:2",
                "Sources/Registry/Gone.swift:1",
            ])
    }

    @Test func `functions are measured from keyword to closing brace`() {
        let body = String(repeating: "    step()\n", count: 69)
        let long = "func long(\n    closure: () -> Void = {}\n) {\n\(body)}\n"
        let requirements = "protocol P {\n    func a()\n    var b: Int { get }\n    init(c: Int)\n}\n"
        let short = "\(requirements)func short() {\n\(body)}\n"
        let initialiser = "struct S {\n    var a: Int\n    init() {\n\(body)}\n}\nvar computed: Int {\n\(body)\n}\n"
        #expect(SizeRule.longFunctions(in: source(long)).map(\.line) == [1])
        #expect(SizeRule.longFunctions(in: source(short)).map(\.line) == [6])
        #expect(SizeRule.longFunctions(in: source(initialiser)).map(\.line) == [3, 75])
        #expect(SizeRule.longFunctions(in: source("func short() {\n\(body.dropFirst(11))}\n")) == [])
    }

    @Test func `columns are characters, not bytes`() {
        let wide = String(repeating: "险", count: 120)
        #expect(SizeRule.longLines(in: source("\(wide)\n")) == [])
        #expect(SizeRule.longLines(in: source("a\n\(wide)x\n")).map(\.line) == [2])
    }

    @Test func `file lines are counted without the last line end`() {
        #expect(SizeRule.longFiles(in: source(String(repeating: "a\n", count: 400))) == [])
        #expect(SizeRule.longFiles(in: source(String(repeating: "a\n", count: 401))).count == 1)
    }

    @Test func `a file holds one type of its own name`() {
        let good = "/// One.\npackage struct Sample { struct Inner {} }\nprivate enum Detail {}\nextension Int {}\n"
        #expect(DeclarationRule.filesNotNamedAfterTheirType(in: source(good)) == [])
        let bad = "enum Other {}\nclass B {}\n"
        #expect(DeclarationRule.filesNotNamedAfterTheirType(in: source(bad)).map(\.line) == [1, 2])
        #expect(DeclarationRule.filesNotNamedAfterTheirType(in: source("extension Sample {}\n")) == [])
    }

    @Test func `shared declarations want a sentence`() {
        let good = "/// One.\n@frozen\npublic struct Sample {}\nstruct Own {}\n"
        #expect(DeclarationRule.sharedDeclarationsWithoutSentence(in: source(good)) == [])
        let bad = "// plain\npackage final class Sample {}\n\npublic func f() {}\n"
        #expect(DeclarationRule.sharedDeclarationsWithoutSentence(in: source(bad)).map(\.line) == [2, 4])
    }

    @Test func `an unproven promise wants its reason`() {
        let good = "// Guarded by the lock beside it.\nfinal class A: @unchecked Sendable {}\n"
        #expect(DeclarationRule.unprovenWithoutReason(in: source(good)) == [])
        let bad = "// Too far away.\n\n\n\nnonisolated(unsafe) var a = 1\n"
        #expect(DeclarationRule.unprovenWithoutReason(in: source(bad)).map(\.line) == [5])
    }

    @Test func `a path of one machine is found, a part of an address is not`() {
        let folder = "wo" + "rk"
        #expect(CommittedTextRule.violations(in: source("see /\(folder)/main\n", path: "docs/a.md")).count == 1)
        let address = "https://example.org/\(folder)/a and ./\(folder)/b\n"
        #expect(CommittedTextRule.violations(in: source(address, path: "docs/a.md")) == [])
    }
}
