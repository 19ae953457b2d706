// What `growth.mjs` measures: each reader and feature with an input that grows. Bundled with the server's own code.
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyzer } from '../server/application/analysis.ts';
import { fileFindings } from '../server/application/findings/file-findings.ts';
import { causesAmong } from '../server/application/located-finding.ts';
import { defaultSettings } from '../server/application/settings/settings.ts';
import { accept } from '../server/application/simulation/accept.ts';
import { detailsOf } from '../server/cli/report/finding-details.ts';
import { githubReport } from '../server/cli/report/github-report.ts';
import { jsonReport } from '../server/cli/report/json-report.ts';
import { reported } from '../server/cli/report/reported-finding.ts';
import { sarifReport } from '../server/cli/report/sarif-report.ts';
import { textReport } from '../server/cli/report/text-report.ts';
import { unifiedDiff } from '../server/cli/report/unified-diff.ts';
import { readCommandLine } from '../server/estimate/shell/command-line.ts';
import { parseGoDuration } from '../server/kubernetes/cron/go-duration.ts';
import { parseSchedule } from '../server/kubernetes/cron/parse-schedule.ts';
import { claimsToBeOurs, mayHoldOurs } from '../server/kubernetes/fields/kind-in-text.ts';
import { parseIndexes } from '../server/kubernetes/values/indexes.ts';
import { formatQuantity, parseQuantity } from '../server/kubernetes/values/quantity.ts';
import { codeActions } from '../server/language/code-actions/code-actions.ts';
import { fixAll } from '../server/language/code-actions/fix-all.ts';
import { codeLenses } from '../server/language/code-lens.ts';
import { semanticTokens } from '../server/language/colours/semantic-tokens.ts';
import { shellColours } from '../server/language/colours/shell-colours.ts';
import { complete } from '../server/language/completion/complete.ts';
import { diagnosticsOf } from '../server/language/diagnostics.ts';
import { hover } from '../server/language/hover.ts';
import { inlayHints } from '../server/language/inlay-hints.ts';
import { foldingRanges } from '../server/language/moving-about/folding.ts';
import { documentLinks } from '../server/language/moving-about/links.ts';
import { references } from '../server/language/moving-about/references.ts';
import { selectionRanges } from '../server/language/moving-about/selection.ts';
import { documentSymbols } from '../server/language/moving-about/symbols.ts';
import { userClock } from '../server/language/reading/user-clock.ts';
import { parseBody } from '../server/manifest/body.ts';
import { textOfBytes } from '../server/manifest/bytes/text-of-bytes.ts';
import { libyamlVerdict } from '../server/manifest/libyaml/grammar.ts';
import { splitDocuments } from '../server/manifest/split.ts';
import { writeYaml } from '../server/manifest/write-yaml.ts';
import { manyRuns } from '../server/simulator/many-runs.ts';
import { simulate } from '../server/simulator/simulate.ts';
import { lookAlikesIn, withNames } from '../server/unicode/look-alikes.ts';

/** Characters of a text. */
const characters = [1000, 10_000, 100_000, 1_000_000];
/** Things in a text of some tens of characters each. */
const items = [100, 1000, 10_000, 100_000];
/** Things that cost more than reading does. */
const few = [10, 100, 1000, 10_000];

const times = (count, one) => Array.from({ length: count }, (_, at) => one(at));
const filled = (one) => (size) => one.repeat(Math.ceil(size / one.length));

const head = 'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: grown\n';
const jobAround = (lines, more = '') =>
  `${head}spec:\n${more}  template:\n    spec:\n      restartPolicy: Never\n      containers:\n        - name: main\n          image: busybox:1.36\n          command: [sleep, "10"]\n${lines}`;
const variables = (count) =>
  jobAround(`          env:\n${times(count, (at) => `            - name: V${at}\n              value: "v ${at}"\n`).join('')}`);
