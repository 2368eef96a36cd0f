-- Durable saves for wrk: every request saves a changed answer of the next pupil.
-- Arguments after --: the table of pupils, the round (from 0), the number of threads.
-- Requests are joined from ready pieces, so that the generator leaves the cores to the servers.

local threads = 0

function setup(thread)
  thread:set("index", threads)
  threads = threads + 1
end

function init(args)
  local pupils = dofile(args[1])
  local round = tonumber(args[2])
  local count = tonumber(args[3])
  mine = {}
  for i = 1, #pupils do
    if (i - 1) % count == index then mine[#mine + 1] = pupils[i] end
  end
  for _, pupil in ipairs(mine) do
    pupil.turn = 0
    pupil.heads = {}
    for slot = 1, #pupil.kinds do
      pupil.heads[slot] = "PUT " .. pupil.path .. slot .. " HTTP/1.1\r\nHost: " .. wrk.host .. ":" ..
        wrk.port .. "\r\nAuthorization: Bearer " .. pupil.token ..
        "\r\nContent-Type: application/json\r\nContent-Length: "
    end
  end
  base = round * 1000000
  cursor = 0
end

local ends = {
  single = { [0] = ',"response":"a"}', [1] = ',"response":"b"}' },
  multiple = { [0] = ',"response":["a"]}', [1] = ',"response":["b"]}' },
}

function request()
  cursor = cursor % #mine + 1
  local pupil = mine[cursor]
  local slots = #pupil.kinds
  local slot = pupil.turn % slots + 1
  local turn = (pupil.turn - slot + 1) / slots + 1
  pupil.turn = pupil.turn + 1
  local body = '{"revision":' .. (base + turn) .. ends[pupil.kinds[slot]][(turn + slot) % 2]
  return pupil.heads[slot] .. #body .. "\r\n\r\n" .. body
end
