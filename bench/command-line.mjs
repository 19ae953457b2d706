// `kubejob validate` on a thousand manifests, beside kubeconform built from its Go module.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manifests } from './documents.mjs';
import { median } from './numbers.mjs';

const peerModule = 'github.com/yannh/kubeconform/cmd/kubeconform@v0.7.0';
const rounds = 5;

/** The peer's figures are undefined where it cannot be built. */
export function measureCommandLine(home, schemas) {
  const folder = mkdtempSync(join(tmpdir(), 'kubejob-bench-'));
  try {
    const files = join(folder, 'manifests');
    mkdirSync(files);
    for (const [at, text] of manifests(1000).entries()) writeFileSync(join(files, `${at}.yaml`), text);
    const ours = () => run(process.execPath, [join(home, 'dist/cli.js'), 'validate', '--format', 'json', files]);
    const peer = schemas && buildPeer(home);
    if (!peer) return { ours: measure(ours) };
    schemas.write(join(folder, 'schemas'));
    const location = `${join(folder, 'schemas')}/{{ .ResourceKind }}-{{ .Group }}-{{ .ResourceAPIVersion }}.json`;
    const theirs = () => run(peer, ['-strict', '-n', '1', '-schema-location', location, files]);
    return { ours: measure(ours), peer: measure(theirs) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function buildPeer(home) {
  const folder = join(home, 'node_modules/.cache/kubejob-bench');
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('go', ['install', peerModule], { env: { ...process.env, GOBIN: folder }, stdio: 'ignore' });
    return join(folder, 'kubeconform');
  } catch {
    return undefined;
  }
}

/** `{wall, processor}` in milliseconds, the medians of some rounds. */
function measure(work) {
  const times = Array.from({ length: rounds }, work);
  return { wall: median(times.map(({ wall }) => wall)), processor: median(times.map(({ processor }) => processor)) };
}

/** What is found is no failure, what cannot run is one. The shell tells the processor time, which a busy machine changes less. */
function run(command, args) {
  const script = 'TIMEFORMAT="%R %U %S"; time "$0" "$@" > /dev/null 2> /dev/null';
  const { status, stderr } = spawnSync('bash', ['-c', script, command, ...args], { encoding: 'utf8' });
  if (status !== 0 && status !== 1) throw new Error(`${command} ended with ${status}`);
  const [wall, user, system] = stderr.trim().split(' ').map(Number);
  return { wall: wall * 1000, processor: (user + system) * 1000 };
}
