import Dispatch

/// Measures how long something took by the clock that is never set.
struct Stopwatch {
    private let start = DispatchTime.now().uptimeNanoseconds

    var microseconds: UInt64 { (DispatchTime.now().uptimeNanoseconds - start) / 1000 }
}
