-- Starts orkls for a buffer of the file type ork. Another command, or another root, can be given before:
--   vim.g.orkls = { cmd = { '/opt/orkls', '--log', '/tmp/orkls.log' } }
if vim.b.did_ftplugin then
  return
end
vim.b.did_ftplugin = true

vim.bo.commentstring = '# %s'
vim.bo.comments = ':##,:#'
vim.bo.expandtab = true
vim.bo.shiftwidth = 4
vim.b.undo_ftplugin = 'setlocal commentstring< comments< expandtab< shiftwidth<'

local settings = vim.tbl_extend('keep', vim.g.orkls or {}, {
  name = 'orkls',
  cmd = { 'orkls' },
  root_dir = vim.fn.getcwd(),
})

if vim.fn.executable(settings.cmd[1]) == 0 then
  vim.notify_once(settings.cmd[1] .. ' is not found; install it: go install github.com/orkls/orkls/cmd/orkls@latest', vim.log.levels.WARN)
  return
end

local buffer = vim.api.nvim_get_current_buf()
if vim.lsp.start then -- Neovim 0.8 and newer
  vim.lsp.start(settings, { bufnr = buffer })
  return
end

for _, client in pairs(vim.lsp.get_active_clients()) do
  if client.name == settings.name then
    vim.lsp.buf_attach_client(buffer, client.id)
    return
  end
end
vim.lsp.buf_attach_client(buffer, vim.lsp.start_client(settings))
