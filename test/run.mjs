// npm test: sets itself up, checks types, style and unused code, runs the unit, corpus and protocol tests, and the suites in a
// real editor, of the pages in a browser, and with a real helm and kubectl. Prints each step with its time; the last line is `N passed, N failed`. Needs nothing but Node, npm and the
// npm registry. `npm test -- --quick`, for daily work, tries each property a fifth as often and leaves out the real editor.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { home, setUp } from '../build/set-up.mjs';

const [option, ...others] = process.argv.slice(2);
if ((option !== undefined && option !== '--quick') || others.length > 0) {
  console.error('npm test takes no option but --quick: npm test -- --quick');
  process.exit(1);
}
const quick = option === '--quick';

const scratch = mkdtempSync(join(tmpdir(), 'kubejob-test-'));
const program = (path) => join(home, 'node_modules', path);
const unitReport = join(scratch, 'unit.json');
const editorReport = join(scratch, 'editor.json');
const realToolsReport = join(scratch, 'real-tools.json');

/**
 * A step that has no report counts as one test. Those with a report count what it says, and fail where no test ran.
 * Steps that need the packages of a real editor, which carry a real helm and kubectl too, or Monaco, are left out of a quick run.
 */
const steps = [
  { name: 'build', run: ['build/build.mjs'] },
  { name: 'types', run: [program('typescript/bin/tsc'), '-b'] },
  { name: 'style', run: [program('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'] },
  { name: 'unused code', run: [program('knip/bin/knip.js')] },
  {
    name: 'unit, corpus and protocol tests',
    run: [program('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile=${unitReport}`],
    report: () => read(unitReport, ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests })),
  },
  { name: 'types of the playground', isHeavy: true, run: [program('typescript/bin/tsc'), '-p', 'playground'] },
  {
    name: 'with real helm and kubectl',
    isHeavy: true,
    run: ['test/real-tools/run.mjs'],
    report: () => read(realToolsReport, ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests })),
  },
  {
    name: 'in the editor',
    isHeavy: true,
    run: ['test/vscode/run.mjs'],
    report: () => read(editorReport, ({ passed, failed }) => ({ passed, failed })),
  },
];

const total = { passed: 0, failed: 0 };
try {
  setUp();
  // The editors take a while to install and need the network alone: they come in while the other steps run.
  const editors = quick ? [] : [start(['test/vscode/install.mjs']).ended, start(['playground/install.mjs']).ended];
  for (const { name, run, report, isHeavy } of steps) {
    if (isHeavy && quick) {
      console.log(`- ${name}: left out by --quick`);
      continue;
    }
    const begun = Date.now();
    if (isHeavy) await Promise.all(editors);
    const { code, output } = await start(run).ended;
    const counted = report?.() ?? { passed: 0, failed: 0 };
    // A crash beside passing tests, or a run without tests, is a failure too.
    const counts = report && counted.passed + counted.failed > 0 ? counted : { passed: code === 0 && !report ? 1 : 0, failed: 0 };
    if (counts.failed === 0 && (code !== 0 || counts.passed === 0)) counts.failed = 1;
    if (counts.failed > 0) console.log(output);
    console.log(`${counts.failed === 0 ? '✓' : '✗'} ${name}: ${counts.passed} passed, ${counts.failed} failed (${seconds(begun)})`);
    total.passed += counts.passed;
    total.failed += counts.failed;
  }
} catch (error) {
  console.error(error);
  total.failed += 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed`);

/** Runs a script with the Node that runs this one. */
function start(args) {
  const child = spawn(process.execPath, args, {
    cwd: home,
    env: {
      ...process.env,
      KUBEJOB_TEST_REPORT: editorReport,
      KUBEJOB_REAL_TOOLS_REPORT: realToolsReport,
      FORCE_COLOR: '0',
      ...(quick ? { KUBEJOB_QUICK: '1' } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  return { ended: new Promise((done) => child.once('close', (code) => done({ code, output }))) };
}

function read(path, counts) {
  return existsSync(path) ? counts(JSON.parse(readFileSync(path, 'utf8'))) : { passed: 0, failed: 0 };
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
