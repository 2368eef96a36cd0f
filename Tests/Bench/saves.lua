-- Durable saves for wrk: every request saves a changed answer of the next pupil.
-- Arguments after --: the table of pupils, the round (from 0), the number of threads.

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
  -- The script has no file access once requests start; everything is made here.
  for _, pupil in ipairs(mine) do
    pupil.headers = {
      ["Authorization"] = "Bearer " .. pupil.token,
      ["Content-Type"] = "application/json",
    }
    pupil.turn = 0
  end
  base = round * 1000000
  cursor = 0
end

function request()
  cursor = cursor % #mine + 1
  local pupil = mine[cursor]
  local slot = pupil.turn % #pupil.kinds + 1
  local turn = math.floor(pupil.turn / #pupil.kinds) + 1
  pupil.turn = pupil.turn + 1
  local letter = (turn + slot) % 2 == 0 and '"a"' or '"b"'
  if pupil.kinds[slot] == "multiple" then letter = "[" .. letter .. "]" end
  local body = '{"revision":' .. (base + turn) .. ',"response":' .. letter .. "}"
  return wrk.format("PUT", pupil.path .. slot, pupil.headers, body)
end
