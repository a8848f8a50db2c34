/// A point of the curve y² = x³ − 3x + b of GB/T 32918.5, in projective coordinates (x = X/Z, y = Y/Z); Z = 0 is the
/// point at infinity.
struct SM2Point: Sendable {
    /// The field of the coordinates.
    static let field = PrimeField(
        modulus: UInt256(
            0xFFFF_FFFF_FFFF_FFFF, 0xFFFF_FFFF_0000_0000, 0xFFFF_FFFF_FFFF_FFFF, 0xFFFF_FFFE_FFFF_FFFF))
    /// Numbers modulo the order of the group, which is a prime.
    static let scalars = PrimeField(
        modulus: UInt256(
            0x53BB_F409_39D5_4123, 0x7203_DF6B_21C6_052B, 0xFFFF_FFFF_FFFF_FFFF, 0xFFFF_FFFE_FFFF_FFFF))

    static let a = field.modulus.subtracting(UInt256(3, 0, 0, 0)).difference
    static let b = UInt256(
        0xDDBC_BD41_4D94_0E93, 0xF397_89F5_15AB_8F92, 0x4D5A_9E4B_CF65_09A7, 0x28E9_FA9E_9D9F_5E34)
    static let baseX = UInt256(
        0x715A_4589_334C_74C7, 0x8FE3_0BBF_F266_0BE1, 0x5F99_0446_6A39_C994, 0x32C4_AE2C_1F19_8119)
    static let baseY = UInt256(
        0x02DF_32E5_2139_F0A0, 0xD0A9_877C_C62A_4740, 0x59BD_CEE3_6B69_2153, 0xBC37_36A2_F4F6_779C)

    static let infinity = SM2Point(x: .zero, y: field.one, z: .zero)
    static let base = SM2Point(x: field.element(baseX), y: field.element(baseY), z: field.one)
    private static let bElement = field.element(b)

    private let x: UInt256
    private let y: UInt256
    private let z: UInt256

    private init(x: UInt256, y: UInt256, z: UInt256) {
        self.x = x
        self.y = y
        self.z = z
    }

    /// `nil` unless both are below the modulus and the point is on the curve. The group has prime order, so that every
    /// point on it will do.
    init?(x: UInt256, y: UInt256) {
        let field = Self.field
        guard x < field.modulus, y < field.modulus else { return nil }
        self.init(x: field.element(x), y: field.element(y), z: field.one)
        let cube = field.product(field.product(self.x, self.x), self.x)
        let right = field.sum(field.difference(cube, field.triple(self.x)), Self.bElement)
        guard field.product(self.y, self.y) == right else { return nil }
    }

    /// The coordinates; `nil` at infinity.
    var affine: (x: UInt256, y: UInt256)? {
        guard z != .zero else { return nil }
        let field = Self.field
        let inverse = field.inverse(z)
        return (field.number(field.product(x, inverse)), field.number(field.product(y, inverse)))
    }

    /// The complete addition law of Renes, Costello and Batina for a = −3: right for every two points, also equal ones
    /// and infinity, so that no input of a stranger meets a special case.
    static func + (left: SM2Point, right: SM2Point) -> SM2Point {
        let f = field
        let xx = f.product(left.x, right.x)
        let yy = f.product(left.y, right.y)
        let zz = f.product(left.z, right.z)
        let xy = f.difference(f.product(f.sum(left.x, left.y), f.sum(right.x, right.y)), f.sum(xx, yy))
        let yz = f.difference(f.product(f.sum(left.y, left.z), f.sum(right.y, right.z)), f.sum(yy, zz))
        let xz = f.difference(f.product(f.sum(left.x, left.z), f.sum(right.x, right.z)), f.sum(xx, zz))
        let u = f.triple(f.difference(xz, f.product(bElement, zz)))
        let v = f.triple(f.difference(f.product(bElement, xz), f.sum(xx, f.triple(zz))))
        let w = f.triple(f.difference(xx, zz))
        let above = f.sum(yy, u)
        let below = f.difference(yy, u)
        return SM2Point(
            x: f.difference(f.product(xy, above), f.product(yz, v)),
            y: f.sum(f.product(above, below), f.product(w, v)),
            z: f.sum(f.product(yz, below), f.product(xy, w)))
    }

    static func * (scalar: UInt256, point: SM2Point) -> SM2Point {
        var result = infinity
        for position in (0..<256).reversed() {
            result = result + result
            if scalar.bit(position) { result = result + point }
        }
        return result
    }
}
