/// One type per file under its own name, told in a sentence, and every promise to the compiler with its reason.
enum DeclarationRule {
    /// Files design.md names after what they list.
    private static let lists: Set<String> = ["Sources/Regulation/Instruments.swift", "Sources/Registry/Ports.swift"]

    /// A type the file keeps to itself (`private`) may stand beside the one the file is named after; a file of
    /// extensions is named after its type (`Instant+Text`) or its topic.
    static func filesNotNamedAfterTheirType(in files: [SourceFile]) -> [Violation] {
        files.filter { !lists.contains($0.path) }.flatMap { file in
            let types = file.declarations.topLevel.filter { $0.isType && !$0.access.hasSuffix("private") }
            let expected = file.name.dropLast(".swift".count)
            return types.enumerated().compactMap { position, type in
                if position > 0 {
                    return file.violation(at: type.offset, "\(type.name) is a second top-level type: give it a file")
                }
                guard type.name != expected else { return nil }
                return file.violation(at: type.offset, "\(type.name) belongs in \(type.name).swift")
            }
        }
    }

    static func sharedDeclarationsWithoutSentence(in files: [SourceFile]) -> [Violation] {
        files.flatMap { file in
            file.declarations.topLevel
                .filter { ["public", "package", "open"].contains($0.access) && $0.kind != "extension" }
                .compactMap { declaration in
                    var line = file.line(at: declaration.offset) - 1
                    while line > 0, isAttribute(file.text(ofLine: line)) { line -= 1 }
                    guard !trimmed(file.text(ofLine: line)).hasPrefix("///") else { return nil }
                    return file.violation(
                        at: declaration.offset, "\(declaration.access) \(declaration.name) wants a `///` sentence")
                }
        }
    }

    /// `@unchecked Sendable` and `nonisolated(unsafe)` turn the compiler's proof off; the reason stands right above.
    static func unprovenWithoutReason(in files: [SourceFile]) -> [Violation] {
        files.flatMap { file in
            ["@unchecked Sendable", "nonisolated(unsafe)"].flatMap { word in
                file.offsets(ofCode: word).compactMap { offset in
                    let line = file.line(at: offset)
                    let hasReason = (max(1, line - 3)...line).contains { file.text(ofLine: $0).contains("//") }
                    return hasReason ? nil : file.violation(at: offset, "\(word) without a reason in the lines above")
                }
            }
        }
    }

    private static func isAttribute(_ line: Substring) -> Bool { trimmed(line).hasPrefix("@") }

    private static func trimmed(_ line: Substring) -> Substring { line.drop { $0 == " " || $0 == "\t" } }
}
