/// A change made to an identifier as written that loses nothing; made, recorded and flagged.
public enum IdentityRepair: String, CaseIterable, Sendable {
    /// A dot, hyphen, slash or underscore between characters was left out.
    case separatorRemoved
    /// A space, tab or line end was left out.
    case spaceRemoved
    /// A character without width or of writing direction was left out.
    case invisibleRemoved
    /// A full-width letter, digit or sign was written in ASCII.
    case fullWidth
    /// Another compatibility form (a circled digit, a radical in place of its character) was written plainly.
    case compatibilityForm
    /// A small letter was raised.
    case lowerCase
    /// Capitals and small letters of an English code were set as the code has them.
    case letterCase
    /// `+86` or `0086` before a telephone number was left out.
    case countryCodeRemoved
    /// A code of one digit was written with two.
    case leadingZeroAdded
}
