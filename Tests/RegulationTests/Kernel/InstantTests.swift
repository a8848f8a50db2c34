import Regulation
import Testing

struct InstantTests {
    @Test(arguments: [
        "2026-12-01T00:00:00+08:00", "2026-11-30T16:00:00Z", "2026-11-30t16:00:00z", "2026-12-01T01:00:00+09:00",
        "2026-11-30T10:30:00-05:30", "2026-12-01T00:00:00+0800", "2026-12-01 00:00", "2026-12-01 00:00:00",
        "2026-12-01 00:00:00.000", "2026/12/1 0:00", "2026/12/01", "2026.12.1", "2026-12-01", "20261201",
        "2026年12月1日", "2026年12月1日0时", "2026年12月01日00时00分", "2026年12月1日零时", "2026-11-30 24:00",
        "2026年11月30日24时", "2026-11-30T24:00:00+08:00",
    ])
    func `the forms insurers write all mean midnight in Shanghai`(text: String) {
        #expect(Instant.read(text)?.instant.text == "2026-12-01T00:00:00+08:00")
    }

    @Test(arguments: [
        "", "2026", "2026-12", "2026-13-01", "2026-02-29", "2026-12-01T", "2026-12-01 ", "2026-12-01 25:00",
        "2026-12-01 24:01", "2026-12-01 00:60", "2026-12-01 00:00:61", "2026-12-01 00:00x", "2026-12-01T00:00:00+",
        "2026-12-01T00:00:00+19:00", "2026-12-01T00:00:00.+08:00", "2026年12月", "2026年12月1日24时01分", "明天",
        "1899-12-31", "2200-06-01", "99999999999999999999",
    ])
    func `anything else is no moment`(text: String) {
        #expect(Instant.read(text) == nil)
        #expect(Instant.readEnd(text) == nil)
    }

    @Test func `the precision is the one written`() {
        #expect(Instant.read("2026-12-01")?.precision == .date)
        #expect(Instant.read("2026年12月1日")?.precision == .date)
        #expect(Instant.read("2026-12-01 10:30")?.precision == .minute)
        #expect(Instant.read("2026年12月1日零时")?.precision == .minute)
        #expect(Instant.read("2026-12-01T10:30:00+08:00")?.precision == .second)
    }

    @Test(arguments: [
        "2027-02-28", "2027-02-28 24:00", "2027-02-28 23:59", "2027-02-28 23:59:59", "2027-02-28 23:59:00",
        "2027-02-28T23:59:59.999+08:00", "2027-02-28T15:59:59Z", "2027年2月28日24时", "2027年2月28日23时59分",
        "2027年2月28日", "20270228", "2027-03-01 00:00", "2027-03-01T00:00:00+08:00", "2027年3月1日零时",
    ])
    func `an end as written comes to the midnight that is meant — 至某日二十四时`(text: String) {
        #expect(Instant.readEnd(text)?.text == "2027-03-01T00:00:00+08:00")
    }

    @Test(arguments: [
        ("2027-02-28 23:58", "2027-02-28T23:58:00+08:00"), ("2027-02-28 12:00", "2027-02-28T12:00:00+08:00"),
        ("2027-02-28 23:59:58", "2027-02-28T23:59:58+08:00"), ("2027-02-28 00:00", "2027-02-28T00:00:00+08:00"),
    ])
    func `another end stays where it is`(written: String, text: String) {
        #expect(Instant.readEnd(written)?.text == text)
    }

    @Test func `milliseconds are kept and more decimals cut`() {
        #expect(Instant.read("2026-12-01 10:30:05.1")?.instant.text == "2026-12-01T10:30:05.100+08:00")
        #expect(Instant.read("2026-12-01 10:30:05.1239999")?.instant.text == "2026-12-01T10:30:05.123+08:00")
        #expect(Instant.read("2026-12-01 10:30:05.1234567890") == nil)
    }

    @Test func `text and reading are inverse over the whole range`() throws {
        for milliseconds in stride(from: Int64(-2_208_988_800_000), to: 7_258_118_400_000, by: 9_876_543_211) {
            let instant = try #require(Instant(milliseconds: milliseconds))
            #expect(Instant.read(instant.text)?.instant == instant)
        }
        #expect(Instant.read(Instant.distantPast.text)?.instant == .distantPast)
        #expect(Instant.read(Instant.distantFuture.text)?.instant == .distantFuture)
    }

    @Test func `the day in Shanghai begins at sixteen hours of the day before in Greenwich`() throws {
        let last = try #require(Instant.read("2026-11-30T15:59:59.999Z")).instant
        #expect(last.shanghaiDate.text == "2026-11-30")
        #expect(last.startOfShanghaiDay.text == "2026-11-30T00:00:00+08:00")
        #expect(last.millisecondOfShanghaiDay == 86_399_999)
        #expect(last.adding(milliseconds: 1).shanghaiDate.text == "2026-12-01")
        let old = try #require(Instant.read("1965-07-01T00:00:00.001+08:00")).instant
        #expect(old.shanghaiDate.text == "1965-07-01")
        #expect(old.millisecondOfShanghaiDay == 1)
    }

    @Test func `sums stay within the range`() throws {
        let now = try #require(Instant.read("2026-12-01")).instant
        #expect(now.adding(days: 365).text == "2027-12-01T00:00:00+08:00")
        #expect(now.adding(seconds: -1).text == "2026-11-30T23:59:59+08:00")
        #expect(now.adding(milliseconds: .max) == .distantFuture)
        #expect(now.adding(milliseconds: .min) == .distantPast)
        #expect(now.adding(seconds: .max) == .distantFuture)
        #expect(now.adding(seconds: .min) == .distantPast)
        #expect(now.adding(days: .max) == .distantFuture)
        #expect(now.adding(days: .min) == .distantPast)
        #expect(Instant(milliseconds: .max) == nil)
        #expect(Instant(milliseconds: .min) == nil)
    }

    @Test func `seconds between are rounded down`() throws {
        let now = try #require(Instant.read("2026-12-01")).instant
        #expect(now.adding(milliseconds: 1999).seconds(since: now) == 1)
        #expect(now.seconds(since: now.adding(milliseconds: 1)) == -1)
        #expect(now.seconds(since: now.adding(milliseconds: 1000)) == -1)
        #expect(now.seconds(since: now) == 0)
    }

    @Test func `a wall clock that does not exist is no moment`() throws {
        let day = try #require(CivilDate("2026-12-01"))
        #expect(Instant(shanghai: day, hour: 24)?.text == "2026-12-02T00:00:00+08:00")
        #expect(Instant(shanghai: day, hour: 24, minute: 1) == nil)
        #expect(Instant(shanghai: day, hour: -1) == nil)
        #expect(Instant(shanghai: day, hour: 25) == nil)
        #expect(Instant(shanghai: day, minute: 60) == nil)
        #expect(Instant(shanghai: day, second: 61) == nil)
    }
}
