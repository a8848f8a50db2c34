-- wrk script: each request asks about the next vehicle of a prepared file, from a client address not used before.
--
--   wrk … -s query.lua URL -- PAIRS FIRST [PAUSE]
--
-- PAIRS holds lines of `plate vinSuffix`; FIRST is the number of the first request, so that a later run goes on where an
-- earlier one ended: it asks about other vehicles from other networks. A network (/24) asks about 16 plates, fewer than
-- the 20 a day it is allowed. With PAUSE every connection waits between an answer and its next request, for a random time
-- with an exponential distribution and a mean of so many milliseconds.

dofile(debug.getinfo(1, "S").source:match("^@(.*/)") .. "common.lua")

local platesPerNetwork = 16
local heads, tails, number = nil, {}, 0

local function body(plate, suffix)
    return '{"plate":{"number":"' .. plate .. '"},"vinSuffix":"' .. suffix .. '"}'
end

function init(args)
    for line in io.lines(args[1]) do
        local plate, suffix = line:match("^(%S+) (%S+)$")
        local text = body(plate, suffix)
        tails[#tails + 1] = "\r\nContent-Length: " .. #text .. "\r\n\r\n" .. text
    end
    number = tonumber(args[2])
    if args[3] then pauseFor(tonumber(args[3])) end
    heads = "POST " .. wrk.path .. " HTTP/1.1\r\nHost: " .. wrk.host .. ":" .. wrk.port
        .. "\r\nContent-Type: application/json\r\nX-Forwarded-For: "
end

function request()
    local network = math.floor(number / platesPerNetwork)
    local address = (11 + math.floor(network / 65536) % 200) .. "." .. math.floor(network / 256) % 256 .. "."
        .. network % 256 .. "." .. (number % platesPerNetwork + 1)
    local tail = tails[number % #tails + 1]
    number = number + 1
    return heads .. address .. tail
end
