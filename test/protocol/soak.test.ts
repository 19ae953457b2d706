import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { folderWith } from '../folder-with.ts';
import { jobWith } from '../manifests.ts';
import { runs } from '../property-runs.ts';
import { startSession } from './session.ts';

const folder = folderWith();

/** In every address and in every text, so that what is left of them is found in the heap. */
const mark = 'soaked';
const files = 20;
const { numRuns: edits, ...seed } = runs(1500);
/** Edits between two looks at an answer. */
const burst = 100;
/** What editors ask for of a text by itself. */
const features = ['documentSymbol', 'codeLens', 'foldingRange', 'inlayHint', 'semanticTokens/full', 'codeAction', 'hover', 'completion'];

/** Of the server's process: the heap after a full sweep, in bytes, and a picture of it where a file is named. */
const preload = `
import v8 from 'node:v8';
import vm from 'node:vm';
v8.setFlagsFromString('--expose-gc');
const sweep = vm.runInNewContext('gc');
process.on('message', ({ picture }) => {
  sweep();
  if (picture) v8.writeHeapSnapshot(picture);
  process.send(process.memoryUsage().heapUsed);
});
process.channel.unref();`;

const edit = fc.record({
  file: fc.nat(files - 1),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  taken: fc.nat(3),
  put: fc.constantFrom('x', ' ', '\n', ': ', '- ', '"', '{', '1', '---\n', 'backofLimit: 3\n', '# note\n'),
  /** Whether the text is put back as it was instead. */
  isBack: fc.nat(9).map((one) => one === 0),
});

test('after thousands of edits in many files the heap is what it was, and nothing is left of a file that was closed', async () => {
  const session = await startSession(undefined, { preload });
  const { connection, process: server } = session;
  const heap = async (picture?: string): Promise<number> => {
    const answer = once(server, 'message');
    server.send({ picture });
    const [bytes] = await answer;
    return Number(bytes);
  };
  const uri = (at: number) => `file:///folder/${mark}-${at}.yaml`;
  const text = (at: number) => [`${mark}-a-${at}`, `${mark}-b-${at}`].map((name) => jobWith({ metadata: `name: ${name}` })).join('---\n');
  const texts = Array.from({ length: files }, (_, at) => TextDocument.create(uri(at), 'yaml', 1, text(at)));
  // What is known of the folder stays, and its name is a piece of the address that it was first seen in.
  const other = 'file:///folder/other.yaml';
  await session.open(other, jobWith({ metadata: 'name: other' }));
  for (const one of texts) await session.open(one.uri, one.getText());

  const heaps: number[] = [];
  for (const [at, { file, ...how }] of fc.sample(edit, { numRuns: edits, ...seed }).entries()) {
    const document = texts[file];
    if (!document) throw new Error('no such file');
    const version = document.version + 1;
    const changes = changesOf(document, text(file), how);
    const textDocument = { uri: document.uri, version };
    if (at % burst === burst - 1) await session.change(document.uri, version, changes);
    else await connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: changes });
    TextDocument.update(document, changes, version);
    const position = document.positionAt(Math.floor(how.at * document.getText().length));
    const asked = { textDocument, position, range: { start: position, end: position }, context: { diagnostics: [] } };
    if (at % 10 === 0) await connection.sendRequest(`textDocument/${features[(at / 10) % features.length]}`, asked);
    if (at + 1 === Math.floor(edits / 3) || at + 1 === edits) heaps.push(await heap());
  }
  const [early = 0, late = 0] = heaps;
  expect((late - early) / 2 ** 20).toBeLessThan(10);

  for (const one of texts) await connection.sendNotification('textDocument/didClose', { textDocument: { uri: one.uri } });
  // What keeps only its latest has another file to keep.
  await session.change(other, 2, [{ text: jobWith({ metadata: 'name: another' }) }]);
  await connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: other } });
  const picture = join(folder, 'closed.heapsnapshot');
  await heap(picture);
  expect(textsIn(picture).filter((one) => one.includes(mark))).toEqual([]);
  await session.end();
});

function changesOf(
  document: TextDocument,
  whole: string,
  { at, taken, put, isBack }: { at: number; taken: number; put: string; isBack: boolean },
) {
  if (isBack) return [{ text: whole }];
  const start = Math.floor(at * document.getText().length);
  return [{ range: { start: document.positionAt(start), end: document.positionAt(start + taken) }, text: put }];
}

/** Every string that a picture of a heap holds. */
function textsIn(picture: string): readonly string[] {
  return JSON.parse(readFileSync(picture, 'utf8')).strings;
}
