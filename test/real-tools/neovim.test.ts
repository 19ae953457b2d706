import { describe, expect, test } from 'vitest';
import { folderWith } from '../folder-with.ts';
import { jobWith } from '../manifests.ts';
import { program, runIn } from './kubejob.ts';
import { programAlongPath } from './other-editor.ts';

/** `KUBEJOB_NVIM`, or the Neovim along PATH; undefined where there is none. */
const neovim = programAlongPath('nvim', 'KUBEJOB_NVIM');

/** Opens a manifest with the server, as docs/editors.md says, and prints what Neovim has of it. */
const script = `
local start = vim.lsp.start or function(config)
  local id = vim.lsp.start_client(config)
  vim.lsp.buf_attach_client(0, id)
end
vim.cmd('edit job.yaml')
start({ name = 'kubejob', cmd = { vim.env.NODE, vim.env.KUBEJOB, 'language-server', '--stdio' }, root_dir = vim.fn.getcwd() })
vim.wait(120000, function() return #vim.diagnostic.get(0) > 0 end, 20)

local function ask(method, more)
  local params = vim.tbl_extend('error', { textDocument = vim.lsp.util.make_text_document_params(0) }, more)
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 120000) or {}) do return answer.result end
end
local place = { line = tonumber(vim.env.LINE), character = 4 }
local range = { start = place, ['end'] = place }
local told = {}
for _, one in ipairs(vim.diagnostic.get(0)) do table.insert(told, { line = one.lnum, code = one.code or one.user_data.lsp.code }) end
local titles = {}
for _, one in ipairs(ask('textDocument/codeAction', { range = range, context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics(0, place.line) } }) or {}) do
  table.insert(titles, one.title)
end
local offers = ask('textDocument/completion', { position = { line = place.line, character = 2 } })
io.stdout:write(vim.fn.json_encode({
  told = told,
  hover = ask('textDocument/hover', { position = { line = 0, character = 2 } }).contents.value,
  titles = titles,
  offered = #(offers.items or offers),
}))
vim.cmd('qall!')
`;

describe.skipIf(neovim === undefined)('in Neovim', () => {
  test('a manifest has diagnostics, hover, fixes and completion', async () => {
    const text = jobWith('completionz: 3');
    const line = text.split('\n').findIndex((one) => one.includes('completionz'));
    const folder = folderWith({ 'job.yaml': text, 'drive.lua': script });
    const { out, error } = await runIn(neovim ?? '', folder, ['--headless', '--clean', '-c', 'luafile drive.lua'], '', {
      NODE: process.execPath,
      KUBEJOB: program,
      LINE: String(line),
    });
    expect(error).toBe('');
    const seen: { told: readonly object[]; hover: string; titles: readonly string[]; offered: number } = JSON.parse(out);
    expect(seen.told).toContainEqual({ line, code: 'unknown-field' });
    expect(seen.hover).toContain('apiVersion');
    expect(seen.titles.join('\n')).toContain('completions');
    expect(seen.offered).toBeGreaterThan(5);
  });
});