const unknown = (count) => jobAround(times(count, (at) => `          unknown${at}: x\n`).join(''));
const mistyped = (count) =>
  jobAround(`          env:\n${times(count, (at) => `            - name: V${at}\n              value: 1\n`).join('')}`);
const misspelt = (count) =>
  `${head}spec:\n  template:\n    spec:\n      restartPolicy: Never\n      containers:\n${times(count, (at) => `        - name: c${at}\n          imagee: busybox:1.36\n`).join('')}`;
const documents = (count) => times(count, (at) => jobAround(`          tty: ${at % 3 ? 'true' : 'yess'}\n`)).join('---\n');
const list = (count) =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'List',
    items: times(count, (at) => ({ apiVersion: 'batch/v1', kind: 'Job', metadata: { name: `j${at}` }, spec: {} })),
  });
const containers = (count, field) =>
  `${head}spec:\n  template:\n    spec:\n      restartPolicy: Never\n      ${field}:\n${times(count, (at) => `        - {name: c${at}, image: "busybox:1.36", command: [sleep, "1"]}\n`).join('')}${field === 'containers' ? '' : '      containers: [{name: main, image: "busybox:1.36"}]\n'}`;
const volumes = (count) =>
  `${jobAround(`          volumeMounts:\n${times(count, (at) => `            - {name: v${at}, mountPath: /m${at}}\n`).join('')}`)}      volumes:\n${times(count, (at) => `        - {name: v${at}, emptyDir: {}}\n`).join('')}`;
const aliases = (count) => `x: &x {a: 1}\n${times(count, (at) => `y${at}: *x\n`).join('')}`;
const ignoring = (count) =>
  jobAround(times(count, (at) => `          # kubejob-ignore unknown-field\n          unknown${at}: x\n`).join(''));
const script = (text) =>
  jobAround(`          args: [x]\n          workingDir: ${JSON.stringify(text).slice(0, 40)}\n`).replace(
    '[sleep, "10"]',
    `[sh, -c, ${JSON.stringify(text)}]`,
  );

const settings = { ...defaultSettings, advice: 'all' };
const analysed = (text) => createAnalyzer(Date.now).analyse(TextDocument.create('file:///grown.yaml', 'yaml', 1, text), settings);
const everything = (analysis) => ({ start: { line: 0, character: 0 }, end: analysis.text.positionAt(Number.MAX_SAFE_INTEGER) });
const middle = (analysis) => {
  const text = analysis.text.getText();
  return analysis.text.positionAt(text.indexOf('name', text.length / 2) + 2);
};

const shellSetting = {
  ...{ variables: new Map(), byIndex: new Set(), mayBeSet: () => false, lacks: () => false },
  ...{ sh: undefined, tools: 'busybox', firstProcess: true, openInput: false, unknownSeconds: 10 },
};
const runShell = (text) => readCommandLine(['sh', '-c', text], shellSetting);
const podSpec = (more) => ({
  restartPolicy: 'Never',
  containers: [{ name: 'main', image: 'busybox:1.36', command: ['sleep', '10'] }],
  ...more,
});
const job = (spec, pod) => ({ kind: 'Job', metadata: { name: 'grown' }, spec: { ...spec, template: { spec: podSpec(pod) } } });
const cronJob = {
  kind: 'CronJob',
  metadata: { name: 'grown' },
  spec: { schedule: '*/5 * * * *', jobTemplate: { spec: { template: { spec: podSpec() } } } },
};
const named = (count) => times(count, (at) => ({ name: `c${at}`, image: 'busybox:1.36', command: ['sleep', '1'] }));
const options = { version: '1.37' };

