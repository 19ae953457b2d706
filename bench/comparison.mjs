// One table: what each tool finds, how long it takes, and how large it is; ours beside those that can be made here, in one run.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureAll, mostMemory, writeTexts } from './command-line.mjs';
import { foundBy, foundByServer, writeRecorded } from './faults.mjs';
import { measureLanguageServer } from './language-servers.mjs';
import { milliseconds, printTable } from './numbers.mjs';
import { commandLinePeers, ourCommands, peerServer } from './peers.mjs';

/** `server` starts ours; `schemas` are Kubernetes' own, undefined where they cannot be made. */
export async function compare(home, server, schemas) {
  const folder = mkdtempSync(join(tmpdir(), 'kubejob-bench-'));
  try {
    schemas?.write(join(folder, 'schemas'));
    const yaml = peerServer(home, schemas);
    const peers = commandLinePeers(home, schemas && join(folder, 'schemas'));
    const ours = ourCommands(home);
    const tools = [ours.here, ours.newer, ...Object.values(peers)];
    const node = `Node ${process.versions.node.split('.')[0]}`;
    const header = [
      '',
      `kubejob, ${node}`,
      ours.newer ? 'kubejob, newer Node' : '',
      ...Object.keys(peers),
      yaml ? 'yaml-language-server' : '',
    ];
    // Columns that hold nothing on this machine are left out.
    const shown = header.map((name, at) => at === 0 || name !== '');
    const rows = [
      ...(await faultRows(join(folder, 'recorded'), { home, ours, peers, yaml })),
      ...(await editorRows(server, yaml, Object.keys(peers).length)),
      ...commandLineRows(writeTexts(folder), tools),
      ...(await memoryRows(join(folder, 'manifests-1000'), tools)),
      sizeRow(home, peers, yaml),
    ];
    printTable(
      'Beside others, in one run; × is ours over kubeconform',
      [header, ...rows].map((row) => row.filter((_, at) => shown[at])),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function faultRows(folder, { home, ours, peers, yaml }) {
  const recorded = writeRecorded(home, folder);
  const all = [ours.here, undefined, ...Object.values(peers)].map((tool) => tool && foundBy(tool, recorded));
  const ofYaml = yaml && (await foundByServer(yaml, recorded));
  const row = (title, key, of) => [title, ...[...all, ofYaml].map((one) => (one ? `${one[key]} of ${of}` : ''))];
  return [
    row('refused by an API server 1.37, and told of', 'found', recorded.refused.length),
    row('accepted by it, and told of as faults', 'wrong', recorded.accepted.length),
  ];
}

async function editorRows(server, yaml, peers) {
  const ours = await measureLanguageServer(server);
  const theirs = yaml && (await measureLanguageServer(yaml));
  const empty = Array.from({ length: peers + 1 }, () => '');
  const row = (title, key, show) => [title, show(ours[key]), ...empty, theirs ? show(theirs[key]) : ''];
  return [
    row('keystroke to diagnostics, 30 lines, p95 (ours lets the typed line rest for 1 s)', 'small', milliseconds),
    row('keystroke to diagnostics, 1,000 lines, p95 (the same)', 'large', milliseconds),
    row('start to the first diagnostics', 'first', milliseconds),
    row('memory of the server after that', 'memory', megabytes),
  ];
}

function commandLineRows(texts, tools) {
  return texts.flatMap((text) => {
    const onOne = measureAll(tools, text, 1);
    const onAll = measureAll(tools, text);
    const conform = onOne[2]?.processor;
    const beside = (value, at) => (conform === undefined || at > 1 ? '' : ` (${(value / conform).toFixed(1)} ×)`);
    return [
      [
        `${text.title}: processor, one core`,
        ...onOne.map((one, at) => (one ? milliseconds(one.processor) + beside(one.processor, at) : '')),
      ],
      [`${text.title}: time, one core`, ...onOne.map((one) => (one ? milliseconds(one.wall) : ''))],
      [`${text.title}: time, all cores`, ...onAll.map((one) => (one ? milliseconds(one.wall) : ''))],
    ];
  });
}

async function memoryRows(path, tools) {
  const most = [];
  for (const tool of tools) most.push(tool && (await mostMemory(tool.run([path]))));
  return [['1,000 manifests: most memory', ...most.map((value) => (value === undefined ? '' : megabytes(value)))]];
}

function sizeRow(home, peers, yaml) {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: home,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    }),
  );
  const programs = Object.values(peers).map(({ program }) => megabytes(statSync(program).size / 2 ** 20));
  const ofYaml = yaml ? megabytes(sizeBelow(join(home, 'node_modules/yaml-language-server')) / 2 ** 20) : '';
  return ['size, unpacked', megabytes(packed.unpackedSize / 2 ** 20), '', ...programs, ofYaml];
}

function sizeBelow(folder) {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries.reduce((sum, entry) => (entry.isFile() ? sum + statSync(join(entry.parentPath ?? entry.path, entry.name)).size : sum), 0);
}

function megabytes(value) {
  return `${value.toFixed(value < 10 ? 1 : 0)} MB`;
}
