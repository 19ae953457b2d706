// node bench/memory.mjs [WORDS OF A NAME]: the most memory of `validate` and `simulate` on large input, against what is promised. Ends with 1 where more is used.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printTable } from './numbers.mjs';

const program = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
if (!existsSync(program)) throw new Error('npm run build first');

const mebibyte = 2 ** 20;
const folder = mkdtempSync(join(tmpdir(), 'kubejob-memory-'));

/** `validate` promises 256 MiB and four times the largest file, `simulate` 512 MiB. */
const validateMost = (bytes) => 256 + (4 * bytes) / mebibyte;
const simulateMost = 512;

const job = (at, more = '') => `apiVersion: batch/v1
kind: Job
metadata:
  name: job-${at}
spec:
  template:
    spec:
      restartPolicy: OnFailure
      containers:
        - name: main
          image: busybox:1.36
          command: [sleep, "${at}"]
${more}`;
const faulty = (at) => job(at, at % 3 === 0 ? '          imagee: x\n' : '');
const listed = (at) => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: `j${at}` },
  spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'busybox:1.36' }] } } },
});
const sized = (bytes, one) => Array.from({ length: Math.ceil(bytes / one(0).length) }, (_, at) => one(at));

const podLines = (lines) => `apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: faulty\nspec:\n  template:\n    spec:\n${lines}`;
const numbered = (count, line) => Array.from({ length: count }, (_, at) => line(at)).join('');
/** Objects with very many faults of one kind. */
const faults = {
  'unknown-fields': () => podLines(numbered(100_000, (at) => `      unknown${at}: x\n`)),
  'wrong-types': () => job(0, `          env:\n${numbered(100_000, (at) => `            - {name: ${at}, value: ${at}}\n`)}`),
  'wrong-names': () => podLines(`      containers:\n${numbered(50_000, (at) => `        - {name: C_${at}, image: "busybox:1.36"}\n`)}`),
  'misspelt-fields': () => podLines(`      containers:\n${numbered(50_000, (at) => `        - {name: c${at}, imagee: "busybox:1.36"}\n`)}`),
  'hidden-variables': () => job(0, `          env:\n${numbered(100_000, (at) => `            - {name: A, value: "${at}"}\n`)}`),
};

const misspelt = (at) => ({ ...listed(at), spec: { ...listed(at).spec, completiond: 3 } });
/** Texts of thousands of Jobs with something to mend in each. */
const mended = {
  'mended-list.json': () =>
    JSON.stringify({ apiVersion: 'v1', kind: 'List', items: Array.from({ length: 10_000 }, (_, at) => misspelt(at)) }),
  'mended-documents.yaml': () =>
    Array.from({ length: 10_000 }, (_, at) => job(at).replace('spec:\n', 'spec:\n  completiond: 3\n')).join('---\n'),
};

const texts = [
  ...[1, 10, 50].map((size) => [`${size}-documents.yaml`, () => sized(size * mebibyte, faulty).join('---\n')]),
  ['10-all-faulty.yaml', () => sized(10 * mebibyte, (at) => job(at, '          imagee: x\n')).join('---\n')],
  [
    '4-variables.yaml',
    () => `${job(0)}          env:\n${sized(4 * mebibyte, (at) => `            - {name: V${at}, value: "value ${at}"}\n`).join('')}`,
  ],
  ...[2, 4.9].map((size) => [
    `${size}-list.json`,
    () =>
      JSON.stringify({ apiVersion: 'v1', kind: 'List', items: sized(size * mebibyte, (at) => JSON.stringify(listed(at))).map(JSON.parse) }),
  ]),
];

