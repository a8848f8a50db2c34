import Foundation
import Testing

/// The table of identifiers the readers are held to: every valid and invalid sample in it is a test.
struct IdentifierSamples: Decodable {
    struct Refused: Decodable, CustomTestStringConvertible {
        let value: String
        let why: String

        var testDescription: String { "\(value) \(why)" }
    }

    struct Plate: Decodable {
        let valid: [String: [String]]
        let invalid: [Refused]
        let kindCodes: [String: String]
        let kindVsPattern: [String: [String]]
        let issuerLetters: [String: String]
        let provinceChars: String

        enum CodingKeys: String, CodingKey {
            case valid, invalid
            case kindCodes = "kind_codes"
            case kindVsPattern = "kind_vs_pattern"
            case issuerLetters = "issuer_letters"
            case provinceChars = "province_chars"
        }
    }

    struct VIN: Decodable {
        let validReal: [String]
        let validSynthetic: [String]
        let invalid: [Refused]

        enum CodingKeys: String, CodingKey {
            case invalid
            case validReal = "valid_real"
            case validSynthetic = "valid_synthetic"
        }
    }

    struct Listed: Decodable {
        let valid: [String]
        let invalid: [String]
        let legacyExceptions: [String]?

        enum CodingKeys: String, CodingKey {
            case valid, invalid
            case legacyExceptions = "legacy_exceptions"
        }
    }

    struct Regions: Decodable {
        struct Row: Decodable {
            let abbr: String?
            let name: String
            let code: String
        }
        let provinces: [Row]
        let separatelyPlanned: [Row]

        enum CodingKeys: String, CodingKey {
            case provinces
            case separatelyPlanned = "separately_planned"
        }
    }

    let plate: Plate
    let vin: VIN
    let uscc: Listed
    let idCard: Listed
    let mobile: Listed
    let gbt2260: Regions

    enum CodingKeys: String, CodingKey {
        case plate, vin, uscc, mobile, gbt2260
        case idCard = "id_card"
    }

    static let table: IdentifierSamples = {
        guard let file = Bundle.module.url(forResource: "identifiers", withExtension: "json", subdirectory: "Samples")
        else { fatalError("the samples are not in the test bundle") }
        do {
            return try JSONDecoder().decode(IdentifierSamples.self, from: Data(contentsOf: file))
        } catch {
            fatalError("the samples cannot be read: \(error)")
        }
    }()
}
