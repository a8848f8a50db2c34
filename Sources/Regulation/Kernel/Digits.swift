enum Digits {
    /// Writes a non-negative number with leading zeros.
    static func write(_ value: Int, digits: Int, into buffer: inout UnsafeMutableBufferPointer<UInt8>, at offset: Int) {
        var rest = value
        var position = offset + digits - 1
        while position >= offset {
            buffer[position] = 0x30 + UInt8(rest % 10)
            rest /= 10
            position -= 1
        }
    }
}
