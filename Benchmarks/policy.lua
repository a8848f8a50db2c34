-- wrk script: each request reports the next policy of a prepared file.
--
--   wrk … -s policy.lua URL -- POLICIES KEY FIRST [PAUSE]
--
-- POLICIES holds one JSON record a line; KEY is the insurer's; FIRST is the line of the first request. With PAUSE every
-- connection waits between an answer and its next request, for a random time with an exponential distribution and a mean
-- of so many milliseconds.

local head, records, first, sent = nil, nil, 0, 0

-- wrk asks `delay` for whole milliseconds; what is cut off is carried to the next pause.
local function pauseFor(mean)
    local rest = 0
    function delay()
        local wanted = -mean * math.log(1 - math.random()) + rest
        rest = wanted - math.floor(wanted)
        return math.floor(wanted)
    end
end

function init(args)
    records = io.lines(args[1])
    first = tonumber(args[3])
    for _ = 1, first do records() end
    if args[4] then pauseFor(tonumber(args[4])) end
    head = "POST " .. wrk.path .. " HTTP/1.1\r\nHost: " .. wrk.host .. ":" .. wrk.port
        .. "\r\nContent-Type: application/json\r\nAuthorization: Bearer " .. args[2] .. "\r\nIdempotency-Key: "
end

function request()
    local record = records()
    sent = sent + 1
    return head .. "bench-" .. (first + sent) .. "\r\nContent-Length: " .. #record .. "\r\n\r\n" .. record
end

function done(summary, latency, requests)
    local errors = summary.errors
    io.write(string.format(
        '\n{"requests":%d,"seconds":%.6f,"p50_ms":%.3f,"p99_ms":%.3f,"max_ms":%.3f,"bad_status":%d,"socket_errors":%d}\n',
        summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
        latency.max / 1e3, errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
