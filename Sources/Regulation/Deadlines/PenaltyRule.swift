/// What a breach costs (Regulation arts. 36–40 in the numbering of 2019; Road Traffic Safety Law 95, 96, 98).
public enum PenaltyRule {
    /// The fine is a range; it is one sum where the law fixes it.
    @specialized(where D == Recorded)
    @specialized(where D == Unrecorded)
    public static func fine<D: Derivation>(
        of request: PenaltyRequest, by tables: LawTables, as derivation: D.Type, _ remarks: inout Remarks
    ) throws(Refusal) -> PenaltyResult<D.Node> {
        var objections = Objections()
        let offence = objections.need(request.offence, .offence, at: "offence")
        let date = objections.need(request.on, .askedOn, at: "on")
        if let premium = request.premium, premium < .zero {
            objections.add(.amountNegative(.finePremium, at: "premium"))
        }
        if let gain = request.unlawfulGain, gain < .zero {
            objections.add(.amountNegative(.unlawfulGain, at: "unlawfulGain"))
        }
        var found: (row: TableRow<PenaltyTerms>, value: PenaltyTerms)?
        if let offence, let date {
            found = objections.attempt { () throws(Refusal) in try tables.penalties.terms(for: offence, on: date) }
        }
        if case .premiumTimes = found?.value.fine {
            _ = objections.need(request.premium, .finePremium, at: "premium")
        }
        guard objections.isEmpty, let found else { throw objections.refusal }
        remarks.note(found.row, of: .penalties)
        return try result(of: request, by: found.row, found.value, as: derivation)
    }

    private static func result<D: Derivation>(
        of request: PenaltyRequest, by row: TableRow<PenaltyTerms>, _ terms: PenaltyTerms, as derivation: D.Type
    ) throws(Refusal) -> PenaltyResult<D.Node> {
        switch terms.fine {
        case .between(let least, let most):
            return PenaltyResult(
                least: bound(.fineLeast, least, row, as: derivation), most: bound(.fineMost, most, row, as: derivation),
                terms: terms)
        case .premiumTimes(let times):
            let base = (name: FigureName.finePremium, amount: request.premium ?? .zero, path: "premium")
            return PenaltyResult(
                least: try multiple(.fineLeast, times, of: base, row, as: derivation),
                most: try multiple(.fineMost, times, of: base, row, as: derivation), terms: terms)
        case .gain(let threshold, let fewest, let most, let otherwiseLeast, let otherwiseMost):
            guard let gain = request.unlawfulGain, gain >= threshold else {
                return PenaltyResult(
                    least: bound(.fineLeast, otherwiseLeast, row, as: derivation),
                    most: bound(.fineMost, otherwiseMost, row, as: derivation), terms: terms)
            }
            let base = (name: FigureName.unlawfulGain, amount: gain, path: "unlawfulGain")
            return PenaltyResult(
                least: try multiple(.fineLeast, fewest, of: base, row, as: derivation),
                most: try multiple(.fineMost, most, of: base, row, as: derivation), terms: terms)
        }
    }

    private static func bound<D: Derivation>(
        _ name: FigureName, _ amount: Amount, _ row: TableRow<PenaltyTerms>, as derivation: D.Type
    ) -> Derived<Amount, D.Node> {
        Derived(amount, D.node(Figure(name, .amount(amount), .lookUp, citation: row.citation, status: row.status)))
    }

    private static func multiple<D: Derivation>(
        _ name: FigureName, _ times: Int, of base: (name: FigureName, amount: Amount, path: String),
        _ row: TableRow<PenaltyTerms>, as derivation: D.Type
    ) throws(Refusal) -> Derived<Amount, D.Node> {
        // Rows hold no multiple over 100.
        let ratio = Ratio(whole: Int32(truncatingIfNeeded: times))
        guard let amount = base.amount.times(ratio, .halfUpToFen) else { throw Refusal(.amountOutOfBounds(name)) }
        let fact = D.node(.fact(base.name, .amount(base.amount), at: base.path))
        let factor = D.node(
            Figure(.fineTimes, .ratio(ratio), .lookUp, citation: row.citation, status: row.status))
        let node = D.node(
            { Figure(name, .amount(amount), .multiply, citation: row.citation, inputs: $0) }, over: [fact, factor])
        return Derived(amount, node)
    }
}
