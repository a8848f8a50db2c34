/// The breaches of the law that carry a penalty, by the names of their rows (Regulation arts. 36–40, Safety Law 95–98).
public enum Offence: String, CaseIterable, Codable, Sendable {
    case uninsured, markNotPlaced, markForged, markOfAnotherVehicle, insurerMisconduct, unlicensedBusiness
}
