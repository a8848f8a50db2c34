/// Carries a value to the one thread that uses it from then on.
struct UnsafeTransfer<Value>: @unchecked Sendable {
    // Unchecked because the writer's thread alone touches the value after it was handed over.
    let value: Value

    init(_ value: Value) { self.value = value }
}
