/// One row of a CSV file, split but not decoded, lent for the duration of a call: a copy that is kept copies the
/// reader's whole buffer.
package struct CSVRow: Sendable {
    /// Why a row could not be split. Each code is published.
    package enum Fault: String, Sendable {
        /// Longer than the limit; the bytes up to the next line end were passed over.
        case rowTooLong
        case tooManyColumns
        /// A quoted field does not end; the lines after the one it begins in are read on their own.
        case quoteUnclosed
        /// A quoted field ends and more text follows before the comma.
        case textAfterQuote
    }

    /// The reader's buffer; `fields` point into it.
    package let bytes: [UInt8]
    /// Where each field stands, without its quotes; empty when there is a fault.
    package let fields: [Range<Int>]
    /// The line the row begins in, from 1.
    package let line: Int
    /// Where the row stands in the file, without its line end.
    package let byteRange: Range<Int>
    package let fault: Fault?

    /// The content of one field.
    package subscript(field: Int) -> ArraySlice<UInt8> { bytes[fields[field]] }
}
