/// Personal values sealed under a person's own key, ready to be stored beside their entry.
package struct SealedPersonalValues: Equatable, Sendable {
    package let keyNumber: Int64
    package let bytes: [UInt8]

    package init(keyNumber: Int64, bytes: [UInt8]) {
        self.keyNumber = keyNumber
        self.bytes = bytes
    }
}
