package import Registry
package import Regulation

/// Test texts are right; a wrong one stops the test with its line.
package func moment(_ text: String, file: StaticString = #file, line: UInt = #line) -> Instant {
    guard let reading = Instant.read(text) else { preconditionFailure("no time: \(text)", file: file, line: line) }
    return reading.instant
}

/// The insurer of a code that is one.
package func insurer(_ text: String, file: StaticString = #file, line: UInt = #line) -> InsurerCode {
    guard let code = InsurerCode(text) else { preconditionFailure("no code: \(text)", file: file, line: line) }
    return code
}

/// The plate of a text that is one.
package func plate(_ text: String, file: StaticString = #file, line: UInt = #line) -> PlateNumber {
    guard let plate = PlateNumber(canonical: text) else {
        preconditionFailure("no plate: \(text)", file: file, line: line)
    }
    return plate
}
