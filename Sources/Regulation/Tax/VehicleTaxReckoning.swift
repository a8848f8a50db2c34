/// The steps of a vehicle's tax, over facts that are complete.
struct VehicleTaxReckoning<D: Derivation> {
    let facts: VehicleTaxFacts
    let table: VehicleTaxTable

    /// Years that were left out between the last one paid and the one asked about.
    var earlierYears: [Int] {
        guard let last = facts.lastPaidYear, last + 1 < facts.year else { return [] }
        return Array(last + 1..<facts.year)
    }

    /// Nothing for a year that was paid already.
    func currentTax(_ remarks: inout Remarks) throws(Refusal) -> Derived<Amount, D.Node> {
        guard facts.lastPaidYear != facts.year else {
            let last = D.node(.fact(.lastPaidYear, .count(facts.year, .years), at: "lastPaidYear"))
            return nothing(
                .vehicleTax, Sentence("当年的车船税已经缴纳，不再代收。", "The tax of the year is paid and not collected again."),
                .taxAlreadyPaid, over: [last])
        }
        if case .shortTerm = facts.months {
            remarks.note(.readingUnverified(shortTermReading, .taxByInsurers, at: "start"))
        }
        return try tax(of: facts.year, .vehicleTax, monthsTaxed: facts.months.count, &remarks)
    }

    /// The tax of one year, rounded once at its end.
    func tax(
        of year: Int, _ name: FigureName, monthsTaxed: Int, _ remarks: inout Remarks
    ) throws(Refusal) -> Derived<Amount, D.Node> {
        guard case .taxed(let base) = facts.scope else { return free(name, &remarks) }
        if facts.relief == .exempt {
            remarks.note(.readingUnverified(reliefReading, .vehicleTaxRelief, at: "relief"))
            return nothing(
                name, Sentence("凭减免税证明免征。", "Exempt, by the certificate shown."), .vehicleTaxRelief,
                over: [reliefFact(.exempt)])
        }
        guard let day = CivilDate(year: year, month: 1, day: 1) else {
            throw Refusal(.dateOutOfRange(.taxYear, at: "year"))
        }
        let (row, rate) = try table.rate(of: base.item, in: facts.region, on: day)
        remarks.note(row, of: .vehicleTax)
        warnOutsideRange(rate, base.item, on: day, &remarks)
        let isHalved = facts.relief == .half
        if isHalved { remarks.note(.readingUnverified(reliefReading, .vehicleTaxRelief, at: "relief")) }
        warnOfRelief(&remarks)
        if base.item == .special {
            remarks.note(.readingUnverified(specialReading, .taxedVehicles, at: "vehicle.class"))
        }
        let numerator = Int64(base.massKg ?? 1) * Int64(monthsTaxed)
        let denominator: Int64 = (base.massKg == nil ? 1 : 1000) * (base.isTrailer ? 2 : 1) * (isHalved ? 2 : 1) * 12
        guard let share = Ratio(numerator, over: denominator), let tax = rate.times(share, .halfUpToFen) else {
            throw Refusal(.amountOutOfBounds(name))
        }
        if Int128(rate.fen) * Int128(share.numerator) % Int128(share.denominator) != 0 {
            remarks.note(.readingUnverified(centsReading, .taxByInsurers))
        }
        var inputs = [rateNode(row, rate, base.item, year: year)]
        inputs += base.massKg.map { [tonnesNode($0)] } ?? []
        if base.isTrailer { inputs.append(trailerNode) }
        if isHalved { inputs.append(halfNode) }
        if monthsTaxed < 12 { inputs.append(monthsNode(monthsTaxed)) }
        let node = D.node(
            {
                Figure(
                    name, .amount(tax), .multiply, citation: .provincialTax, inputs: $0, rounding: .halfUpToFen)
            }, over: inputs)
        return Derived(tax, node)
    }

