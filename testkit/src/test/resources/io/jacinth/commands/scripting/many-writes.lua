-- Changes everything in all ways, ARGV[1] times, from the seed ARGV[2]; then does what ARGV[3] says.
-- Some attempts fail for want of a key; those that succeed are counted.
math.randomseed(tonumber(ARGV[2]))
local r = math.random
local function name(kind) return kind .. r(0, 14) end
local function any() return name(({'s', 'l', 'h', 'z', 'e', 'x', 'p', 'b'})[r(8)]) end
local call = redis.pcall
local function longer() return string.rep(string.char(r(97, 122)), r(1, 400)) end
local operations = {
  function() return call('SET', name('s'), r(100)) end,
  function() return call('SET', name('s'), longer(), 'EX', 1000) end,
  function() return call('APPEND', name('b'), longer()) end,
  function() return call('SETRANGE', name('b'), r(0, 100000), longer()) end,
  function() return call('SETBIT', name('b'), r(0, 100000), r(0, 1)) end,
  function() return call('INCR', name('s')) end,
  function() return call('GETDEL', name('s')) end,
  function() return call('GETEX', name('s'), 'PERSIST') end,
  function() return call('PFADD', name('p'), r(10000), r(10000)) end,
  function() return call('PFMERGE', name('p'), name('p')) end,
  function() return call('LPUSH', name('l'), r(1000), longer()) end,
  function() return call('RPUSH', name('l'), longer(), r(1000)) end,
  function() return call('LPOP', name('l'), r(20)) end,
  function() return call('RPOP', name('l'), r(20)) end,
  function() return call('LSET', name('l'), r(0, 9), longer()) end,
  function() return call('LINSERT', name('l'), 'BEFORE', r(1000), longer()) end,
  function() return call('LREM', name('l'), r(-2, 2), r(1000)) end,
  function() return call('LTRIM', name('l'), r(0, 5), r(-200, -1)) end,
  function() return call('LMOVE', name('l'), name('l'), 'LEFT', 'RIGHT') end,
  function() return call('HSET', name('h'), r(2000), longer(), r(2000), r(9)) end,
  function() return call('HDEL', name('h'), r(2000), r(2000), r(2000)) end,
  function() return call('HINCRBY', name('h'), 'n', r(9)) end,
  function() return call('HEXPIRE', name('h'), 1000, 'FIELDS', 1, r(2000)) end,
  function() return call('SADD', name('e'), r(3000), r(3000)) end,
  function() return call('SADD', name('e'), longer()) end,
  function() return call('SREM', name('e'), r(3000), r(3000)) end,
  function() return call('SPOP', name('e'), r(3)) end,
  function() return call('SMOVE', name('e'), name('e'), r(3000)) end,
  function() return call('SUNIONSTORE', name('e'), name('e'), name('e')) end,
  function() return call('ZADD', name('z'), r(100), r(2000), r(), r(2000)) end,
  function() return call('ZINCRBY', name('z'), r(-5, 5), r(2000)) end,
  function() return call('ZREM', name('z'), r(2000), r(2000)) end,
  function() return call('ZPOPMIN', name('z'), r(3)) end,
  function() return call('ZREMRANGEBYRANK', name('z'), 5, 5 + r(3)) end,
  function() return call('ZUNIONSTORE', name('z'), 2, name('z'), name('z')) end,
  function() return call('XADD', name('x'), 'MAXLEN', '~', 900, '*', 'f', r(100), 'g', longer()) end,
  function() return call('XTRIM', name('x'), 'MAXLEN', r(100, 900)) end,
  function() return call('XGROUP', 'CREATE', name('x'), 'g' .. r(3), '0') end,
  function() return call('XREADGROUP', 'GROUP', 'g' .. r(3), 'c' .. r(3), 'COUNT', 3, 'STREAMS', name('x'), '>') end,
  function() return call('XGROUP', 'DESTROY', name('x'), 'g' .. r(3)) end,
  function() return call('DEL', any(), any()) end,
  function() return call('UNLINK', any()) end,
  function() return call('RENAME', any(), any()) end,
  function() return call('COPY', any(), any(), 'REPLACE') end,
  function() return call('MOVE', any(), 1) end,
  function() return call('EXPIRE', any(), r(-1, 1000)) end,
  function() return call('PERSIST', any()) end,
  function() return call('SORT', name('l'), 'ALPHA', 'STORE', name('l')) end,
  function() call('SELECT', r(0, 1)); return 1 end,
}
local done = 0
for i = 1, tonumber(ARGV[1]) do
  local reply = operations[r(#operations)]()
  if not (type(reply) == 'table' and reply.err) then done = done + 1 end
  if ARGV[3] == 'flush' and i % 1000 == 0 then
    call(({'FLUSHDB', 'FLUSHALL', 'SWAPDB'})[r(3)], 0, 1)
    call('FLUSHDB')
    call('SWAPDB', 0, 1)
  end
end
if ARGV[3] == 'end' then return done end
redis.call('PUBLISH', 'written', done)
while true do end
