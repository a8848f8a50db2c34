import Mustache

/// What a template is filled with; a value that is `nil` is as if it were not there.
struct Values: MustacheParent, ExpressibleByDictionaryLiteral {
    private var values: [String: Any] = [:]

    init(dictionaryLiteral elements: (String, Any?)...) {
        for (name, value) in elements { values[name] = value }
    }

    func child(named name: String) -> Any? { values[name] }

    mutating func set(_ name: String, to value: String) { values[name] = value }

    /// Both together; where both have a name, the other's value stands.
    func merging(_ other: Values) -> Values {
        var merged = self
        merged.values.merge(other.values) { $1 }
        return merged
    }
}
