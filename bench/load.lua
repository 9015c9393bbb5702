-- wrk -s load.lua URL -- FILE: ask for the file's lines (path, tab, cookie) at random, the same in each run.
local lines = {}
function init(args)
  math.randomseed(11)
  wrk.headers["Accept-Encoding"] = "gzip"
  for line in io.lines(args[1]) do
    local path, cookie = line:match("([^\t]*)\t(.*)")
    lines[#lines + 1] = wrk.format("GET", path, { Cookie = cookie, ["Accept-Encoding"] = "gzip", Host = "127.0.0.1" })
  end
end
function request() return lines[math.random(1, #lines)] end
function done(summary, latency)
  local errors = summary.errors
  local failed = errors.status + errors.read + errors.connect + errors.timeout
  io.write(string.format("RESULT %.2f %.3f %.3f %d %d\n", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, failed,
    summary.bytes / math.max(1, summary.requests)))
end
