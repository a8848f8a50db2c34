/// Who hands the money over: an insurer, or the owner of a vehicle that ought to have been insured; with the id of the
/// vehicle whose insurer or owner it is.
public enum CompensationPayer: Hashable, Sendable {
    case insurerOf(String)
    case ownerOf(String)
}
