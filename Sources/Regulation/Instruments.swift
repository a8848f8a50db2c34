/// The legal texts a rule may cite. A text that is not listed here cannot be cited.
public enum Instrument: String, CaseIterable, Sendable {
    /// In force since 2019-03-02; its articles are renumbered against the 2012 text (article 38 was 39).
    case regulation2019 = "机动车交通事故责任强制保险条例(2019)"
    case underwritingCode2020 = "交强险承保实务规程(2020版)"
    case clauses2020 = "机动车交通事故责任强制保险条款(2020版)"
    case roadTrafficSafetyLaw2021 = "道路交通安全法(2021)"
    case personalInformationLaw2021 = "个人信息保护法(2021)"
    case plates2018 = "GA 36-2018 机动车号牌"
    case plateCategories2012 = "GA/T 16.7-2012 号牌种类代码"
    case vin2019 = "GB 16735-2019 道路车辆 车辆识别代号"
    case socialCreditCode2015 = "GB 32100-2015 统一社会信用代码"
    case residentNumber1999 = "GB 11643-1999 公民身份号码"
    case regions = "GB/T 2260 行政区划代码"

    /// The name as it is printed and sent.
    public var title: String { rawValue }
}
