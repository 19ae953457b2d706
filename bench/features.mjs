// How long each feature of the language server takes to answer, right after a keystroke, on files of a thousand lines and more.
import { manyDocuments, oneDocument } from './documents.mjs';
import { startServer } from './language-client.mjs';
import { percentile } from './numbers.mjs';

const rounds = 60;
/** The first rounds warm the compiler up. */
const warmUp = 10;

const files = [
  ['1,000 lines, 34 documents', manyDocuments(1000)],
  ['1,000 lines, one Job', oneDocument(1000)],
  ['10,000 lines, 340 documents', manyDocuments(10_000)],
  ['10,000 lines, one Job', oneDocument(10_000)],
];

const at = (uri, position) => ({ textDocument: { uri }, position });
const whole = (uri) => ({ textDocument: { uri } });
const range = (position) => ({ start: position, end: position });

/** Each is asked in the middle of the file. */
const features = {
  hover: ['textDocument/hover', at],
  completion: ['textDocument/completion', at],
  'quick fixes': ['textDocument/codeAction', (uri, position) => ({ ...whole(uri), range: range(position), context: { diagnostics: [] } })],
  lenses: ['textDocument/codeLens', whole],
  'inlay hints': [
    'textDocument/inlayHint',
    (uri, { line }) => ({ ...whole(uri), range: { start: { line: line - 30, character: 0 }, end: { line: line + 30, character: 0 } } }),
  ],
  outline: ['textDocument/documentSymbol', whole],
  folding: ['textDocument/foldingRange', whole],
  selection: ['textDocument/selectionRange', (uri, position) => ({ ...whole(uri), positions: [position] })],
  links: ['textDocument/documentLink', whole],
  definition: ['textDocument/definition', at],
  references: ['textDocument/references', (uri, position) => ({ ...at(uri, position), context: { includeDeclaration: true } })],
  highlights: ['textDocument/documentHighlight', at],
  'semantic tokens': ['textDocument/semanticTokens/full', whole],
};

/** Rows of `[feature, 95th percentile per file]`, in milliseconds, and before them the files' names. */
export async function measureFeatures(server) {
  const columns = [];
  for (const [, text] of files) columns.push(await measureFile(server, text));
  const rows = ['diagnostics', ...Object.keys(features)].map((name) => [name, ...columns.map((column) => percentile(column[name], 0.95))]);
  return { files: files.map(([name]) => name), rows };
}

async function measureFile({ command, args }, text) {
  const client = startServer(command, args);
  const uri = 'file:///features.yaml';
  const lines = text.split('\n');
  const line = lines.findIndex((one, place) => place > lines.length / 2 && /name: \w/.test(one));
  const position = { line, character: lines[line].indexOf('name: ') + 2 };
  const end = lines[line].length;
  await client.request('initialize', { processId: null, rootUri: null, workspaceFolders: null, capabilities: {} });
  client.notify('initialized', {});
  let version = 1;
  const answered = (wanted) => client.diagnostics(uri, (_, seen) => seen === wanted);
  const opened = answered(version);
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
  await opened;
  const type = () => {
    version++;
    // Never a text that was there before.
    const change = { range: range({ line, character: end }), text: String(version % 10) };
    client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [change] });
  };
  const times = { diagnostics: [] };
  for (let round = 0; round < rounds; round++) {
    const seen = answered(version + 1);
    const began = performance.now();
    type();
    await seen;
    if (round >= warmUp) times.diagnostics.push(performance.now() - began);
  }
  for (const [name, [method, params]] of Object.entries(features)) {
    times[name] = [];
    for (let round = 0; round < rounds; round++) {
      const seen = answered(version + 1);
      const began = performance.now();
      type();
      await client.request(method, params(uri, position));
      if (round >= warmUp) times[name].push(performance.now() - began);
      await seen;
    }
  }
  await client.stop();
  return times;
}
