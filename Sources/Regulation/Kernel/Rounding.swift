/// How an exact result becomes a sum that is paid.
public enum Rounding: String, CaseIterable, Sendable {
    /// Half a fen and more becomes a fen, away from zero.
    case halfUpToFen
    /// Half a yuan and more becomes a yuan, away from zero (四舍五入取整为元).
    case halfUpToYuan
    /// What is less than a fen is dropped, towards zero.
    case downToFen

    /// Fen in the unit rounded to.
    var unit: Int64 { self == .halfUpToYuan ? 100 : 1 }
}
