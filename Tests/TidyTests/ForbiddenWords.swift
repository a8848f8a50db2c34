/// Words that may not stand in the code of certain targets, and why.
struct ForbiddenWords {
    let words: [(word: String, why: String)]

    /// Below the rim time and chance are arguments, amounts are exact, and nothing is read or written (design point 7).
    static let belowTheRim = ForbiddenWords(words: [
        ("Date()", "time is an argument"), (".now", "time is an argument"), ("Date.now", "time is an argument"),
        ("ContinuousClock", "time is an argument"), ("SuspendingClock", "time is an argument"),
        ("clock_gettime", "time is an argument"), ("gettimeofday", "time is an argument"),
        ("UUID()", "chance is an argument"), ("SystemRandomNumberGenerator", "chance is an argument"),
        (".random(", "chance is an argument"), (".randomElement()", "chance is an argument"),
        (".shuffled()", "chance is an argument"), ("SymmetricKey(size", "keys are an argument"),
        ("Nonce()", "chance is an argument"), ("PrivateKey()", "keys are an argument"),
        (".hashValue", "seeded anew by every process"),
        ("Double", "amounts are exact"), ("Float", "amounts are exact"),
        ("FileManager", "no input or output"), ("FileHandle", "no input or output"),
        ("contentsOfFile", "no input or output"), ("fopen", "no input or output"),
        ("print(", "no input or output"), ("debugPrint(", "no input or output"), ("getenv", "no input or output"),
        ("ProcessInfo", "no input or output"),
    ])
    static let targetsBelowTheRim: Set<String> = ["Regulation", "TransparencyLog", "Registry", "SampleWorld"]

    /// In every source: what would stop the process where an error should be told.
    static let everywhere = ForbiddenWords(words: [
        ("try!", "tell the error"), ("as!", "tell the error"), ("fatalError(", "tell the error"),
    ])

    func violations(in files: [SourceFile]) -> [Violation] {
        files.flatMap { file in
            words.flatMap { word, why in
                file.offsets(ofCode: word).map { file.violation(at: $0, "`\(word)` — \(why)") }
            }
        }
    }

    /// A `!` right after a value: `name!`, `call()!`, `list[0]!`, `Type!`. `a != b` and `!a` are none.
    static func forceUnwraps(in files: [SourceFile]) -> [Violation] {
        files.flatMap { file in
            file.offsets(ofCode: "!").compactMap { offset in
                let before = offset > 0 ? file.code[offset - 1] : UInt8(ascii: " ")
                let after = offset + 1 < file.code.count ? file.code[offset + 1] : UInt8(ascii: " ")
                let followsValue = SourceFile.isNameByte(before) || ")]\">".utf8.contains(before)
                let isKeyword = ["try", "as"].contains { ends(file.code, at: offset, with: $0) }
                guard followsValue, !isKeyword, after != UInt8(ascii: "=") else { return nil }
                return file.violation(at: offset, "force unwrap or implicitly unwrapped type — tell what is missing")
            }
        }
    }

    /// Work left for later is an issue, not a comment.
    static func leftForLater(in files: [SourceFile]) -> [Violation] {
        files.flatMap { file in
            ["TODO", "FIXME", "XXX", "HACK"].flatMap { word in
                file.offsets(ofText: word).map { file.violation(at: $0, "\(word) — do it, or open an issue") }
            }
        }
    }

    private static func ends(_ code: [UInt8], at offset: Int, with word: String) -> Bool {
        let length = word.utf8.count
        guard offset >= length, code[(offset - length)..<offset].elementsEqual(word.utf8) else { return false }
        return offset == length || !SourceFile.isNameByte(code[offset - length - 1])
    }
}
