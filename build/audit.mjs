// node build/audit.mjs: asks npm's registry for known faults of our dependencies. Ends with 1 where there are some, and with 3 where
// nobody answered, which says nothing about the dependencies.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Reads what `npm audit --json` printed (npm 10). What is no report, an error of the registry or of the network, is no finding. */
export function readAudit(printed) {
  const answer = parsed(printed);
  const { vulnerabilities } = answer ?? {};
  if (answer?.auditReportVersion === undefined || typeof vulnerabilities !== 'object' || vulnerabilities === null) {
    return { status: 'not-answered', why: answer?.message ?? answer?.error?.summary ?? 'no answer that can be read' };
  }
  const found = Object.values(vulnerabilities).map(({ name, severity, range }) => `${name} ${range}: ${severity}`);
  return found.length > 0 ? { status: 'found', found } : { status: 'none' };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function audit() {
  const { stdout } = spawnSync('npm', ['audit', '--json'], { encoding: 'utf8', shell: process.platform === 'win32' });
  const answer = readAudit(stdout ?? '');
  if (answer.status === 'none') console.log('No known faults in the dependencies.');
  if (answer.status === 'found') console.error(`Known faults:\n${answer.found.join('\n')}`);
  if (answer.status === 'not-answered') console.error(`The registry was asked for known faults and did not say: ${answer.why}`);
  process.exitCode = { none: 0, found: 1, 'not-answered': 3 }[answer.status];
}

if (resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) audit();
