/// What a plate's number looks like (GA 36-2018 and the practice beside it), as far as the number alone tells.
///
/// Emergency rescue, armed police, military, tractor and temporary forms rest on practice, not on a text we hold; their
/// patterns are wide.
public enum PlateForm: String, CaseIterable, Sendable {
    case ordinary, newEnergySmall, newEnergyLarge, trailer, coach, police, testVehicle, embassy, consulate
    case hongKongMacao, emergencyRescue, armedPolice, military, tractor, temporary

    /// The category numbers (GA/T 16.7) whose plates have this form; 99, any other plate, is always among them.
    ///
    /// 41 to 43 (no plate, forged, another's) are what a patrol finds, not what an office issues: no form permits them.
    var categoryNumbers: [UInt8] {
        switch self {
        case .ordinary: [1, 2, 5, 6, 7, 8, 11, 12, 13, 14, 20, 21, 25, 99]
        case .newEnergySmall: [52, 99]
        case .newEnergyLarge: [51, 99]
        case .trailer: [15, 99]
        case .coach: [16, 17, 99]
        case .police: [23, 24, 99]
        case .testVehicle: [18, 19, 99]
        case .embassy: [3, 9, 99]
        case .consulate: [4, 10, 99]
        case .hongKongMacao: [26, 27, 99]
        // The code has no number for these plates; insurers send the one of the vehicle's size.
        case .emergencyRescue: [1, 2, 99]
        case .armedPolice: [31, 99]
        case .military: [32, 99]
        case .tractor: [14, 25, 99]
        case .temporary: [20, 21, 22, 99]
        }
    }

    /// Whether the second character is the letter of the issuing office.
    var namesIssuer: Bool {
        switch self {
        case .ordinary, .newEnergySmall, .newEnergyLarge, .trailer, .coach, .police, .testVehicle, .temporary: true
        case .embassy, .consulate, .hongKongMacao, .emergencyRescue, .armedPolice, .military, .tractor: false
        }
    }
}
