/// Arithmetic modulo a prime between 2²⁵⁵ and 2²⁵⁶, on numbers in Montgomery's form (x is kept as x·2²⁵⁶).
struct PrimeField: Sendable {
    let modulus: UInt256
    /// 1 and 2²⁵⁶ in Montgomery's form.
    let one: UInt256
    private let radix: UInt256
    /// −modulus⁻¹ modulo 2⁶⁴.
    private let negatedInverse: UInt64

    init(modulus: UInt256) {
        self.modulus = modulus
        // Newton's iteration doubles the right bits of the inverse each time; an odd number is its own inverse
        // modulo 8.
        var inverse = modulus.w0
        for _ in 0..<5 { inverse = inverse &* (2 &- modulus.w0 &* inverse) }
        negatedInverse = 0 &- inverse
        // 2²⁵⁶ − modulus is below the modulus.
        one = UInt256.zero.subtracting(modulus).difference
        var power = one
        for _ in 0..<256 { power = Self.sum(power, power, modulus) }
        radix = power
    }

    /// Into Montgomery's form; the number is reduced first.
    func element(_ number: UInt256) -> UInt256 { product(reduced(number), radix) }

    /// Out of Montgomery's form.
    func number(_ element: UInt256) -> UInt256 { product(element, UInt256(1, 0, 0, 0)) }

    /// Any 256-bit number modulo the prime, not in Montgomery's form.
    func reduced(_ number: UInt256) -> UInt256 {
        let (difference, borrow) = number.subtracting(modulus)
        return borrow ? number : difference
    }

    func sum(_ left: UInt256, _ right: UInt256) -> UInt256 { Self.sum(left, right, modulus) }

    func difference(_ left: UInt256, _ right: UInt256) -> UInt256 {
        let (difference, borrow) = left.subtracting(right)
        return borrow ? difference.adding(modulus).sum : difference
    }

    func triple(_ value: UInt256) -> UInt256 { sum(sum(value, value), value) }

    /// left · right · 2⁻²⁵⁶.
    func product(_ left: UInt256, _ right: UInt256) -> UInt256 {
        var sum = Accumulator()
        for word in [right.w0, right.w1, right.w2, right.w3] {
            sum.add(left, times: word)
            // The multiple of the modulus that clears the lowest word, which is then dropped.
            sum.add(modulus, times: sum.w0 &* negatedInverse)
            sum.dropLowestWord()
        }
        let (difference, borrow) = sum.low.subtracting(modulus)
        return sum.w4 == 0 && borrow ? sum.low : difference
    }

    /// 1/value by Fermat; of zero, zero.
    func inverse(_ value: UInt256) -> UInt256 {
        let exponent = modulus.subtracting(UInt256(2, 0, 0, 0)).difference
        var result = one
        for position in (0..<256).reversed() {
            result = product(result, result)
            if exponent.bit(position) { result = product(result, value) }
        }
        return result
    }

    private static func sum(_ left: UInt256, _ right: UInt256, _ modulus: UInt256) -> UInt256 {
        let (sum, carry) = left.adding(right)
        let (difference, borrow) = sum.subtracting(modulus)
        return !carry && borrow ? sum : difference
    }

    /// Six words that partial products are gathered in.
    private struct Accumulator {
        var w0: UInt64 = 0
        var w1: UInt64 = 0
        var w2: UInt64 = 0
        var w3: UInt64 = 0
        var w4: UInt64 = 0
        var w5: UInt64 = 0

        var low: UInt256 { UInt256(w0, w1, w2, w3) }

        mutating func add(_ number: UInt256, times factor: UInt64) {
            var carry: UInt64 = 0
            Self.add(number.w0, factor, &w0, &carry)
            Self.add(number.w1, factor, &w1, &carry)
            Self.add(number.w2, factor, &w2, &carry)
            Self.add(number.w3, factor, &w3, &carry)
            let (top, overflow) = w4.addingReportingOverflow(carry)
            w4 = top
            w5 &+= overflow ? 1 : 0
        }

        mutating func dropLowestWord() {
            (w0, w1, w2, w3, w4, w5) = (w1, w2, w3, w4, w5, 0)
        }

        /// place + factor · factor + carry always fits in two words.
        private static func add(_ left: UInt64, _ right: UInt64, _ place: inout UInt64, _ carry: inout UInt64) {
            let (high, low) = left.multipliedFullWidth(by: right)
            let (first, firstOverflow) = low.addingReportingOverflow(place)
            let (second, secondOverflow) = first.addingReportingOverflow(carry)
            place = second
            carry = high &+ (firstOverflow ? 1 : 0) &+ (secondOverflow ? 1 : 0)
        }
    }
}
