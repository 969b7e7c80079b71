-- wrk -s pipeline.lua URL -- depth method token body: sends that many requests at once, and waits for all of their answers.
local burst

function init(args)
  wrk.method = args[2]
  if args[3] ~= "-" then wrk.headers["Authorization"] = "Bearer " .. args[3] end
  if args[4] ~= "-" then
    wrk.headers["Content-Type"] = "application/json"
    wrk.body = args[4]
  end
  burst = string.rep(wrk.format(), tonumber(args[1]))
end

function request()
  return burst
end

function done(summary)
  local e = summary.errors
  io.write(string.format("counted %d %d %d\n", summary.requests, summary.duration, e.connect + e.read + e.write + e.status + e.timeout))
end
