package import Regulation

/// Asks the rules of the law: a document in, an answer out. Keeps nothing and looks nothing up but the tables.
package struct LawDesk: Sendable {
    package let tables: LawTables

    package init(tables: LawTables) { self.tables = tables }

    /// - Parameter isExplained: with the derivation, whatever the document says; it may ask for it by `"explain"`.
    package func answer(_ rule: LawRule, to document: [UInt8], isExplained: Bool = false) -> LawAnswer {
        document.withUnsafeBufferPointer { answer(rule, to: $0, isExplained: isExplained) }
    }

    package func answer(
        _ rule: LawRule, to document: UnsafeBufferPointer<UInt8>, isExplained: Bool = false
    ) -> LawAnswer {
        do throws(JSONFault) {
            return answer(rule, to: try JSONReader.value(of: document), isExplained: isExplained)
        } catch {
            return .unreadable(Finding(error))
        }
    }

    package func answer(_ rule: LawRule, to document: JSONValue, isExplained: Bool = false) -> LawAnswer {
        switch rule {
        case .premium: answer(document, isExplained, PremiumRequest.init, premium)
        case .refund: answer(document, isExplained, RefundRequest.init, refund)
        case .endorsement: answer(document, isExplained, EndorsementRequest.init, endorsement)
        case .layUp: answer(document, isExplained, LayUpRequest.init, layUp)
        case .vehicleTax: answer(document, isExplained, VehicleTaxRequest.init, vehicleTax)
        case .compensation: answer(document, isExplained, CompensationRequest.init, compensation)
        case .identifier: answer(document, isExplained, IdentifierRequest.init, identifier)
        case .amountInWords: answer(document, isExplained, { $0.amount("amount") }, amountInWords)
        }
    }

    /// Reads the request, runs the rule, and tells all that is wrong with either at once.
    private func answer<Request>(
        _ document: JSONValue, _ isExplained: Bool, _ read: (inout FactReader) -> Request,
        _ run: (Request, _ isExplained: Bool) throws(Refusal) -> LawResult
    ) -> LawAnswer {
        var request: Request?
        var wantsExplanation = isExplained
        let reader = FactReader(document) { reader in
            if reader.flag("explain") == true { wantsExplanation = true }
            request = read(&reader)
        }
        guard let request else { return .refused(reader.faults) }
        do throws(Refusal) {
            let result = try run(request, wantsExplanation)
            return reader.faults.isEmpty ? .answered(result.warned(reader.warnings)) : .refused(reader.faults)
        } catch {
            // What cannot be read is not missing as well.
            let unread = Set(reader.faults.map(\.path))
            let missed = error.findings.filter { $0.code != "missing" || !unread.contains($0.path) }
            return .refused(reader.faults + missed)
        }
    }
}
