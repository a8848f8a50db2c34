/// How a figure came out of its inputs.
public enum Operation: String, CaseIterable, Sendable {
    /// Given by the person who asks.
    case fact
    /// A number that stands in the article itself.
    case constant
    /// Read from a row of a table.
    case lookUp
    case add, subtract, multiply, divide
    /// The greater, or the lesser, of the inputs.
    case greatest, least
    /// Chosen among cases by the conditions among the inputs.
    case choose
    case count
    /// Days, months or years from one date to another.
    case span
    /// A date moved by a span.
    case shift
    /// A part of a whole by weight.
    case share
}
