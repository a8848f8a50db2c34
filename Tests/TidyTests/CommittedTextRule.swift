/// What is committed is read by strangers: no place on one machine, and no helper's name, stands in it.
enum CommittedTextRule {
    /// First folders that exist on somebody's machine and not on the reader's.
    private static let folders = ["work", "farm", "root", "home", "tmp", "Users"]
    /// Spelled in two halves, so that this list does not find itself.
    private static let names = [
        ("Cla", "ude"), ("Anth", "ropic"), ("Chat", "GPT"), ("Cop", "ilot"),
    ].map { $0 + $1 }

    static func violations(in files: [SourceFile]) -> [Violation] {
        files.flatMap { file in
            machinePaths(in: file)
                + names.flatMap { name in
                    file.offsets(ofText: name).map {
                        file.violation(at: $0, "names a helper or a tool of one workplace")
                    }
                }
        }
    }

    private static func machinePaths(in file: SourceFile) -> [Violation] {
        folders.flatMap { folder in
            file.offsets(ofText: "/\(folder)/").compactMap { offset in
                // After a letter, a digit or one of these the folder is part of a longer path or an address.
                let before = offset > 0 ? file.bytes[offset - 1] : UInt8(ascii: " ")
                guard !SourceFile.isNameByte(before), !".-}/<".utf8.contains(before) else { return nil }
                return file.violation(at: offset, "a path of one machine")
            }
        }
    }
}
