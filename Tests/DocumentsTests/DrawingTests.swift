import Registry
import Regulation
import Testing

@testable import Documents

struct DrawingTests {
    @Test func `a gap between two periods is hatched, and lasts as long as it is`() throws {
        let drawing = try #require(TimelineDrawing(SampleAnswers.answer(.inForce, .renewedWithGap)))
        #expect(drawing.stretches.map(\.kind) == [.cover, .gap, .next])
        #expect(drawing.stretches[1].period.days == 22)
    }

    @Test func `after an end without renewal the time up to the question is hatched`() throws {
        let drawing = try #require(TimelineDrawing(SampleAnswers.answer(.lapsed, .overdue)))
        #expect(drawing.stretches.map(\.kind) == [.cover, .gap])
        #expect(drawing.stretches[1].period.end == SampleAnswers.now)
    }

    @Test func `before a start the time from the question on is hatched`() throws {
        let drawing = try #require(TimelineDrawing(SampleAnswers.answer(.notYetInForce, .none)))
        #expect(drawing.stretches.map(\.kind) == [.gap, .cover])
    }

    @Test func `renewal without a gap hatches nothing`() throws {
        let drawing = try #require(TimelineDrawing(SampleAnswers.answer(.inForce, .renewed)))
        #expect(drawing.stretches.map(\.kind) == [.cover, .next])
    }

    @Test func `without a period there is no drawing`() {
        #expect(TimelineDrawing(SampleAnswers.answer(.noMatch, .none)) == nil)
    }

    @Test func `periods at the ends of time are drawn within the picture`() throws {
        var answer = SampleAnswers.answer(.inForce, .notDue)
        answer.period = SampleAnswers.period(.distantPast, .distantFuture)
        let html = SamplePages.answer(answer, .chinese)
        let widths = MarkupText.values(of: "width", in: html).compactMap { Int64($0) }
        #expect(widths.allSatisfy { (0...720).contains($0) })
    }

    @Test func `the filled dot of the mark is the month of the end`() {
        let html = SamplePages.answer(SampleAnswers.answer(.inForce, .notDue), .chinese)
        #expect(html.contains("<circle class=\"end\" cx=\"223\" cy=\"95\" r=\"8\"/>"))
        #expect(html.contains("2027年3月1日零时"))
    }

    @Test func `the age bar grows by a quarter with each step and never leaves its frame`() {
        #expect(AgeBar.width(ageSeconds: 0) == 2)
        #expect(AgeBar.width(ageSeconds: 60) == 32)
        #expect(AgeBar.width(ageSeconds: 3600) == 62)
        #expect(AgeBar.width(ageSeconds: 604_800) == 120)
        #expect(AgeBar.width(ageSeconds: .max) == 120)
        #expect(AgeBar.width(ageSeconds: -5) == 2)
    }
}