/** Readers of a text: names, what makes a text of a size, what reads it. */
const readers = [
  ['split documents', (size) => filled('a: 1\n---\n')(size), splitDocuments],
  ['split blank lines', (size) => `${'\n'.repeat(size)}a: 1`, splitDocuments],
  ['split directives', filled('%YAML 1.1\n# c\n'), splitDocuments],
  ['split spaces', (size) => `a: 1\n${' '.repeat(size)}x`, splitDocuments],
  ['split objects of JSON', filled('{"a":1}\n'), splitDocuments],
  ['split an open brace', filled('{"a":\n'), splitDocuments],
  ['bytes in Latin-1', (size) => Buffer.alloc(size, 0xe9), textOfBytes],
  ['bytes with U+FFFD', (size) => Buffer.from('\ufffd'.repeat(size / 3)), textOfBytes],
  ['whose kind, blank lines', (size) => '\n'.repeat(size), (text) => [mayHoldOurs(text), claimsToBeOurs(text)]],
  ['whose kind, spaces', (size) => `${' '.repeat(size)}kind`, (text) => [mayHoldOurs(`Job${text}`), claimsToBeOurs(text)]],
  ['whose kind, in braces', filled('{ kind: '), (text) => [mayHoldOurs(text), claimsToBeOurs(text)]],
  ['parse block lines', filled('- a: b\n  c: "d"\n'), (text) => parseBody(text).value],
  ['parse what is quoted over lines', (size) => `a: "${'x \n '.repeat(size / 4)}"`, (text) => parseBody(text).value],
  ['parse a folded text', (size) => `a: >\n${'  x\n'.repeat(size / 4)}`, (text) => parseBody(text).value],
  ['parse brackets over lines', (size) => `a: [\n${'  {b: 1},\n'.repeat(size / 10)}]\n`, (text) => parseBody(text).value],
  ['parse JSON', (size) => `{"a":[${'{"b":1},'.repeat(size / 8)}1]}`, (text) => parseBody(text).value],
  ['parse JSON with escapes', (size) => `{"a":[${'"\\u0041",'.repeat(size / 9)}1]}`, (text) => parseBody(text).value],
  ['parse comments', filled('# a: b\n'), (text) => parseBody(`${text}a: 1`).value],
  ['parse tabs', filled('a:\tb\n'), (text) => parseBody(text).problems],
  ['parse faults', filled('a: b: c\n'), (text) => parseBody(text).problems],
  ['parse open quotes', filled('"a\n'), (text) => parseBody(text).problems],
  ['parse open brackets', filled('[a\n'), (text) => parseBody(text).problems],
  ['parse one long line', filled('a '), (text) => parseBody(text).problems],
  ['parse colons', filled(': '), (text) => parseBody(text).problems],
  ['parse dashes', filled('- '), (text) => parseBody(text).problems],
  ['parse anchors', (size) => aliases(size / 10), (text) => parseBody(text).value],
  ['parse templates', filled('{{ x }}: {{ y }}\n'), (text) => parseBody(text).problems],
  ['verdict on block lines', filled('- a: b\n  c: "d"\n'), libyamlVerdict],
  ['verdict on brackets', (size) => `[${'{a: b}, '.repeat(size / 8)}]`, libyamlVerdict],
  ['verdict on words', filled('a '), libyamlVerdict],
  ['verdict on quotes', (size) => `"${'\\n'.repeat(size / 2)}"`, libyamlVerdict],
  ['shell: words', filled('a "b" \'c\' '), runShell],
  ['shell: commands', filled('sleep 1; echo a | cat\n'), runShell],
  ['shell: $( in $(', (size) => `echo ${'$('.repeat(size / 2)}`, runShell],
  ['shell: closed $( in $(', (size) => `echo ${'$('.repeat(size / 3)}a${')'.repeat(size / 3)}`, runShell],
  ['shell: ${ in ${', (size) => `echo ${'${a:-'.repeat(size / 5)}`, runShell],
  ['shell: backquotes', filled('`a'), runShell],
  ['shell: quotes in $(', filled('"$(a '), runShell],
  ['shell: parentheses', filled('( '), runShell],
  ['shell: if in if', filled('if true; then '), runShell],
  ['shell: while in while', filled('while true; do '), runShell],
  ['shell: braces', filled('{ '), runShell],
  ['shell: case', filled('case a in a) '), runShell],
  ['shell: functions', filled('f() { g; }\n'), runShell],
  ['shell: here documents', filled('cat <<A\nx\nA\n'), runShell],
  ['shell: open here documents', filled('cat <<A\n'), runShell],
  ['shell: $(( in $((', filled('$((1+'), runShell],
  ['shell: and, or', filled('a && b || '), runShell],
  ['shell: variables', filled('a=$a; '), runShell],
  ['shell: doubled variables', filled('a=$a$a; '), runShell],
  ['shell: for', (size) => `for i in ${'a '.repeat(size / 2)}; do sleep 1; done`, runShell],
  ['shell: for in for', filled('for i in 1 2 3 4; do '), runShell],
  ['colours of $( in $(', (size) => `echo ${'$('.repeat(size / 2)}`, shellColours],
  ['colours of commands', filled('sleep 1; echo "a" | cat\n'), shellColours],
  ['colours of quotes', filled('"$(a '), shellColours],
  ['colours of here documents', filled('cat <<A\n'), shellColours],
  ['quantity of digits', filled('12345678'), (text) => formatQuantity(parseQuantity(text))],
  ['quantity of decimals', (size) => `1.${'3'.repeat(size)}`, parseQuantity],
  ['quantity with spaces', (size) => `1${' '.repeat(size)}x`, parseQuantity],
  ['schedule of commas', (size) => `${'1,'.repeat(size / 2)}2 * * * *`, parseSchedule],
  ['schedule of spaces', (size) => `*${' '.repeat(size)}*`, parseSchedule],
  ['schedule of fields', filled('* '), parseSchedule],
  ['duration of parts', filled('1h'), parseGoDuration],
  ['duration of digits', (size) => `${'1'.repeat(size)}h`, parseGoDuration],
  ['indexes', filled('1,3,'), (text) => parseIndexes(text, 100)],
  ['names of characters', filled('\u200bа'), withNames],
  ['look-alikes in a text', filled('\u200bа'), lookAlikesIn],
  ['write YAML', (size) => [{ a: times(size / 10, (at) => ({ b: at })) }], writeYaml],
].map(([name, make, run]) => ({ name, sizes: characters, make, run }));

