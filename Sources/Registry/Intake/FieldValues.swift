/// The values of one record in canonical text, by field, in field order; a field that is not there is unknown.
package struct FieldValues: Equatable, Sendable {
    package struct Element: Equatable, Sendable {
        package let field: Field
        package let text: String

        package init(field: Field, text: String) {
            self.field = field
            self.text = text
        }
    }

    package private(set) var elements: [Element] = []

    package init() {}

    package subscript(field: Field) -> String? {
        get {
            let position = position(of: field)
            guard position < elements.count, elements[position].field == field else { return nil }
            return elements[position].text
        }
        set {
            if let newValue, elements.last.map({ $0.field < field }) ?? true {
                elements.append(Element(field: field, text: newValue))
                return
            }
            let position = position(of: field)
            let isThere = position < elements.endIndex && elements[position].field == field
            switch (newValue, isThere) {
            case (let text?, true): elements[position] = Element(field: field, text: text)
            case (let text?, false): elements.insert(Element(field: field, text: text), at: position)
            case (nil, true): elements.remove(at: position)
            case (nil, false): break
            }
        }
    }

    /// Where the field stands or would have to stand.
    private func position(of field: Field) -> Int {
        var position = 0
        while position < elements.count, elements[position].field.rawValue < field.rawValue { position += 1 }
        return position
    }

    /// Adds a value behind all others; the field must be higher than any that is there.
    package mutating func append(_ field: Field, _ text: String) {
        assert(elements.last.map { $0.field < field } ?? true, "fields are appended in rising order")
        elements.append(Element(field: field, text: text))
    }

    package mutating func reserveCapacity(_ count: Int) { elements.reserveCapacity(count) }
}
