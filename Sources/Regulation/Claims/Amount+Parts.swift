import BigInt

extension Amount {
    /// The amount in parts of a fen; nothing for a negative one, which no loss and no limit is.
    func parts(_ scale: BigUInt = 1) -> BigUInt { BigUInt(max(fen, 0)) * scale }

    /// What so many parts come to, cut to the fen.
    init?(parts: BigUInt, scale: BigUInt) {
        guard let fen = Int64(exactly: parts / scale) else { return nil }
        self.init(fen: fen)
    }
}
