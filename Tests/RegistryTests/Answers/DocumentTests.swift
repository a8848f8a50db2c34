import Foundation
import Registry
import Regulation
import Testing

/// The documents answers are sent as, member by member, with time fixed. The sentences in them have their own tests.
@Suite struct DocumentTests {
    @Test func `an answer has every member of the contract, in order`() throws {
        let workbench = Workbench(now: "2026-11-20 12:00")
        try workbench.store.enrol(insurer("TAIC"), name: "天安\"保险\"")
        try workbench.accept(
            policyRecord("PDZA2026000041", from: "2026-03-01", to: "2027-02-28", [.sequence: "1"]), from: "TAIC",
            at: "2026-11-20 11:59:57")
        try workbench.accept(policyRecord("P2", from: "2027-03-11", to: "2028-03-10"), from: "TAIC")
        workbench.now = moment("2026-11-20 12:00")
        let answer = try workbench.ask("京A12345", "123456")
        let text = String(decoding: answer.json, as: UTF8.self)
        let reason = try quoted(AnswerTexts.reason(of: answer, in: .chinese))
        let remedy = try quoted(AnswerTexts.remedy(of: answer, in: .chinese))
        #expect(
            text == #"{"outcome":"inForce","renewal":"renewedWithGap","#
                + #""period":{"start":"2026-03-01T00:00:00+08:00","end":"2027-03-01T00:00:00+08:00"},"daysLeft":101,"#
                + #""gapDays":10,"insurer":{"code":"TAIC","name":"天安\"保险\""},"policyNumber":"****0041","#
                + #""nextPeriod":{"start":"2027-03-11T00:00:00+08:00","end":"2028-03-11T00:00:00+08:00"},"#
                + #""reason":{"code":"coverCurrentRenewedWithGap","text":\#(reason)},"#
                + #""remedy":{"code":"closeTheGap","text":\#(remedy)},"#
                + #""citations":[{"instrument":"机动车交通事故责任强制保险条例(2019)","article":"第2条"},"#
                + #"{"instrument":"交强险承保实务规程(2020版)","article":"第二节五"}],"flags":[],"#
                + #""on":"2026-11-20T12:00:00+08:00","asOf":"2026-11-20T12:00:00+08:00","#
                + #""knownAt":"2026-11-20T12:00:00+08:00","treeSize":2,"feedAgeSeconds":3}"#)
    }

    @Test func `no match is a document of nulls`() throws {
        let answer = try Workbench(now: "2026-11-20 12:00").ask("京A12345", "123456")
        let reason = try quoted(AnswerTexts.reason(of: answer, in: .chinese))
        let remedy = try quoted(AnswerTexts.remedy(of: answer, in: .chinese))
        #expect(
            String(decoding: answer.json, as: UTF8.self)
                == #"{"outcome":"noMatch","renewal":"none","period":null,"daysLeft":null,"gapDays":0,"insurer":null,"#
                + #""policyNumber":null,"nextPeriod":null,"reason":{"code":"noRecordMatches","text":\#(reason)},"#
                + #""remedy":{"code":"checkInputOrAskInsurer","text":\#(remedy)},"citations":[],"flags":[],"on":null,"#
                + #""asOf":"2026-11-20T12:00:00+08:00","knownAt":"2026-11-20T12:00:00+08:00","treeSize":0,"#
                + #""feedAgeSeconds":null}"#)
    }

    @Test func `a refusal is a problem document with every item`() throws {
        let problem = Problem.invalid([.init(path: "vinSuffix", code: "missing", message: "请填写")])
        let document = try #require(
            JSONSerialization.jsonObject(with: Data(problem.json(requestID: "r1"))) as? [String: Any])
        #expect(document["status"] as? Int == 422)
        #expect(document["code"] as? String == "invalid")
        #expect(document["requestId"] as? String == "r1")
        #expect((document["errors"] as? [[String: String]])?.first?["path"] == "vinSuffix")
    }

    private func quoted(_ text: String) throws -> String {
        var writer = JSONWriter()
        writer.value(text)
        return writer.text
    }
}
