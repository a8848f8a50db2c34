/// Finds what is sealed under persons' keys.
package protocol SealedPlaces {
    /// What is kept sealed beside these entries, where anything is.
    func sealedPlaces(beside indexes: [Int64]) throws -> [SealedPlace]
    /// Everything from an entry on that is sealed under any of these keys. Goes through all entries there are.
    func sealedPlaces(under keys: Set<Int64>, from index: Int64) throws -> [SealedPlace]
}