    /// What is due for the tax of a year being paid late; `nil` when it is not late, or that is not known.
    func lateFee(
        on tax: Derived<Amount, D.Node>, ofYear year: Int
    ) throws(Refusal) -> Derived<Amount, D.Node>? {
        guard let lateness = facts.lateness, tax.value > .zero else { return nil }
        let days = lateness.overdueDays(ofYear: year)
        guard days > 0 else { return nil }
        guard let share = Ratio(Int64(days), over: 2000), let fee = tax.value.times(share, .halfUpToFen) else {
            throw Refusal(.amountOutOfBounds(.lateFeeOfYear))
        }
        let due = D.node(.fact(.dueOn, .date(lateness.dueOn), at: "dueOn"))
        let paid = D.node(.fact(.paidOn, .date(lateness.paidOn), at: "paidOn"))
        let overdue = D.node(
            {
                Figure(
                    .overdueDays, .count(days, .days), .span, citation: .lateVehicleTax, inputs: $0,
                    reason: Sentence(
                        "自 \(year) 年应购买交强险截止日期的次日起至购买当日止。",
                        "From the day after the insurance of \(year) was due to the day it is bought."))
            }, over: [due, paid])
        let rate = D.node(
            Figure(
                .lateFeeRate, .ratio(Ratio(1, over: 2000) ?? .one), .lookUp, citation: .lateVehicleTax,
                status: .verified))
        let node = D.node(
            {
                Figure(
                    .lateFeeOfYear, .amount(fee), .multiply, citation: .lateVehicleTax, inputs: $0,
                    rounding: .halfUpToFen)
            }, over: [tax.node, overdue, rate])
        return Derived(fee, node)
    }
}

extension VehicleTaxReckoning {
    private func free(_ name: FigureName, _ remarks: inout Remarks) -> Derived<Amount, D.Node> {
        guard case .free(let reason, let citation, let isVerified) = facts.scope else {
            return nothing(name, nil, .vehicleTaxSchedule, over: [])
        }
        if !isVerified { remarks.note(.readingUnverified(reason, citation, at: "vehicle")) }
        let node = D.node(
            Figure(
                name, .amount(.zero), .choose, citation: citation, inputs: itemFacts,
                status: isVerified ? nil : .unverified, reason: reason))
        return Derived(.zero, node)
    }

    private func nothing(
        _ name: FigureName, _ reason: Sentence?, _ citation: Citation, over inputs: [D.Node]
    ) -> Derived<Amount, D.Node> {
        let node = D.node(
            { Figure(name, .amount(.zero), .choose, citation: citation, inputs: $0, reason: reason) }, over: inputs)
        return Derived(.zero, node)
    }

    /// A province's sum lies within the national range; an operator's may be mistyped.
    private func warnOutsideRange(
        _ rate: Amount, _ item: VehicleTaxItem, on day: CivilDate, _ remarks: inout Remarks
    ) {
        guard let range = table.nationalRange(of: item, on: day), rate < range.least || range.most < rate else {
            return
        }
        remarks.warn(
            Finding(
                code: "outsideNationalRange",
                message: "“\(item.title.chinese)”的税额 \(rate.yuanText) 元不在全国幅度（\(range.text.chinese)）之内，请核对。",
                english: "\(rate.yuanText) yuan for “\(item.title.english)” is outside the national range "
                    + "(\(range.text.english)): check it.",
                path: "region", citation: .vehicleTaxSchedule))
    }

    /// New-energy vehicles in the ministries' catalogue are exempt; whether this one is, only its certificate says.
    private func warnOfRelief(_ remarks: inout Remarks) {
        guard facts.relief == nil else { return }
        switch facts.vehicle.energy {
        case .batteryElectric, .fuelCell, .plugInHybrid: remarks.warn(reliefPossible)
        case .petrol, .diesel, .gas, nil: return
        }
    }

    private var shortTermReading: Sentence {
        Sentence(
            "短期保险的车船税按起期当月至止期当月的月份数计算，跨年的只算本年度的月份。",
            "With a short-term policy the months from its first to its last are taxed, of the year asked about only.")
    }
    private var reliefReading: Sentence {
        Sentence(
            "减免按所给的减免税证明办理，往年欠税同样适用；目录和证明请逐车核对。",
            "Relief is taken from the certificate stated, for earlier years as well; "
                + "check the catalogue for the vehicle."
        )
    }
    private var specialReading: Sentence {
        Sentence(
            "特种车按专用作业车计税；以载运人员或货物为主的专用汽车（如救护车、罐车）不属于专用作业车，请按客车或货车填写。",
            "A special vehicle is taxed as one for special work; one that mainly carries people or goods, such as an "
                + "ambulance or a tanker, is a bus or a truck and to be stated as such.")
    }
    private var centsReading: Sentence {
        Sentence("税额小数超过两位的，四舍五入保留两位。", "A tax of more than two decimals is rounded half up to two.")
    }
    private var reliefPossible: Finding {
        Finding(
            code: "reliefPossible", message: "新能源车辆列入目录的免征车船税，请核对减免税证明；已列入的请填写减免。",
            english: "New-energy vehicles in the catalogue are exempt: check the certificate and state the relief.",
            path: "relief", citation: .vehicleTaxRelief)
    }
}
