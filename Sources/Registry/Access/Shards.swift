/// A dictionary of many small ones, by the low bits of the key. A large dictionary is copied whole by the first change
/// after somebody took a copy, and made anew whole when it grows; both would stop every question for a tenth of a
/// second where a million are kept. Here a thousandth of it is.
struct Shards<Value: Sendable>: Sendable {
    static var number: Int { 1024 }

    private var shards: [[LookupKey: Value]]

    init() { shards = Array(repeating: [:], count: Self.number) }

    var count: Int { shards.reduce(0) { $0 + $1.count } }

    subscript(key: LookupKey) -> Value? {
        get { shards[Self.shard(key)][key] }
        _modify { yield &shards[Self.shard(key)][key] }
    }

    subscript(key: LookupKey, default value: @autoclosure () -> Value) -> Value {
        get { shards[Self.shard(key)][key, default: value()] }
        _modify { yield &shards[Self.shard(key)][key, default: value()] }
    }

    /// In the order of their keys.
    var sorted: [(key: LookupKey, value: Value)] {
        shards.flatMap { $0.map { (key: $0.key, value: $0.value) } }.sorted { $0.key.value < $1.key.value }
    }

    /// Replaces each value of one shard, or leaves it out for `nil`.
    mutating func update(shard: Int, _ change: (Value) -> Value?) {
        guard shards.indices.contains(shard), !shards[shard].isEmpty else { return }
        shards[shard] = shards[shard].compactMapValues(change)
    }

    private static func shard(_ key: LookupKey) -> Int { Int(truncatingIfNeeded: key.value) & (number - 1) }
}

extension Shards: Equatable where Value: Equatable {}
