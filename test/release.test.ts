import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { billOfMaterials } from '../build/bill-of-materials.mjs';
import { folderWith } from './folder-with.ts';

const home = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));

test('a release is the extension, the package and what is in them, the same byte for byte wherever it is made', () => {
  const scratch = folderWith();
  const sums = releasedAt(join(scratch, 'one'));
  expect(Object.keys(sums)).toEqual([`kubejob-${version}.tgz`, `kubejob-${version}.vsix`, 'sbom.cdx.json']);
  expect(statSync(join(scratch, `one/release/kubejob-${version}.vsix`)).size).toBeLessThan(1_200_000);
  expect(extensionFiles(join(scratch, 'one')).filter((file) => !allowed.test(file))).toEqual([]);
  const extension = JSON.parse(fileInZip(readFileSync(join(scratch, `one/release/kubejob-${version}.vsix`)), 'extension/package.json'));
  expect(Object.keys(extension.scripts ?? {}).filter((name) => /^(pre|post)?install$|^vscode:/.test(name))).toEqual([]);
  expect([extension.name, extension.dependencies, extension.optionalDependencies]).toEqual(['kubejob', undefined, undefined]);
  expect(releasedAt(join(scratch, 'another place'))).toEqual(sums);
});

/** The command line has a package of its own, and what the server is stands once, for Node and browsers. */
const allowed =
  /^(package(\.nls(\.ko)?)?\.json|(README|CHANGELOG)\.md|LICENSE|NOTICE|media\/[\w./-]+|syntaxes\/[\w.-]+|schemas\/[\w.-]+\.json|dist\/(extension(\.browser)?|language-client|kubectl-text|core|server|simulation-worker|panel)\.js|dist\/panel\.css|dist\/THIRD-PARTY-NOTICES\.txt)$/;

function extensionFiles(copy: string): readonly string[] {
  const listed = execFileSync(process.execPath, ['node_modules/@vscode/vsce/vsce', 'ls', '--no-dependencies'], {
    cwd: copy,
    encoding: 'utf8',
  });
  return listed.trim().split('\n');
}

/** The text of a file in a zip archive, by the entries of its directory (APPNOTE.TXT 4.3.12). */
function fileInZip(zip: Buffer, name: string): string {
  const entryMark = Buffer.from('PK\x01\x02');
  for (let at = zip.indexOf(entryMark); at >= 0; at = zip.indexOf(entryMark, at + 4)) {
    const nameLength = zip.readUInt16LE(at + 28);
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) !== name) continue;
    const local = zip.readUInt32LE(at + 42);
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const stored = zip.subarray(begin, begin + zip.readUInt32LE(at + 20));
    return (zip.readUInt16LE(at + 10) === 0 ? stored : inflateRawSync(stored)).toString('utf8');
  }
  throw new Error(`no ${name} in the archive`);
}

/** What a copy of this tree makes: the sum of each file by its name. Its packages stay where they are. */
function releasedAt(copy: string): Readonly<Record<string, string>> {
  mkdirSync(copy, { recursive: true });
  const left = new Set(['node_modules', 'dist', 'release', '.git', 'test', 'bench']);
  for (const name of readdirSync(home).filter((one) => !left.has(one))) cpSync(join(home, name), join(copy, name), { recursive: true });
  symlinkSync(join(home, 'node_modules'), join(copy, 'node_modules'), 'junction');
  execFileSync(process.execPath, ['build/release.mjs'], { cwd: copy, env: { ...process.env, SOURCE_DATE_EPOCH: '1767225600' } });
  const sums = readFileSync(join(copy, 'release/SHA256SUMS'), 'utf8').trim().split('\n');
  return Object.fromEntries(sums.map((line) => line.split('  ').reverse()));
}

test('a bill of materials names each package once, with one licence or several', () => {
  const packages = [
    { folder: '/a', name: '@scope/a', version: '1.0.0', license: 'MIT' },
    { folder: '/b', name: 'b', version: '2.0.0', license: '(MIT OR CC0-1.0)' },
    { folder: '/c/a', name: '@scope/a', version: '1.0.0', license: 'MIT' },
  ];
  const bill = JSON.parse(billOfMaterials({ name: 'kubejob', version: '3.0.0', license: 'Apache-2.0' }, packages));
  expect(bill.components).toEqual([
    {
      ...{ type: 'library', 'bom-ref': 'pkg:npm/%40scope/a@1.0.0', name: '@scope/a', version: '1.0.0' },
      ...{ licenses: [{ license: { id: 'MIT' } }], purl: 'pkg:npm/%40scope/a@1.0.0' },
    },
    {
      ...{ type: 'library', 'bom-ref': 'pkg:npm/b@2.0.0', name: 'b', version: '2.0.0' },
      ...{ licenses: [{ expression: '(MIT OR CC0-1.0)' }], purl: 'pkg:npm/b@2.0.0' },
    },
  ]);
  expect(bill.dependencies).toEqual([{ ref: 'pkg:npm/kubejob@3.0.0', dependsOn: ['pkg:npm/%40scope/a@1.0.0', 'pkg:npm/b@2.0.0'] }]);
});
