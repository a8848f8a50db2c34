/// The traditional forms of the characters on plates, as keyboards in Hong Kong and Macao write them.
enum TraditionalCharacter {
    private static let traditional = Array("晉遼滬蘇閩贛魯粵瓊貴雲陝寧掛學試領應臨".unicodeScalars)
    private static let simple = Array("晋辽沪苏闽赣鲁粤琼贵云陕宁挂学试领应临".unicodeScalars)

    /// The simplified character; any other comes back as it is.
    static func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        traditional.firstIndex(of: scalar).map { simple[$0] } ?? scalar
    }
}
