/// Findings that every reader of an identifier may come to.
enum IdentityFault {
    /// Nothing is left of the value but spaces and separators.
    static func empty(_ name: String, code: String, path: String?) -> Finding {
        Finding(code: code, message: "\(name)没有填写，请补上。", path: path)
    }

    /// The value is longer than any identifier is; nothing of it was looked at.
    static func tooLong(_ name: String, code: String, path: String?) -> Finding {
        Finding(code: code, message: "\(name)过长，请核对这一栏是否填了别的内容。", path: path)
    }
}

extension Finding {
    /// The same finding about another field, for a record that holds two of a kind (`plate`, `newPlate`).
    public func at(_ path: String) -> Finding {
        Finding(code: code, message: message, english: english, path: path, citation: citation)
    }
}
