/// A keyed hash of something that may not be stored in the open: 64 bits, enough to find by, not to prove by.
/// Whatever is found is compared with the sealed value itself, so a collision costs a look and nothing else.
package struct LookupKey: Hashable, Comparable, Sendable {
    package let value: Int64

    package init(_ value: Int64) { self.value = value }

    package static func < (left: LookupKey, right: LookupKey) -> Bool { left.value < right.value }
}
