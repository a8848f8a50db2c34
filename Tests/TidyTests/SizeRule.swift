/// Length of lines, functions and files: a reader takes in one file at a sitting and one function at a glance.
enum SizeRule {
    static let fileLines = 400
    static let functionLines = 70
    static let columns = 120

    static func longFiles(in files: [SourceFile]) -> [Violation] {
        files.filter { $0.lineCount > fileLines }.map {
            $0.violation(line: $0.lineCount, "the file has \($0.lineCount) lines, at most \(fileLines): split it")
        }
    }

    static func longFunctions(in files: [SourceFile]) -> [Violation] {
        files.flatMap { file in
            file.declarations.bodies.compactMap { body in
                let length = file.line(at: body.end) - file.line(at: body.start) + 1
                guard length > functionLines else { return nil }
                return file.violation(at: body.start, "\(body.name) has \(length) lines, at most \(functionLines)")
            }
        }
    }

    static func longLines(in files: [SourceFile]) -> [Violation] {
        files.flatMap { file in
            (1...max(1, file.lineCount)).compactMap { line in
                // Fewer bytes than columns cannot be more characters than columns.
                guard file.byteCount(ofLine: line) > columns else { return nil }
                let count = file.text(ofLine: line).count
                guard count > columns else { return nil }
                return file.violation(line: line, "\(count) columns, at most \(columns)")
            }
        }
    }
}
