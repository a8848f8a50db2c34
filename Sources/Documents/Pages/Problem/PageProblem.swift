package import Registry

/// Why a page could not be shown.
package enum PageProblem: Sendable, Equatable {
    case badRequest
    case notFound
    case methodNotAllowed
    case tooLarge
    /// Asked too often; seconds until it is worth another try.
    case tooManyRequests(retryAfterSeconds: Int)
    /// This network has asked about as many plates as one network may in a day.
    case platesUsedUp(retryAfterSeconds: Int)
    /// What was shown as proof of this vehicle was wrong too often, and there is no other proof to ask for.
    case triesUsedUp(retryAfterSeconds: Int)
    /// Busy or being looked after; seconds until it is worth another try, when known.
    case unavailable(retryAfterSeconds: Int?)
    case failed

    /// The page for a refusal that is about no field of a form.
    package init(_ problem: Problem) {
        switch problem.status {
        case 404: self = .notFound
        case 405: self = .methodNotAllowed
        case 413: self = .tooLarge
        case 429 where problem.code == Problem.platesExhausted.code:
            self = .platesUsedUp(retryAfterSeconds: problem.retryAfterSeconds ?? 86_400)
        case 429 where [Problem.policyNumberExhausted.code, Problem.fullVINExhausted.code].contains(problem.code):
            self = .triesUsedUp(retryAfterSeconds: problem.retryAfterSeconds ?? 86_400)
        case 429: self = .tooManyRequests(retryAfterSeconds: problem.retryAfterSeconds ?? 60)
        case 503, 507: self = .unavailable(retryAfterSeconds: problem.retryAfterSeconds)
        case 400..<500: self = .badRequest
        default: self = .failed
        }
    }

    /// The HTTP status it goes out with.
    package var status: Int {
        switch self {
        case .badRequest: 400
        case .notFound: 404
        case .methodNotAllowed: 405
        case .tooLarge: 413
        case .tooManyRequests, .platesUsedUp, .triesUsedUp: 429
        case .failed: 500
        case .unavailable: 503
        }
    }

    /// What belongs into `Retry-After`.
    package var retryAfterSeconds: Int? {
        switch self {
        case .tooManyRequests(let seconds), .platesUsedUp(let seconds), .triesUsedUp(let seconds): seconds
        case .unavailable(let seconds): seconds
        case .badRequest, .notFound, .methodNotAllowed, .tooLarge, .failed: nil
        }
    }
}