const pods = (spec, more = {}) => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'j' },
  spec: { ...spec, template: podTemplate, ...more },
});
const podTemplate = { spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'busybox:1.36', command: ['sleep', '10'] }] } };
const endless = { spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'busybox:1.36', command: ['sleep', 'infinity'] }] } };
const failing = {
  spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'busybox:1.36', command: ['sh', '-c', 'exit 1'] }] },
};
const minutely = {
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: { name: 'c' },
  spec: { schedule: '* * * * *', jobTemplate: { spec: { template: podTemplate } } },
};
const simulations = [
  ['parallelism and completions 2147483647', pods({ parallelism: 2147483647, completions: 2147483647 }), []],
  ['1,000,000 pods at once', pods({ parallelism: 1_000_000, completions: 1_000_000 }), []],
  ['back-off limit 2147483647, 99999 days', pods({ backoffLimit: 2147483647 }, { template: failing }), ['--until', '99999d']],
  ['2147483647 completions, one at a time', pods({ completions: 2147483647 }), ['--until', '999999999s']],
  ['each minute for ten years', minutely, ['--until', '3660d']],
  ...['summary', 'json', 'watch', 'pods', 'events', 'describe'].map((output) => [
    `each minute for a year, ${output}`,
    minutely,
    ['--until', '365d', '--output', output],
  ]),
  ...['summary', 'json'].map((output) => [
    `never ending, every 5 minutes for a year, ${output}`,
    { ...minutely, spec: { schedule: '*/5 * * * *', jobTemplate: { spec: { template: endless } } } },
    ['--until', '365d', '--output', output],
  ]),
  [
    'failing each minute for a year',
    { ...minutely, spec: { ...minutely.spec, jobTemplate: { spec: { template: failing } } } },
    ['--until', '365d'],
  ],
];

/** Words of the names of cases, or all. */
const wanted = process.argv.slice(2).join(' ');
const rows = [];
try {
  for (const [name, text] of texts) {
    if (!name.includes(wanted)) continue;
    writeFileSync(join(folder, name), text());
    measure(['validate', '--format', 'json', name], validateMost(statSync(join(folder, name)).size));
  }
  for (const [name, text] of Object.entries(faults)) {
    if (!`faults ${name}`.includes(wanted)) continue;
    writeFileSync(join(folder, `${name}.yaml`), text());
    const most = validateMost(statSync(join(folder, `${name}.yaml`)).size);
    for (const format of ['text', 'json', 'junit', 'rdjson']) measure(['validate', '--format', format, `${name}.yaml`], most);
  }
  for (const [name, text] of Object.entries(mended)) {
    if (!`mended ${name}`.includes(wanted)) continue;
    writeFileSync(join(folder, name), text());
    measure(['validate', '--fix', name], validateMost(statSync(join(folder, name)).size));
  }
  for (const format of '20000-files'.includes(wanted) ? ['text', 'json', 'sarif', 'github'] : []) {
    const many = manyFiles();
    measure(['validate', '--format', format, many], validateMost(job(0).length));
  }
  for (const [name, object, more] of simulations) {
    if (!name.includes(wanted)) continue;
    writeFileSync(join(folder, 'simulated.json'), JSON.stringify(object));
    measure(['simulate', ...more, 'simulated.json'], simulateMost, name);
  }
} finally {
  rmSync(folder, { recursive: true });
}
printTable('Most memory', [['', 'used', 'promised', 'processor'], ...rows.map(({ cells }) => cells)]);
if (rows.some(({ isKept }) => !isKept)) process.exitCode = 1;

function manyFiles() {
  const name = '20000-files';
  for (let at = 0; at < 20_000 && !existsSync(join(folder, name, '99', '19999.yaml')); at++) {
    const within = join(folder, name, String(at % 100));
    mkdirSync(within, { recursive: true });
    writeFileSync(join(within, `${at}.yaml`), faulty(at));
  }
  return name;
}

/** The process itself says on a further stream what it used, as the operating system counts it. */
function measure(args, most, name = args.slice(1).join(' ')) {
  const says =
    "process.on('exit',()=>{const{maxRSS,userCPUTime:u}=process.resourceUsage();process.getBuiltinModule('fs').writeSync(3,maxRSS+' '+u)})";
  const { status, signal, output } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(says)}`, program, ...args],
    {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    },
  );
  const [kibibytes, microseconds] = String(output?.[3] ?? '')
    .split(' ')
    .map(Number);
  if (!kibibytes) throw new Error(`${name}: ${signal ?? status} ${output?.[2]}`);
  const used = kibibytes / 1024;
  const isKept = used <= most;
  rows.push({
    isKept,
    cells: [name, `${used.toFixed(0)} MB${isKept ? '' : ' !'}`, `${most.toFixed(0)} MB`, `${(microseconds / 1e6).toFixed(1)} s`],
  });
  console.error(rows.at(-1).cells.join('   '));
}
