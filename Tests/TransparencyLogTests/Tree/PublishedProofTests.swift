import FoundationEssentials
import Testing
import TransparencyLog

/// The valid examples that implementations of Certificate Transparency share (transparency-dev/merkle), over the tree
/// of `MerkleTreeTests`.
@Suite struct PublishedProofTests {
    private static let heads = [
        1: "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=", 2: "+sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU=",
        3: "rra8/idLcKFPsGel5VeCZNsPqbUa9eC6FZFY8yngbnc=", 5: "Tju7H3tHjc/nH7YxYxUZo7yhLJrvyhYSv85ME6hiZNQ=",
        6: "duZ9rbzfHhDht03cYIq9L5jfsW+851J3tSMqEn8gh+8=", 7: "3bib5AOAnjJXUNPSY814kpwpQreUKjS3fhIslZSnTIw=",
        8: "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=",
    ]

    private static func hash(_ text: String?) throws -> Hash {
        try #require(text.flatMap { Data(base64Encoded: $0) }.flatMap { Hash(bytes: $0) })
    }

    private static let inclusions: [(index: Int, size: Int, leaf: String, path: [String])] = [
        (0, 1, "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=", []),
        (
            0, 8, "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=",
            [
                "lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c=", "Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=",
                "a0eq8p7jwq+a+Im8H7klTavTEXfxYjLdaqsDXKOb9uQ=",
            ]
        ),
        (
            5, 8, "QnGia+DYqE8L1UyMMC58s6O10fpngKQLzOKHNHfatlg=",
            [
                "vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=", "yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=",
                "037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=",
            ]
        ),
        (
            2, 3, "ApjRIpBtz8EIkstTpzmS/FufST6kybrbJ7eRtBJ6f+c=",
            ["+sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU="]
        ),
        (
            1, 5, "lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c=",
            [
                "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=", "Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=",
                "vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=",
            ]
        ),
    ]

    private static let consistencies: [(old: Int, new: Int, path: [String])] = [
        (1, 1, []),
        (
            1, 8,
            [
                "lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c=", "Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=",
                "a0eq8p7jwq+a+Im8H7klTavTEXfxYjLdaqsDXKOb9uQ=",
            ]
        ),
        (
            6, 8,
            [
                "DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o=", "yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=",
                "037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=",
            ]
        ),
        (
            2, 5,
            ["Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=", "vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms="]
        ),
        (
            6, 7,
            [
                "DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o=", "sIaT7C5yFZcTBkHoIR5+7cy0wmQTlj7ubB4u0W/7Gl8=",
                "037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=",
            ]
        ),
    ]

    @Test(arguments: inclusions)
    func `a published inclusion proof holds`(index: Int, size: Int, leaf: String, path: [String]) throws {
        let proof = InclusionProof(index: Int64(index), treeSize: Int64(size), path: try path.map(Self.hash))
        #expect(proof.proves(leaf: try Self.hash(leaf), in: try Self.hash(Self.heads[size])))
    }

    @Test(arguments: consistencies)
    func `a published consistency proof holds`(old: Int, new: Int, path: [String]) throws {
        let proof = ConsistencyProof(oldSize: Int64(old), newSize: Int64(new), path: try path.map(Self.hash))
        #expect(proof.proves(oldRoot: try Self.hash(Self.heads[old]), newRoot: try Self.hash(Self.heads[new])))
    }
}
