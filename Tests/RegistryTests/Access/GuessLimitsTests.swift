import Registry
import Regulation
import Testing

/// What strangers may try, and what owners still can.
@Suite struct GuessLimitsTests {
    private static let start = moment("2026-11-20 08:00")
    private let car = LookupKey(1)

    private static func question(
        _ plate: LookupKey, from network: Int64, form: Look.Form = .suffix, at now: Instant = start
    ) -> GuessLimits.Question {
        GuessLimits.Question(about: plate, from: LookupKey(network), form: form, at: now)
    }

    /// One question with its outcome; whether it was answered at all.
    private func ask(
        _ limits: inout GuessLimits, _ plate: LookupKey, from network: Int64, form: Look.Form = .suffix,
        isMatch: Bool = false, at now: Instant = start
    ) -> GuessLimits.Verdict {
        let question = Self.question(plate, from: network, form: form, at: now)
        let verdict = limits.admit(question)
        if verdict == .allowed { limits.settle(question, isMatch ? .proved : .wrong) }
        return verdict
    }

    @Test func `ninety wrong tries are answered, the ninety-first is not, whoever makes it`() {
        var limits = GuessLimits()
        for network in 0..<90 as Range<Int64> { #expect(ask(&limits, car, from: network) == .allowed) }
        #expect(ask(&limits, car, from: 500) == .triesExhausted)
        #expect(ask(&limits, car, from: 3) == .triesExhausted)
        #expect(ask(&limits, LookupKey(2), from: 500) == .allowed)
    }

    @Test func `a try counts for twenty-four hours to the millisecond`() {
        var limits = GuessLimits()
        for second in 0..<90 {
            #expect(ask(&limits, car, from: Int64(second), at: Self.start.adding(seconds: second)) == .allowed)
        }
        let dayLater = Self.start.adding(days: 1)
        #expect(ask(&limits, car, from: 900, at: dayLater.adding(milliseconds: -1)) == .triesExhausted)
        #expect(ask(&limits, car, from: 901, at: dayLater) == .allowed)
        #expect(ask(&limits, car, from: 902, at: dayLater) == .triesExhausted)
        #expect(ask(&limits, car, from: 902, at: dayLater.adding(seconds: 1)) == .allowed)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `no twenty-four hours hold more than ninety wrong answers`(seed: UInt64) {
        var draws = SeededGenerator(seed: seed)
        var limits = GuessLimits()
        var now = Self.start
        var answered: [Instant] = []
        for network in 0..<1500 as Range<Int64> {
            now = now.adding(seconds: draws.below(draws.pick([10, 600, 4000])))
            if ask(&limits, car, from: network, at: now) == .allowed { answered.append(now) }
        }
        #expect(answered.count > 90)
        for (position, time) in answered.enumerated() {
            let window = answered[position...].prefix { $0 < time.adding(days: 1) }
            #expect(window.count <= 90, "seed \(seed)")
        }
    }

    @Test func `right answers do not use up tries`() {
        var limits = GuessLimits()
        for _ in 0..<500 { #expect(ask(&limits, car, from: 1, isMatch: true) == .allowed) }
        for network in 0..<90 as Range<Int64> { #expect(ask(&limits, car, from: 100 + network) == .allowed) }
    }

    @Test func `tries at once win nothing over tries one after the other`() {
        var limits = GuessLimits()
        var admitted = 0
        for network in 0..<1000 as Range<Int64> {
            admitted += limits.admit(Self.question(car, from: network)) == .allowed ? 1 : 0
        }
        #expect(admitted == 90)
    }

    @Test func `when a stranger has used up the tries the full VIN still answers`() {
        var limits = GuessLimits()
        for network in 0..<90 as Range<Int64> { _ = ask(&limits, car, from: network) }
        #expect(ask(&limits, car, from: 777) == .triesExhausted)
        #expect(ask(&limits, car, from: 777, form: .fullVIN, isMatch: true) == .allowed)
        #expect(ask(&limits, car, from: 777, isMatch: true) == .allowed, "who proved the vehicle has the suffix again")
    }

    @Test func `who proved the vehicle before is still answered, and a stranger in the same network gains little`() {
        var limits = GuessLimits()
        #expect(ask(&limits, car, from: 5, isMatch: true) == .allowed)
        for network in 100..<190 as Range<Int64> { _ = ask(&limits, car, from: network) }
        #expect(ask(&limits, car, from: 5, isMatch: true) == .allowed)
        for _ in 0..<5 { #expect(ask(&limits, car, from: 5) == .allowed) }
        #expect(ask(&limits, car, from: 5) == .triesExhausted)
        #expect(ask(&limits, LookupKey(2), from: 5, isMatch: true) == .allowed, "another plate is untouched")
    }

    @Test func `a full VIN is no way to guess either`() {
        var limits = GuessLimits()
        for _ in 0..<5 { #expect(ask(&limits, car, from: 5, form: .fullVIN) == .allowed) }
        #expect(ask(&limits, car, from: 5, form: .fullVIN) == .triesExhausted)
        #expect(ask(&limits, car, from: 6, form: .fullVIN) == .allowed)
        #expect(ask(&limits, car, from: 5, form: .fullVIN, at: Self.start.adding(days: 1)) == .allowed)
    }

    @Test func `the end of a policy number is guessed no more than the end of a VIN`() {
        var limits = GuessLimits()
        for network in 0..<90 as Range<Int64> {
            #expect(ask(&limits, car, from: network, form: .policyNumber) == .allowed)
        }
        #expect(ask(&limits, car, from: 500, form: .policyNumber) == .triesExhausted)
        #expect(ask(&limits, LookupKey(2), from: 500, form: .policyNumber) == .allowed)
    }

    @Test func `whichever proof is used up, the refusal says what still helps and repeats nothing that does not`() {
        #expect(Problem.triesExhausted(.suffix) == .suffixExhausted)
        for form in [Look.Form.policyNumber, .fullVIN] {
            let problem = Problem.triesExhausted(form)
            #expect(problem.status == 429 && problem.retryAfterSeconds == 86_400)
            #expect(problem.detail?.contains("24 小时") == true && problem.detail?.contains("保险公司") == true)
            #expect(problem.detail?.contains("改用完整的车架号") == false)
        }
    }

    @Test func `a question that failed inside is no wrong try`() {
        var limits = GuessLimits()
        #expect(ask(&limits, car, from: 1, isMatch: true) == .allowed)
        for form in [Look.Form.suffix, .policyNumber, .fullVIN] {
            for second in 0..<200 {
                let question = Self.question(car, from: 1, form: form, at: Self.start.adding(seconds: second))
                #expect(limits.admit(question) == .allowed)
                limits.settle(question, .failed)
            }
        }
        for network in 0..<90 as Range<Int64> { #expect(ask(&limits, car, from: 100 + network) == .allowed) }
        #expect(ask(&limits, car, from: 900) == .triesExhausted)
        #expect(ask(&limits, car, from: 1) == .allowed, "failing takes nothing from who proved the vehicle")
    }

    @Test func `failing proves nothing`() {
        var limits = GuessLimits()
        let question = Self.question(car, from: 1)
        #expect(limits.admit(question) == .allowed)
        limits.settle(question, .failed)
        for network in 0..<90 as Range<Int64> { _ = ask(&limits, car, from: 100 + network) }
        #expect(ask(&limits, car, from: 1) == .triesExhausted)
    }

    @Test func `a network asks about twenty plates a day, however often about each`() {
        var limits = GuessLimits()
        for number in 1...20 as ClosedRange<Int64> {
            for _ in 0..<3 { #expect(ask(&limits, LookupKey(number), from: 9, isMatch: true) == .allowed) }
        }
        #expect(ask(&limits, LookupKey(21), from: 9) == .platesExhausted)
        #expect(ask(&limits, LookupKey(20), from: 9, isMatch: true) == .allowed)
        #expect(ask(&limits, LookupKey(21), from: 10) == .allowed)
        #expect(ask(&limits, LookupKey(21), from: 9, at: Self.start.adding(days: 1)) == .allowed)
    }

    @Test func `asking again about yesterday's plates leaves no room for twenty others`() {
        var limits = GuessLimits()
        let later = Self.start.adding(days: 1).adding(seconds: 1)
        for number in 1...20 as ClosedRange<Int64> { _ = ask(&limits, LookupKey(number), from: 9, isMatch: true) }
        for number in 1...20 as ClosedRange<Int64> {
            #expect(ask(&limits, LookupKey(number), from: 9, isMatch: true, at: later) == .allowed)
        }
        #expect(ask(&limits, LookupKey(21), from: 9, at: later) == .platesExhausted)
    }

    @Test func `a restart forgets no try and no proof`() {
        var limits = GuessLimits()
        for network in 0..<89 as Range<Int64> { limits.restore(Self.question(car, from: network), .wrong) }
        limits.restore(Self.question(car, from: 5), .proved)
        #expect(ask(&limits, car, from: 700) == .allowed)
        #expect(ask(&limits, car, from: 701) == .triesExhausted)
        #expect(ask(&limits, car, from: 5, isMatch: true) == .allowed)
    }

    @Test func `a clock set back traps nothing and opens nothing`() {
        var limits = GuessLimits()
        for network in 0..<90 as Range<Int64> { _ = ask(&limits, car, from: network) }
        #expect(ask(&limits, car, from: 500, at: Self.start.adding(days: -400)) == .triesExhausted)
        #expect(ask(&limits, car, from: 501, at: .distantPast) == .triesExhausted)
    }
}
