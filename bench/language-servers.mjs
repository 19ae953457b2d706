// From a keystroke to its diagnostics, from the start to the first ones, and the memory: ours and the peer's, one after
// the other on the same texts.
import { readFileSync } from 'node:fs';
import { thirtyLines, thousandLines } from './documents.mjs';
import { openServer } from './language-client.mjs';
import { median, percentile } from './numbers.mjs';

const keystrokes = 60;
const starts = 3;
const field = 'completions:';
const faulty = 'completionz:';

/** `server` is `{command, args, answers, settle}`; `settle` tells the server what it needs after initialization. */
export async function measureLanguageServer(server) {
  const first = [];
  for (let at = 0; at < starts; at++) {
    const began = performance.now();
    const client = await openServer(server);
    await diagnose(client, 'file:///first.yaml', thirtyLines.replace(field, faulty));
    first.push(performance.now() - began);
    await client.stop();
  }
  const client = await openServer(server);
  const small = await typing(client, 'file:///small.yaml', thirtyLines);
  const large = await typing(client, 'file:///large.yaml', thousandLines);
  const memory = residentMegabytes(client.pid);
  await client.stop();
  return { first: median(first), small: percentile(small, 0.95), large: percentile(large, 0.95), memory };
}

async function diagnose(client, uri, text) {
  const seen = client.diagnostics(uri, (diagnostics) => diagnostics.some(isFault));
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
  await seen;
}

/** One letter of a field in the middle of the text goes wrong, and right again, and so on; its value is never the same. */
async function typing(client, uri, text) {
  const lines = text.split('\n');
  const places = lines.flatMap((line, at) => (line.includes(field) ? [at] : []));
  const line = places[Math.floor(places.length / 2)];
  const character = lines[line].indexOf(field) + field.length - 2;
  let end = lines[line].length;
  await diagnose(client, uri, lines.map((other, at) => (at === line ? other.replace(field, faulty) : other)).join('\n'));
  const times = [];
  for (let version = 2; version < keystrokes + 2; version++) {
    const right = version % 2 === 0;
    const seen = client.diagnostics(uri, (diagnostics) => diagnostics.some(isFault) !== right);
    const began = performance.now();
    const change = `${right ? 's' : 'z'}: ${version}`;
    client.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: { line, character }, end: { line, character: end } }, text: change }],
    });
    end = character + change.length;
    await seen;
    times.push(performance.now() - began);
  }
  return times;
}

function isFault({ message }) {
  return message.includes('completionz');
}

function residentMegabytes(pid) {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}
