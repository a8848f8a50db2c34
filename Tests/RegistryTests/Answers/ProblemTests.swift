import Registry
import Testing

@Suite struct ProblemTests {
    @Test(arguments: [
        Problem.invalidJSON, .unauthorized, .forbidden, .notFound, .tooLarge, .overloaded, .idempotencyReused, .failed,
        .suffixExhausted, .policyNumberExhausted, .fullVINExhausted, .platesExhausted,
    ])
    func `a refusal says what to do next`(problem: Problem) {
        #expect(problem.detail?.hasSuffix("。") == true)
    }
}
