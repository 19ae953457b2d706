import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import {
  createConnection,
  createProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { serve } from '../../server/protocol/connection.ts';
import { job } from '../cli/run.ts';
import { jobWith } from '../manifests.ts';
import { runs } from '../property-runs.ts';
import { startSession } from './session.ts';

const folder = mkdtempSync(join(tmpdir(), 'kubejob-soak-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** In every address and in every text, so that what is left of them is found in the heap. */
const mark = 'soaked';
const files = 20;
const { numRuns: edits, ...seed } = runs(3000);
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
  const text = (at: number) => [`${mark}-a-${at}`, `${mark}-b-${at}`].map((name) => job(name)).join('---\n');
  const texts = Array.from({ length: files }, (_, at) => TextDocument.create(uri(at), 'yaml', 1, text(at)));
  // What is known of the folder stays, and its name is a piece of the address that it was first seen in.
  const other = 'file:///folder/other.yaml';
  await session.open(other, job('other'));
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
  expect((late - early) / 2 ** 20).toBeLessThan(20);

  for (const one of texts) await connection.sendNotification('textDocument/didClose', { textDocument: { uri: one.uri } });
  // What keeps only its latest has another file to keep.
  await session.change(other, 2, [{ text: job('another') }]);
  await connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: other } });
  const picture = join(folder, 'closed.heapsnapshot');
  await heap(picture);
  expect(textsIn(picture).filter((one) => one.includes(mark))).toEqual([]);
  await session.end();
});

test('of two clients of one process, with the same files, neither is told what the other types', async () => {
  const [typing, quiet] = [await client('en'), await client('ko')];
  const uri = 'file:///folder/shared.yaml';
  const text = (count: string) => jobWith(`backoffLimit: ${count}`);
  await typing.open(uri, text('-1'));
  await quiet.open(uri, text('-2'));
  const toldBefore = quiet.told.length;
  for (let version = 2; version <= 20; version++)
    await typing.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text: text(`-${version}`) }],
    });
  await typing.toldOf(20);
  // An answer of the other comes after whatever it would have been told.
  const lenses: unknown = await quiet.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } });
  expect(JSON.stringify(lenses)).toContain('시뮬레이션');
  expect(quiet.told.length).toBe(toldBefore);
  expect(errorsOf(typing.told.at(-1))).toEqual(['-20 is less than 0: use 0 or more.']);
  expect(errorsOf(quiet.told.at(-1))).toEqual(['-2: 0보다 작습니다. 0 이상을 쓰십시오.']);
  typing.connection.dispose();
  quiet.connection.dispose();
});

const errorsOf = (told: PublishDiagnosticsParams | undefined) =>
  told?.diagnostics.filter(({ severity }) => severity === 1).map(({ message }) => message);

async function client(locale: string) {
  const [up, down] = [new PassThrough(), new PassThrough()];
  serve(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)));
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const told: PublishDiagnosticsParams[] = [];
  let arrived = () => {};
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    told.push(params);
    arrived();
  });
  connection.listen();
  await connection.sendRequest('initialize', { processId: null, rootUri: null, locale, capabilities: {} });
  await connection.sendNotification('initialized', {});
  const toldOf = async (version: number) => {
    while (told.at(-1)?.version !== version) await new Promise<void>((resolve) => (arrived = resolve));
  };
  return {
    ...{ connection, told, toldOf },
    async open(uri: string, text: string) {
      await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
      await toldOf(1);
    },
  };
}

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
