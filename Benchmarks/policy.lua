-- wrk script: each request reports the next policy of a prepared file.
--
--   wrk … -s policy.lua URL -- POLICIES KEY FIRST [PAUSE]
--
-- POLICIES holds one JSON record a line; KEY is the insurer's; FIRST is the line of the first request. With PAUSE every
-- connection waits between an answer and its next request, for a random time with an exponential distribution and a mean
-- of so many milliseconds.

dofile(debug.getinfo(1, "S").source:match("^@(.*/)") .. "common.lua")

local head, records, first, sent = nil, nil, 0, 0

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
