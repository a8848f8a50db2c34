/// What stands against an answer, gathered so that all of it is told at once.
struct Objections {
    private(set) var findings: [Finding] = []

    var isEmpty: Bool { findings.isEmpty }

    /// Thrown when there is any.
    var refusal: Refusal { Refusal(findings) }

    /// Adds an objection once, however often it is made.
    mutating func add(_ finding: Finding) {
        if !findings.contains(finding) { findings.append(finding) }
    }

    /// The fact as given; its absence is an objection.
    mutating func need<Value>(_ value: Value?, _ name: FigureName, at path: String) -> Value? {
        if value == nil { add(.missing(name, at: path)) }
        return value
    }

    /// What the body comes to; its refusal joins the objections.
    mutating func attempt<Value>(_ body: () throws(Refusal) -> Value) -> Value? {
        do {
            return try body()
        } catch {
            for finding in error.findings { add(finding) }
            return nil
        }
    }
}

extension Finding {
    /// A fact without which the rule cannot speak.
    static func missing(_ name: FigureName, at path: String) -> Finding {
        Finding(
            code: "missing", message: "没有给出“\(name.title.chinese)”，请补上。",
            english: "The \(name.title.english) is missing: add it.", path: path)
    }

    /// A row the law is known to have, or may have, and this edition has not: nobody guesses it.
    static func tableNotEncoded(_ table: TableName, row: String, on date: CivilDate) -> Finding {
        Finding(
            code: "tableNotEncoded",
            message: "《\(table.title.chinese)》没有收录“\(row)”在 \(date.text) 的一行，不作推算；请补录后再算。",
            english:
                "The \(table.title.english) hold no row “\(row)” for \(date.text); it is not guessed. "
                + "Add the row first.",
            path: "\(table.rawValue)/\(row)")
    }

    /// A reading chosen where the text leaves room.
    static func readingUnverified(_ reading: Sentence, _ citation: Citation, at path: String? = nil) -> Finding {
        Finding(
            code: "readingUnverified", message: reading.chinese, english: reading.english, path: path,
            citation: citation)
    }

    /// A sum below nothing where the law knows none.
    static func amountNegative(_ name: FigureName, at path: String) -> Finding {
        Finding(
            code: "amountNegative", message: "“\(name.title.chinese)”不能为负，请改正。",
            english: "The \(name.title.english) cannot be negative: correct it.", path: path)
    }
}

extension Figure {
    /// What the asker said, and where in the document.
    static func fact(_ name: FigureName, _ value: FigureValue, at path: String) -> Figure {
        Figure(name, value, .fact, path: path)
    }
}
