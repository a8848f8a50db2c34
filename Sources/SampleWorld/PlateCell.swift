/// One kind of plate at one registration office, with how many vehicles of every block bear it.
struct PlateCell: Sendable {
    let kind: PlateKind
    /// Position in `Province.all`.
    let province: Int
    let office: UInt8
    let slots: Int
}
