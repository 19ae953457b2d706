// How many of the manifests that a real API server refused each tool refuses, and how many that it took.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openServer } from './language-client.mjs';

/** Every so many of the recorded manifests: a thousand or so. */
const each = 5;

/** Writes recorded manifests into a folder: `{folder, refused, accepted}`, both lists of files. Texts that are no manifests are left out. */
export function writeRecorded(home, folder) {
  const lines = readFileSync(join(home, 'test/corpus/apiserver.jsonl'), 'utf8').trimEnd().split('\n');
  const cases = lines.filter((_, at) => at % each === 0).map((line) => JSON.parse(line));
  mkdirSync(folder, { recursive: true });
  const files = cases.map(({ yaml, accepted }, at) => {
    const file = join(folder, `${at}.yaml`);
    writeFileSync(file, yaml);
    return { file, accepted };
  });
  const named = (wanted) => files.filter(({ accepted }) => accepted === wanted).map(({ file }) => file);
  return { folder, refused: named(false), accepted: named(true) };
}

/** `{found, wrong}`: how many of the refused files a tool refuses, and how many of the accepted ones. */
export function foundBy({ tell, refused: read }, { folder, refused, accepted }) {
  const [command, ...args] = tell([folder]);
  const { stdout } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  return counted(read(stdout), { refused, accepted });
}

/** As `foundBy`, of a language server: errors that it publishes. */
export async function foundByServer(server, { refused, accepted }) {
  const client = await openServer(server);
  const marked = new Set();
  for (const file of [...refused, ...accepted]) {
    const uri = `file://${file}`;
    const told = client.diagnostics(uri, (diagnostics) => {
      if (diagnostics.some(({ severity }) => severity === 1)) marked.add(file);
      return true;
    });
    client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text: readFileSync(file, 'utf8') } });
    await told;
    client.notify('textDocument/didClose', { textDocument: { uri } });
  }
  await client.stop();
  return counted(marked, { refused, accepted });
}

function counted(marked, { refused, accepted }) {
  const among = (files) => files.filter((file) => marked.has(file)).length;
  return { found: among(refused), wrong: among(accepted) };
}
