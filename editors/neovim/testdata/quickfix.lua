-- Opens a file with the flagship finding, as a user does: the plugin starts the server. The text marks the
-- cursor with ‸.
local marked = [[
task x
task y
task z
task g

x >> y >> [‸z, g]
]]

local function fail(...)
  io.stderr:write(table.concat({ ... }, ' ') .. '\n')
  vim.cmd('cquit')
end

local function wait(what, condition)
  if not vim.wait(10000, condition, 20) then
    fail('timed out:', what)
  end
end

-- The handler of code actions asks which one; here the first is taken.
local offered = {}
vim.ui.select = function(items, opts, choose)
  for _, item in ipairs(items) do
    local title = opts.format_item(item)
    table.insert(offered, title)
  end
  choose(items[1], 1)
end

local function open(path, text)
  local at = assert(text:find('‸', 1, true), 'no cursor is marked')
  local before, after = text:sub(1, at - 1), text:sub(at + #'‸')
  local file = assert(io.open(path, 'w'))
  file:write(before .. after)
  file:close()
  vim.cmd('edit ' .. path)
  local _, line = before:gsub('\n', '')
  vim.api.nvim_win_set_cursor(0, { line + 1, #before:match('[^\n]*$') })
  return before .. after
end

local text = open(vim.env.ORK_FILE, marked)

wait('the diagnostic', function() return #vim.diagnostic.get(0) > 0 end)
local found = vim.diagnostic.get(0)
if #found ~= 1 or found[1].code ~= 'uncaptured-list' then
  fail('diagnostics:', vim.inspect(found))
end
for _, word in ipairs({ 'z', 'g', '(z, g)' }) do
  if not found[1].message:find(word, 1, true) then
    fail('the message does not name', word .. ':', found[1].message)
  end
end
if vim.bo.filetype ~= 'ork' or vim.b.current_syntax ~= 'ork' then
  fail('the file type is', vim.bo.filetype, 'with the syntax', tostring(vim.b.current_syntax))
end

vim.lsp.buf.code_action()
local function buffer() return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n') .. '\n' end
wait('the fix', function() return buffer() ~= text end)
local want = text:gsub('%[z, g%]', '(z, g)')
if buffer() ~= want then
  fail('the text is', buffer())
end
if not offered[1]:find('capture errors', 1, true) then
  fail('the first fix is', offered[1])
end
wait('the diagnostic to go', function() return #vim.diagnostic.get(0) == 0 end)

io.stdout:write('captured\n')
vim.cmd('quitall!')
