import Crypto
import TransparencyLog

extension EntryContent {
    /// A seed for an entry that the registry adds beside this one, as unguessable as this one's; another for every
    /// purpose, for two entries of one seed would share their salts.
    func companionSeed(_ purpose: String) -> [UInt8] {
        Hash(SHA256.hash(data: Array("xubao companion".utf8) + seed + Array(purpose.utf8))).bytes
    }
}