/** What is asked of whole manifests. */
const texts = {
  variables: [items, variables],
  documents: [few, documents],
  'a List': [items, list],
  'unknown fields': [few, unknown],
  'wrong types': [few, mistyped],
  'misspelt fields': [few, misspelt],
  containers: [few, (count) => containers(count, 'containers')],
  'init containers': [few, (count) => containers(count, 'initContainers')],
  volumes: [few, volumes],
  'ignored faults': [few, ignoring],
  'broken lines': [few, (count) => jobAround(times(count, () => '          a: b: c\n').join(''))],
  'a script': [characters, (size) => script('sleep 1\n'.repeat(size / 8))],
  'claims of scenarios': [few, (count) => times(count, () => `# kubejob-scenario:\n#   pods: []\n${jobAround('')}`).join('---\n')],
};
const judged = Object.entries(texts).map(([name, [sizes, make]]) => ({
  name: `validate ${name}`,
  sizes,
  make,
  run: (text) => fileFindings(analysed(text)),
}));

/** Features, each of what may cost it most. */
const features = [
  ['diagnostics', diagnosticsOf, ['unknown fields', 'documents']],
  [
    'code actions',
    (analysis) => codeActions(analysis, everything(analysis), { diagnostics: [] }),
    ['unknown fields', 'wrong types', 'documents'],
  ],
  ['fix all', fixAll, ['unknown fields', 'wrong types']],
  ['hover', (analysis) => hover(analysis, middle(analysis), userClock()), ['variables', 'documents', 'containers']],
  ['completion', (analysis) => complete(analysis, middle(analysis), { snippets: true }), ['variables', 'documents', 'containers']],
  ['outline', documentSymbols, ['variables', 'documents', 'a List', 'containers']],
  ['folding', foldingRanges, ['variables', 'documents', 'a script']],
  ['semantic tokens', semanticTokens, ['variables', 'documents', 'a script']],
  ['lenses', (analysis) => codeLenses(analysis, userClock()), ['documents', 'a List', 'containers']],
  ['inlay hints', (analysis) => inlayHints(analysis, everything(analysis)), ['variables', 'documents', 'containers']],
  ['links', documentLinks, ['documents', 'containers']],
  ['selection', (analysis) => selectionRanges(analysis, [middle(analysis)]), ['variables', 'documents']],
  ['references', (analysis) => references(analysis, middle(analysis), true), ['variables', 'volumes']],
].flatMap(([name, run, of]) =>
  of.map((text) => ({ name: `${name}: ${text}`, sizes: texts[text][0], make: (size) => analysed(texts[text][1](size)), run })),
);

