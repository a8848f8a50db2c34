/// What can be wrong with a VIN or odd about it (GB 16735-2019).
enum VINFinding {
    // faults
    static let empty = IdentityFault.empty("车架号", code: "vinEmpty", path: "vin")
    static let tooLong = IdentityFault.tooLong("车架号", code: "vinTooLong", path: "vin")
    static let character = finding(
        "vinCharacter", "车架号里只有大写字母和数字，请按行驶证填写完整号码，不要用星号或其他符号代替。", "字码")
    static let letter = finding(
        "vinLetter", "车架号不使用字母 I、O 和 Q，请看清是不是数字 1 或 0 后改正。", "字码")
    static let length = finding("vinLength", "车架号应是 17 个字符，请对照行驶证补全或删去多余的字符。", "字码")
    static let lenientLength = finding("vinLength", "车架号应有 4 到 25 个字符，通常是 17 个，请对照行驶证改正。", "字码")

    // oddities
    static let irregular = finding(
        "vinIrregular", "车架号不是标准的 17 位写法；旧车、摩托车、拖拉机和进口车可能如此，请对照行驶证核对。", "字码")
    static let checkDigit = finding(
        "vinCheckDigit", "车架号第 9 位校验位与其余各位不符，请对照行驶证核对；确实如此的可以照填。", "检验位")
    static let modelYear = finding(
        "vinModelYear", "车架号第 10 位不是年份代码，请对照行驶证核对；部分进口车如此。", "年份代码")
    static let serial = finding(
        "vinSerial", "车架号最后四位通常是数字，请对照行驶证核对；小批量生产的车可能如此。", "车辆指示部分")

    private static func finding(_ code: String, _ message: String, _ article: String) -> Finding {
        Finding(code: code, message: message, path: "vin", citation: Citation(.vin2019, article))
    }
}
