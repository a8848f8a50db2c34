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
        get { elements.first { $0.field == field }?.text }
        set {
            let position = elements.firstIndex { $0.field >= field } ?? elements.endIndex
            let isThere = position < elements.endIndex && elements[position].field == field
            switch (newValue, isThere) {
            case (let text?, true): elements[position] = Element(field: field, text: text)
            case (let text?, false): elements.insert(Element(field: field, text: text), at: position)
            case (nil, true): elements.remove(at: position)
            case (nil, false): break
            }
        }
    }

    package mutating func reserveCapacity(_ count: Int) { elements.reserveCapacity(count) }
}
