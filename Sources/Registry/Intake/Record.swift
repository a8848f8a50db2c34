/// One row as it was sent: text by field, nothing understood yet, and where it stood.
package struct Record: Equatable, Sendable {
    /// Text by field, trimmed; empty values are left out.
    package var values: FieldValues
    /// Columns or members we do not know, by name; kept so that nothing is lost in silence.
    package var unknownNames: [String]
    /// First line of the row in the file, counted from 1 (a quoted CSV field may span several).
    package let line: Int
    /// Where the row stands in the file as sent, so that the sender can cut it out again.
    package let byteRange: Range<Int>

    package init(values: FieldValues, unknownNames: [String] = [], line: Int, byteRange: Range<Int>) {
        self.values = values
        self.unknownNames = unknownNames
        self.line = line
        self.byteRange = byteRange
    }
}
