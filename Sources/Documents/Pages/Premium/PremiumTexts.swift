import Registry
import Regulation

enum PremiumTexts {
    static let title = Phrase("保费怎么算", "How is my premium made up?")
    static let titleWithFaults = Phrase("有内容要改 · 保费怎么算", "Something to put right · How is my premium made up?")
    static let titleOfAnswer = Phrase("结果 · 保费怎么算", "Result · How is my premium made up?")

    static let regionMissing = Phrase("请选择在哪里投保", "Choose where it is insured")
    static let recordMissing = Phrase("请选择上一年有没有出过有责任的事故", "Say whether there was an accident at fault last year")
    static let dateMissing = Phrase("请填日期", "Enter the date")
    static let dateForm = Phrase(
        "日期应在 2006 年到 2100 年之间，例如 2027-03-01", "Dates run from 2006 to 2100, such as 2027-03-01")
    static let seatsForm = Phrase("座位数应是整数，例如 5", "Seats are a whole number, such as 5")
    static let loadForm = Phrase("质量填整数千克，例如 1495", "Give whole kilograms, such as 1495")
    static let displacementForm = Phrase("排量填整数毫升，例如 125", "Give whole millilitres, such as 125")
    static let powerForm = Phrase("功率填千瓦，例如 11.0", "Give kilowatts, such as 11.0")

    static let phrases: [String: Phrase] = [
        "title": title,
        "lead": Phrase(
            "填几样，就能看到交强险保费是多少，每一步出自哪一条。",
            "A few answers show what the compulsory insurance costs, and which article each step comes from."),
        "kind": Phrase("什么车", "What kind of vehicle"),
        "seats": Phrase("核定载客", "Seats"),
        "seatsHint": Phrase("行驶证上的人数，含驾驶员", "As on the licence, the driver counted"),
        "load": Phrase("核定载质量（千克）", "Rated load in kilograms"),
        "loadHint": Phrase("货车填这一项，见行驶证", "For trucks, as on the licence"),
        "traction": Phrase("准牵引总质量（千克，选填）", "Quasi-traction mass in kilograms (optional)"),
        "tractionHint": Phrase("半挂牵引车填这一项；不填按 10 吨以上计算", "For semi-trailer tractors; without it, 10 tonnes and more"),
        "special": Phrase("哪一类特种车", "Which special vehicle"),
        "displacement": Phrase("排量（毫升）", "Displacement in millilitres"),
        "displacementHint": Phrase("电动摩托车不填", "Not for electric ones"),
        "electric": Phrase("电动摩托车的种类（选填）", "Kind of electric motorcycle (optional)"),
        "notElectric": Phrase("不是电动的", "Not electric"),
        "sidecar": Phrase("是侧三轮摩托车", "It has a sidecar"),
        "tractor": Phrase("哪一种拖拉机", "Which tractor"),
        "power": Phrase("功率（千瓦）", "Power in kilowatts"),
        "region": Phrase("在哪里投保", "Where it is insured"),
        "regionHint": Phrase("各地的浮动方案不同", "Provinces differ in how far the history moves the premium"),
        "record": Phrase("上一年有没有出过有责任的事故", "Was there an accident at fault last year?"),
        "recordHint": Phrase(
            "对方全责的不算，只走商业险、没有动用交强险的也不算",
            "Only those you were to blame for, and that compulsory insurance paid for"),
        "start": Phrase("从哪天起保", "First day of cover"),
        "more": Phrase("特殊情形：外省转入、短期险、警车等", "Special cases: other provinces, short terms, police vehicles"),
        "circumstance": Phrase("以往记录有没有特殊情形", "Anything special about the history"),
        "none": Phrase("没有", "None"),
        "paid": Phrase("最近一次赔付是哪天（选填）", "Day of the latest payment (optional)"),
        "paidHint": Phrase("填了，就能看到早一点投保差多少", "With it you see what renewing earlier would have changed"),
        "applied": Phrase("哪天投保（选填）", "Day of application (optional)"),
        "appliedHint": Phrase("不填按今天；最多可以提前三个月", "Today when left empty; at most three months ahead"),
        "term": Phrase("保多久", "Term"),
        "fullYear": Phrase("一年", "One year"),
        "end": Phrase("短期险的止期", "Last moment of a short term"),
        "endHint": Phrase("保障到这一天零时为止；只有短期险要填", "Cover ends at 00:00 on this day; only for short terms"),
        "police": Phrase("是警车或普通囚车", "It is a police or prison van"),
        "submit": Phrase("算一算", "Work it out"),
        "ladderTitle": Phrase("记录怎样影响保费", "What the record does to the premium"),
        "ladderNote": Phrase(
            "同一辆车、同一天起保，只换以往的记录。", "The same vehicle from the same day, only the history differs."),
        "now": Phrase("现在", "Now"),
        "excludes": Phrase(
            "这里只算交强险，不含车船税和商业险。正式保费以保险公司出具的保险单为准。",
            "This is compulsory insurance alone, without vehicle tax and voluntary cover. The policy decides."),
    ]

    static let specialClasses: [Phrase] = [
        Phrase("特种车一：油罐车、汽罐车、液罐车", "Class 1: oil, gas and liquid tankers"),
        Phrase("特种车二：清障、清扫、起重、搅拌、冷藏等专用车", "Class 2: wreckers, sweepers, cranes, mixers, cold stores and the like"),
        Phrase("特种车三：监测、消防、运钞、医疗等专用车", "Class 3: monitoring, fire-fighting, cash transport, medical work"),
        Phrase("特种车四：集装箱拖头", "Class 4: tractors of container trailers"),
    ]
}
