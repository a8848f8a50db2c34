/// Where the texts on claims leave room and this house decides, each surfacing as a note.
enum CompensationReading: CaseIterable {
    case uninsuredCountsAsInsured, substitutionWithoutInsurer, substitutionBefore2008, laterRoundsEqually, leftoverFen
    case aboardWithoutFault, outsidePropertyWithoutFault, exclusionAmongSeveral, rescueAmongSeveral

    var finding: Finding {
        Finding(
            code: "readingUnverified", message: "\(sentence.chinese)。此读法未经核实。",
            english: "\(sentence.english). This reading has not been verified.", citation: citation)
    }

    private var sentence: Sentence {
        switch self {
        case .uninsuredCountsAsInsured:
            Sentence(
                "应投保而未投保的车辆视同已投保参与计算，由其所有人支付",
                "A vehicle that ought to be insured and is not counts as insured, and its owner pays")
        case .substitutionWithoutInsurer:
            Sentence(
                "无责车辆与有责车辆有一方未投保的，不适用代赔，由无责车辆一方自行支付",
                "Where either vehicle is uninsured, nobody substitutes: the one without fault pays its own part")
        case .substitutionBefore2008:
            Sentence(
                "2008年以前的事故也按无责代赔的方法、以当时的无责任财产损失限额计算",
                "Accidents before 2008 are settled by substitution too, within the limit of that time")
        case .laterRoundsEqually:
            Sentence(
                "首轮之后，尚未获赔的部分由仍有限额的车辆平均分摊",
                "After the first round what is uncovered falls equally on vehicles with limit left")
        case .leftoverFen:
            Sentence(
                "不足一分的尾差归余数最大的一笔，余数相同的按编号先后",
                "A fen left over goes to the largest remainder, ties by id")
        case .aboardWithoutFault:
            Sentence(
                "无责车辆不赔偿其他无责车辆的车上人员",
                "Vehicles without fault do not pay for people aboard one another")
        case .outsidePropertyWithoutFault:
            Sentence(
                "各车均无责任时，由无责车辆在无责任限额内赔偿车外财产",
                "When no vehicle is at fault, those without fault pay things outside within their limits")
        case .exclusionAmongSeveral:
            Sentence(
                "有免责事由的车辆不参与分摊，损失由其他车辆的保险在限额内赔偿",
                "A vehicle with a ground of exclusion takes no share; the others' cover pays within its limits")
        case .rescueAmongSeveral:
            Sentence(
                "多名受害人的抢救费用按各自医疗费用的比例划分",
                "Rescue costs of several victims are divided by their medical costs")
        }
    }

    private var citation: Citation {
        switch self {
        case .uninsuredCountsAsInsured: .uninsuredPays
        case .substitutionWithoutInsurer, .substitutionBefore2008: .substitution
        case .laterRoundsEqually: .laterRounds
        case .leftoverFen: .fenRounding
        case .aboardWithoutFault, .outsidePropertyWithoutFault: .assessedAmounts
        case .exclusionAmongSeveral, .rescueAmongSeveral: .advance
        }
    }
}
