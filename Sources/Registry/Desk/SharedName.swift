/// A name that so many vehicles were reported by that it tells none from another: a dealer's placeholder plate, an
/// engine number made of nines, a policy number copied down a column. Looking through all of them at every record and
/// every question would make each dearer than the one before.
enum SharedName {
    /// Files entered under one name. No plate has passed through so many hands, and looking through as many is cheap.
    static let most = 64
}
