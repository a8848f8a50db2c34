import Registry

/// How an insurer writes its files.
struct WritingHabits: Sendable {
    enum Times: Sendable { case rfc3339, local, slashed }
    /// How the end of a period is written when it is a midnight.
    enum Ends: Sendable { case exact, hour24, minute2359, second2359, bareDate, mixed }

    var encoding = WorldFile.Encoding.utf8
    /// Headers and terms in Chinese.
    var isChinese = true
    var quotesAll = false
    var lineEnd = "\n"
    var times = Times.local
    var ends = Ends.exact
    /// Names 承保 instead of leaving the event empty.
    var namesPolicyEvent = false
    /// `665` instead of `665.00` where there are no fen.
    var shortensAmounts = false
    var makesTypingErrors = false
    var daysBehind = 0
    var statesWatermark = true
    /// Writes its history to a file of its own.
    var splitsByYear = false
    var columns = Field.allCases

    static let programmed = WritingHabits(isChinese: false, times: .rfc3339, namesPolicyEvent: true, splitsByYear: true)
    static let chineseWithMark = WritingHabits(encoding: .utf8WithBOM, ends: .minute2359, namesPolicyEvent: true)
    static let spreadsheet = WritingHabits(encoding: .gb18030, lineEnd: "\r\n", ends: .hour24)
    static let slashedSpreadsheet = WritingHabits(
        encoding: .gb18030, lineEnd: "\r\n", times: .slashed, ends: .bareDate, shortensAmounts: true,
        columns: Field.allCases.reversed())
    static let quoting = WritingHabits(isChinese: false, quotesAll: true, ends: .second2359)
    static let late = WritingHabits(isChinese: false, times: .rfc3339, daysBehind: 6)
    /// Leaves out what it thinks nobody needs.
    static let careless = WritingHabits(
        ends: .mixed, makesTypingErrors: true,
        columns: Field.allCases.filter {
            ![.insuredName, .insuredDocument, .vehicleTax, .powerKW, .previousPolicyNumber].contains($0)
        })
    static let withoutWatermark = WritingHabits(
        encoding: .gb18030, lineEnd: "\r\n", ends: .hour24, namesPolicyEvent: true, statesWatermark: false)
}
