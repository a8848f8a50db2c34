-- What the wrk scripts here share.

-- wrk asks `delay` for whole milliseconds; what is cut off is carried to the next pause.
function pauseFor(mean)
    local rest = 0
    function delay()
        local wanted = -mean * math.log(1 - math.random()) + rest
        rest = wanted - math.floor(wanted)
        return math.floor(wanted)
    end
end

function done(summary, latency, requests)
    local errors = summary.errors
    io.write(string.format(
        '\n{"requests":%d,"seconds":%.6f,"p50_ms":%.3f,"p99_ms":%.3f,"max_ms":%.3f,"bad_status":%d,"socket_errors":%d}\n',
        summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
        latency.max / 1e3, errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
