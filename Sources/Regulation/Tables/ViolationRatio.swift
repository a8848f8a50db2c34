/// How traffic violations move the premium in a region that links them (V系数), in per cent.
struct ViolationRatio: Decodable, Sendable {
    /// For one, two, three and more windows in a row without a violation; not above nothing.
    let clean: [Int]
    /// For each violation of a kind: `redLight`.
    let perEvent: [String: Int]
    /// At most so much in all.
    let cap: Int
    /// Whether it is charged.
    let applies: Bool
}
