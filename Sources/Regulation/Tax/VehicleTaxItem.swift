/// The items of the schedule of vehicle tax (Vehicle Tax Law, 车船税税目税额表).
public enum VehicleTaxItem: String, CaseIterable, Codable, Sendable {
    case passengerUpTo1000, passengerUpTo1600, passengerUpTo2000, passengerUpTo2500, passengerUpTo3000
    case passengerUpTo4000, passengerOver4000
    case mediumBus, largeBus, truck, special, wheeledMachine, motorcycle

    /// The band of a passenger car; the upper end belongs to it: 1.6 litres are in the band to 1.6.
    init(displacementML: Int) {
        switch displacementML {
        case ...1000: self = .passengerUpTo1000
        case ...1600: self = .passengerUpTo1600
        case ...2000: self = .passengerUpTo2000
        case ...2500: self = .passengerUpTo2500
        case ...3000: self = .passengerUpTo3000
        case ...4000: self = .passengerUpTo4000
        default: self = .passengerOver4000
        }
    }

    /// Whether the rate is for each tonne of curb mass, not for each vehicle.
    public var isByTonne: Bool {
        switch self {
        case .truck, .special, .wheeledMachine: true
        default: false
        }
    }

    public var title: Sentence {
        switch self {
        case .passengerUpTo1000: Sentence("乘用车，1.0升（含）以下", "passenger car, up to 1.0 litre")
        case .passengerUpTo1600: Sentence("乘用车，1.0升以上至1.6升（含）", "passenger car, over 1.0 to 1.6 litres")
        case .passengerUpTo2000: Sentence("乘用车，1.6升以上至2.0升（含）", "passenger car, over 1.6 to 2.0 litres")
        case .passengerUpTo2500: Sentence("乘用车，2.0升以上至2.5升（含）", "passenger car, over 2.0 to 2.5 litres")
        case .passengerUpTo3000: Sentence("乘用车，2.5升以上至3.0升（含）", "passenger car, over 2.5 to 3.0 litres")
        case .passengerUpTo4000: Sentence("乘用车，3.0升以上至4.0升（含）", "passenger car, over 3.0 to 4.0 litres")
        case .passengerOver4000: Sentence("乘用车，4.0升以上", "passenger car, over 4.0 litres")
        case .mediumBus: Sentence("中型客车，核定载客9人以上20人以下", "bus, over 9 and under 20 seats")
        case .largeBus: Sentence("大型客车，核定载客20人（含）以上", "bus, 20 seats and more")
        case .truck: Sentence("货车，整备质量每吨", "truck, for each tonne of curb mass")
        case .special: Sentence("专用作业车，整备质量每吨", "special-purpose vehicle, for each tonne of curb mass")
        case .wheeledMachine: Sentence("轮式专用机械车，整备质量每吨", "wheeled machine, for each tonne of curb mass")
        case .motorcycle: Sentence("摩托车", "motorcycle")
        }
    }
}