const found = (count) => causesAmong(fileFindings(analysed(unknown(count)))).map(reported);
const reports = Object.entries({
  json: jsonReport,
  sarif: sarifReport,
  github: githubReport,
  text: (write) => textReport(write, false),
}).map(([name, reportIn]) => ({
  name: `report in ${name}, files`,
  sizes: items,
  make: (count) => ({ count, findings: found(2) }),
  run({ count, findings }) {
    let written = 0;
    const report = reportIn((text) => {
      written += text.length;
    });
    for (let at = 0; at < count; at++) report.add({ file: `a${at}.yaml`, objects: 1, findings });
    report.end();
    return written;
  },
}));

const inOneLine = {
  name: 'report in text, findings in one line',
  sizes: items,
  make: (count) => analysed(jobAround(`          env: [${'*a, '.repeat(count)}]\n`)),
  run(analysis) {
    const findings = causesAmong(fileFindings(analysis)).map((one) => ({ ...reported(one), details: detailsOf(one, analysis) }));
    textReport(() => undefined, false).add({ file: 'a.yaml', objects: 1, findings });
  },
};

const changed = [
  ['in place', (at) => `line ${at}${at % 12 === 5 ? ' new' : ''}\n`],
  ['put in', (at) => `line ${at}\n${at % 12 === 5 ? 'new\n' : ''}`],
].map(([name, line]) => ({
  name: `what changes: lines ${name}`,
  sizes: items,
  make: (count) => [(at) => `line ${at}\n`, line].map((one) => Array.from({ length: count }, (_, at) => one(at)).join('')),
  run: ([before, after]) => unifiedDiff('a.yaml', before, after, false),
}));

const simulations = [
  ['pods', items, (count) => job({ completions: count, parallelism: 100 })],
  ['pods at once', items, (count) => job({ completions: count, parallelism: count })],
  ['indexes', items, (count) => job({ completions: count, parallelism: 100, completionMode: 'Indexed' })],
  ['containers', few, (count) => job({}, { containers: named(count) })],
  ['init containers', few, (count) => job({}, { initContainers: named(count) })],
  ['failures', few, (count) => job({ backoffLimit: count }, { containers: [{ name: 'main', image: 'busybox:1.36', command: ['false'] }] })],
].map(([name, sizes, make]) => ({
  name: `simulate ${name}`,
  sizes,
  make,
  run: (object) => simulate(object, {}, { ...options, until: 1e9 }).summary,
}));
const turns = {
  name: 'simulate turns of a CronJob',
  sizes: items,
  make: (count) => count,
  run: (count) => simulate(cronJob, {}, { ...options, until: count * 300 }).summary,
};
const seeds = {
  name: '--runs',
  sizes: few,
  make: (count) => count,
  run: (count) => manyRuns(job({}), {}, { ...options, runs: count, seed: 1 }),
};
const accepted = {
  name: 'accept for simulation: containers',
  sizes: few,
  make: (count) => analysed(containers(count, 'containers')),
  run: (analysis) => accept(analysis, analysis.objects[0]).status,
};

export const cases = [...readers, ...judged, ...features, ...reports, ...changed, inOneLine, ...simulations, turns, seeds, accepted];
