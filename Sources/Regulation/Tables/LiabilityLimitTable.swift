/// What one policy pays at most for one accident (责任限额), by fault and item, chosen by the day of the accident and
/// not by the start of the policy — Regulation 23, the notices of 2008 and 2020.
struct LiabilityLimitTable: LawTable {
    static let name = TableName.liabilityLimits
    static var published: [UInt8] { PackageResources.liabilityLimits_json }

    let rows: [TableRow<Amount>]

    init(_ document: TableDocument<Amount>) { rows = document.rows }

    /// Refuses for a day no encoded text speaks of.
    func limit(
        for item: CompensationItem, heading: LiabilityHeading, accidentOn date: CivilDate
    ) throws(Refusal) -> LiabilityLimit {
        let name = "\(heading.rawValue)/\(item.limitedAs.rawValue)"
        guard let row = rows.first(where: { $0.name == name && $0.speaks(of: date) }), let amount = row.value else {
            let title = TableName.liabilityLimits.title
            throw Refusal(
                Finding(
                    code: "tableNotEncoded",
                    message: "《\(title.chinese)》中没有事故发生日适用的“\(name)”一行，不能计算。",
                    english: "The table of \(title.english) has no row “\(name)” for the day of the accident.",
                    path: "\(TableName.liabilityLimits.rawValue)/\(name)", citation: .liabilityLimits))
        }
        return LiabilityLimit(amount: amount, row: row)
    }

    static func fault(in row: TableRow<Amount>) -> Sentence? {
        let names = LiabilityHeading.allCases.flatMap { heading in
            [CompensationItem.property, .medical, .deathDisability].map { "\(heading.rawValue)/\($0.rawValue)" }
        }
        guard !names.contains(row.name) else {
            return (row.value ?? .zero) < .zero ? Sentence("限额不能为负", "a limit cannot be negative") : nil
        }
        let known = names.joined(separator: ", ")
        return Sentence("行名应为 \(known) 之一", "the name is one of \(known)")
    }

    static func describe(_ value: Amount) -> Sentence { Sentence("\(value.yuanText) 元", "\(value.yuanText) yuan") }
}
