/// Bytes that no row has.
struct UnreadableRow: Error {}
