/// The legal texts a rule may cite. A text that is not listed here cannot be cited.
public enum Instrument: String, CaseIterable, Sendable {
    /// In force since 2019-03-02; its articles are renumbered against the 2012 text (article 38 was 39).
    case regulation2019 = "机动车交通事故责任强制保险条例(2019)"
    case underwritingCode2020 = "交强险承保实务规程(2020版)"
    case clauses2020 = "机动车交通事故责任强制保险条款(2020版)"
    case tariff2006 = "机动车交通事故责任强制保险基础费率表(2006版)"
    case tariff2008 = "机动车交通事故责任强制保险基础费率表(2008版)"
    case tractorTariff2007 = "保监产险〔2007〕53号 拖拉机交强险费率"
    case floatingRules2007 = "机动车交通事故责任强制保险费率浮动暂行办法(保监发〔2007〕52号)"
    case limitsNotice2008 = "保监会公告〔2008〕交强险责任限额调整方案"
    case limitsAndFloatingNotice2020 = "银保监会公告2020年第2号(调整交强险责任限额和费率浮动系数)"
    case drinkDrivingNotice2010 = "关于实行酒后驾驶与机动车交强险费率联系浮动制度的通知(公通字〔2010〕8号)"
    /// A province's own standard of how traffic violations move the premium; an operator's rows cite it.
    case regionalViolationStandard = "各地道路交通违法与交强险费率联系浮动标准"
    /// A region's own factor for motorcycles; an operator's rows cite it.
    case regionalMotorcycleFactor = "各地摩托车交强险地区费率因子"
    case layUpRules2009 = "停驶机动车交强险业务处理暂行办法(中保协发〔2009〕68号)"
    case claimsPractice2020 = "交强险理赔实务规程(2020版)"
    case ownDamageSettlement2009 = "交强险财产损失“互碰自赔”处理办法(2009)"
    case supremeCourtInterpretation2020 = "最高人民法院关于审理道路交通事故损害赔偿案件适用法律若干问题的解释(法释〔2020〕17号)"
    case insuranceLaw2015 = "保险法(2015)"
    case civilCode2020 = "民法典(2020)"
    case roadTrafficSafetyLaw2021 = "道路交通安全法(2021)"
    case vehicleTaxLaw2019 = "车船税法(2019修正)"
    case vehicleTaxRules2019 = "车船税法实施条例(2019)"
    case vehicleTaxCollection2015 = "车船税管理规程(试行)(税务总局公告2015年第83号)"
    case vehicleTaxRelief2018 = "财税〔2018〕74号 节能 新能源车船享受车船税优惠政策"
    case provincialVehicleTax = "省级车船税税额标准"
    case holidayNotice = "国务院办公厅关于部分节假日安排的通知"
    case capitalNumerals1997 = "正确填写票据和结算凭证的基本规定(支付结算办法附一)"
    case personalInformationLaw2021 = "个人信息保护法(2021)"
    case plates2018 = "GA 36-2018 机动车号牌"
    case plateCategories2012 = "GA/T 16.7-2012 号牌种类代码"
    case vin2019 = "GB 16735-2019 道路车辆 车辆识别代号"
    case socialCreditCode2015 = "GB 32100-2015 统一社会信用代码"
    case residentNumber1999 = "GB 11643-1999 公民身份号码"
    case regions = "GB/T 2260 行政区划代码"
    /// What this registry reads where the texts leave room; always with a note.
    case houseReading = "本系统对条文未尽之处的读法"

    /// The name as it is printed and sent.
    public var title: String { rawValue }

    /// The name in tables: `regulation2019`.
    public var code: String { String(describing: self) }
}
