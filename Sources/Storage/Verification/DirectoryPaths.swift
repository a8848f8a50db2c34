/// Where the parts of a data directory lie.
struct DirectoryPaths {
    let path: String

    var registry: String { path + "/registry.sqlite" }
    var keys: String { path + "/keys.sqlite" }
    var masterKey: String { path + "/master.key" }
}
