import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { formats } from '../../server/cli/report/formats.ts';
import { folderWith } from '../folder-with.ts';
import { job, run } from './run.ts';

const wrong = job('two', 'sleep 1', 'completiond: 3');
const home = folderWith();
const program = join(home, 'cli.mjs');

/** Rights count for nothing to root. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

beforeAll(async () => {
  await build({
    entryPoints: [join(import.meta.dirname, '../../server/cli.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url); const __dirname = '.';",
    },
    define: { 'import.meta.url': JSON.stringify(`file://${program}`) },
  });
  chmodSync(home, 0o755);
});

/** The program in a process of its own, as somebody without rights, that is ended if it hangs. */
function kubejob(folder: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    ...nobody,
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status, stdout, stderr };
}

function open(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files);
  chmodSync(folder, 0o755);
  return folder;
}

describe.skipIf(process.platform === 'win32')('what cannot be read is named, the rest is judged, and the exit status is 2', () => {
  const filesIn = (out: string) => JSON.parse(out).map(({ file }: { file: string }) => file);

  test('a file without rights', () => {
    const folder = open({ 'a.yaml': wrong, 'b.yaml': wrong, 'z.yaml': wrong });
    chmodSync(join(folder, 'b.yaml'), 0);
    const { status, stdout, stderr } = kubejob(folder, 'validate', '--advice', 'off', '--format', 'json', '.');
    expect([status, filesIn(stdout), stderr]).toEqual([2, ['a.yaml', 'z.yaml'], 'kubejob: may not be read: b.yaml\n']);
  });

  test('a folder without rights, on any level', () => {
    const folder = open({ 'a.yaml': wrong });
    mkdirSync(join(folder, 'sub/below'), { recursive: true });
    writeFileSync(join(folder, 'sub/below/b.yaml'), wrong);
    chmodSync(join(folder, 'sub/below'), 0);
    const below = kubejob(folder, 'validate', '--advice', 'off', '--format', 'json', '.');
    expect([below.status, filesIn(below.stdout), below.stderr]).toEqual([2, ['a.yaml'], 'kubejob: may not be read: sub/below\n']);
    expect(kubejob(folder, 'validate', 'sub/below')).toMatchObject({ status: 2, stderr: 'kubejob: may not be read: sub/below\n' });
    // So that it can be removed.
    chmodSync(join(folder, 'sub/below'), 0o755);
  });

  test('a name that is not UTF-8', () => {
    const folder = open({ 'a.yaml': wrong });
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/f`), Buffer.from([0xff]), Buffer.from('.yaml')]), wrong);
    const { status, stdout, stderr } = kubejob(folder, 'validate', '--advice', 'off', '--format', 'json', '.');
    expect([status, filesIn(stdout), stderr]).toEqual([
      2,
      ['a.yaml'],
      'kubejob: its name is not UTF-8, and it is not read: ./f\\xff.yaml\n',
    ]);
  });

  test('what a pattern leads through, too', () => {
    const folder = open({ 'a.yaml': wrong, 'b.yaml': wrong });
    mkdirSync(join(folder, 'sub'));
    chmodSync(join(folder, 'sub'), 0);
    chmodSync(join(folder, 'b.yaml'), 0);
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/f`), Buffer.from([0xff]), Buffer.from('.yaml')]), wrong);
    const { status, stdout, stderr } = kubejob(folder, 'validate', '--advice', 'off', '--format', 'json', '**/*.yaml');
    expect([status, filesIn(stdout), stderr.trim().split('\n').sort()]).toEqual([
      2,
      ['a.yaml'],
      [
        'kubejob: its name is not UTF-8, and it is not read: ./f\\xff.yaml',
        'kubejob: may not be read: b.yaml',
        'kubejob: may not be read: sub',
      ],
    ]);
  });

  test('a configuration, and facts that it names', () => {
    const folder = open({ 'a.yaml': wrong });
    execFileSync('mkfifo', [join(folder, '.kubejob.yaml')]);
    mkdirSync(join(folder, 'sub'));
    writeFileSync(join(folder, 'sub/b.yaml'), wrong);
    writeFileSync(join(folder, 'sub/.kubejob.yaml'), 'facts: none.yaml\n');
    const { status, stdout, stderr } = kubejob(folder, 'validate', '--advice', 'off', '--format', 'json', '.');
    expect([status, filesIn(stdout)]).toEqual([2, ['a.yaml', 'sub/b.yaml']]);
    expect(stderr).toMatch(
      /^kubejob: a pipe that nobody writes to: .*\.kubejob\.yaml\nkubejob: .*: no such file or folder: .*none\.yaml\n$/,
    );
  });

  test('pictures that cannot be written', () => {
    const folder = open({ 'a.yaml': job('one') });
    for (const place of ['/dev/full', '/proc/none/below', 'a.yaml']) {
      const { status, stdout, stderr } = kubejob(folder, 'report', '--svg', place, 'a.yaml');
      expect([status, stdout.includes('### Job'), stderr.includes('\n    at ')]).toEqual([2, true, false]);
      expect(stderr).toContain(`${place}/one.svg`);
    }
  });

  test('pipes and devices end nothing', () => {
    const folder = open({ 'a.yaml': wrong });
    execFileSync('mkfifo', [join(folder, 'kustomization.yaml'), join(folder, 'a.scenario.yaml'), join(folder, 'c.yaml')]);
    symlinkSync('c.yaml', join(folder, 'd.yaml'));
    symlinkSync('/dev/zero', join(folder, 'e.yaml'));
    const { status, stdout } = kubejob(folder, 'validate', '--advice', 'off', '--format', 'json', '.');
    expect([status, filesIn(stdout)]).toEqual([1, ['a.yaml']]);
    expect(kubejob(folder, 'validate', 'e.yaml')).toMatchObject({
      status: 2,
      stderr: 'kubejob: no regular file, and not read: e.yaml\n',
    });
  });

  test('what a shell hands over as a file is read', () => {
    const folder = open({ 'a.yaml': wrong });
    const script = `exec '${process.execPath}' '${program}' validate --advice off --format json <(sleep 0.3; cat a.yaml)`;
    const { status, stdout } = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
    expect([status, JSON.parse(stdout)]).toEqual([1, [expect.objectContaining({ name: 'two' })]]);
  });
});

describe('bytes', () => {
  test('UTF-16 with a mark is read and judged', async () => {
    const folder = open({});
    writeFileSync(join(folder, 'a.yaml'), Buffer.from(`\ufeff${wrong}`, 'utf16le'));
    const { code, out } = await run('validate', '--advice', 'off', '--format', 'json', folder);
    expect([code, JSON.parse(out)]).toEqual([1, [expect.objectContaining({ name: 'two', reason: 'UnknownField', line: 6 })]]);
  });

  test.each([
    ['UTF-16 without a mark', Buffer.from(wrong, 'utf16le'), 'This seems to be UTF-16 without a byte order mark'],
    ['the same, big end first', Buffer.from(wrong, 'utf16le').swap16(), 'This seems to be UTF-16 without a byte order mark'],
    ['UTF-32', Buffer.from([...wrong].flatMap((sign) => [0, 0, 0, sign.charCodeAt(0)])), 'This seems to be UTF-32'],
    [
      'UTF-32 with a mark',
      Buffer.from([...`\ufeff${wrong}`].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8, 0, 0])),
      'This seems to be UTF-32',
    ],
  ])('%s is refused as kubectl does, and --fix mends it', async (_, bytes, said) => {
    const folder = open({});
    const file = join(folder, 'a.yaml');
    writeFileSync(file, bytes);
    const { code, out } = await run('validate', '--advice', 'off', '--format', 'json', folder);
    const message = `${said}, and kubectl refuses the file: save it as UTF-8.`;
    expect([code, JSON.parse(out)]).toEqual([
      1,
      [expect.objectContaining({ reason: 'NotYAML', code: 'not-utf-8', severity: 'error', line: 1, message })],
    ]);
    expect((await run('validate', '--fix', '--advice', 'off', folder)).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(wrong.replace('completiond', 'completions'));
  });

  test('what is wide and none of ours stays as it is', async () => {
    const folder = open({ 'b.yaml': job('one') });
    const other = Buffer.from('kind: ConfigMap\n', 'utf16le');
    writeFileSync(join(folder, 'a.yaml'), other);
    expect((await run('validate', '--fix', folder)).code).toBe(0);
    expect(readFileSync(join(folder, 'a.yaml'))).toEqual(other);
  });

  test('--fix saves it as UTF-8 with the letters that it was meant to have, and nothing where they are not known', async () => {
    const folder = open({});
    const text = `# caf\u00e9\n${job('one', 'sleep 1', 'backofLimit: 3')}`;
    writeFileSync(join(folder, 'a.yaml'), Buffer.from(text, 'latin1'));
    const unknown = Buffer.concat([Buffer.from('# '), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from(`\n${job('two')}`)]);
    writeFileSync(join(folder, 'b.yaml'), unknown);
    expect((await run('validate', '--diff', folder)).out).toContain('\n+# caf\u00e9\n');
    const { code, error } = await run('validate', '--fix', '--advice', 'warnings', folder);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(text.replace('backofLimit', 'backoffLimit'));
    expect(readFileSync(join(folder, 'b.yaml'))).toEqual(unknown);
  });

  test('what is not UTF-8 is a warning, and the rest is judged', async () => {
    const folder = open({});
    writeFileSync(join(folder, 'a.yaml'), Buffer.from(`${job('one')}---\n# caf\u00e9\n${wrong}`, 'latin1'));
    const { code, out } = await run('validate', '--advice', 'warnings', '--format', 'json', folder);
    expect([code, JSON.parse(out)]).toEqual([
      1,
      [
        expect.objectContaining({
          reason: 'Advice',
          code: 'not-utf-8',
          severity: 'warning',
          document: 1,
          name: 'two',
          line: 14,
          column: 6,
        }),
        expect.objectContaining({ reason: 'UnknownField', document: 1, name: 'two' }),
      ],
    ]);
    expect(JSON.parse(out)[0].message).toBe(
      'Byte 0xE9 is not UTF-8; in Latin-1 it is "é": kubectl stores U+FFFD in its place, Helm, kustomize and Flux refuse the file. Save it as UTF-8.',
    );
    expect((await run('validate', '--advice', 'off', '--format', 'json', folder)).out).not.toContain('not-utf-8');
  });
});

describe.skipIf(process.platform !== 'linux')('streams', () => {
  const inShell = (folder: string, script: string) =>
    spawnSync('bash', ['-c', `set -o pipefail; ${script}`], { cwd: folder, encoding: 'utf8', env: { ...process.env, K: program } });

  test('the verdict is kept when the reader goes away', () => {
    const folder = open(Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`${at + 100}.yaml`, job(`job-${at}`)])));
    writeFileSync(join(folder, '999.yaml'), wrong);
    expect(inShell(folder, `'${process.execPath}' "$K" validate --advice all --format json . | head -c 1`)).toMatchObject({
      status: 1,
      stderr: '',
    });
  });

  test.each([
    ['validate', 'a.yaml'],
    ['validate', '--format', 'json', 'a.yaml'],
    ['simulate', '--output', 'json', 'b.yaml'],
    ['diff', '--against', 'b.yaml', 'b.yaml'],
    ['report', 'b.yaml'],
    ['test', 'b.yaml'],
    ['rule'],
    ['man'],
    ['--version'],
  ])('a disk that is full says so: %s %s %s %s', (...args) => {
    const folder = open({ 'a.yaml': wrong, 'b.yaml': job('one'), 'b.test.yaml': 'tests: [{expect: [completes within 10m]}]\n' });
    const { status, stderr } = inShell(folder, `'${process.execPath}' "$K" ${args.filter((one) => one).join(' ')} > /dev/full`);
    expect([status, stderr]).toEqual([2, 'kubejob: the output cannot be written (ENOSPC)\n']);
  });

  test('where nothing can be said at all the exit status says it', () => {
    const folder = open({});
    for (const args of ['validate none.yaml', 'simulate none.yaml', 'validate --nothing'])
      expect([args, inShell(folder, `'${process.execPath}' "$K" ${args} 2> /dev/full`).status]).toEqual([args, 2]);
  });

  test('a server whose answers nobody can read ends with a message', () => {
    const folder = open({});
    const message = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, capabilities: {} } });
    writeFileSync(join(folder, 'first'), `Content-Length: ${message.length}\r\n\r\n${message}`);
    // The shell itself keeps the pipe open, so that no end of the input ends the server.
    const script = `mkfifo in; exec 3<> in; cat first >&3; '${process.execPath}' "$K" language-server --stdio < in > /dev/full`;
    const { status, stderr } = inShell(folder, script);
    expect([status, stderr]).toEqual([1, 'kubejob: the output cannot be written (ENOSPC)\n']);
  });

  test('a server that is sent what is not the protocol ends with a message', () => {
    const input = '{"jsonrpc":"2.0"}\n';
    const { status, stderr } = spawnSync(process.execPath, [program, 'language-server', '--stdio'], {
      input,
      encoding: 'utf8',
      timeout: 60_000,
    });
    const said = `kubejob: what comes in is not the Language Server Protocol: no header: ${JSON.stringify(input)}\n`;
    expect([status, stderr]).toEqual([1, said]);
  });

  test('a file for which there is no room stays what it was, and no part of the new one stays behind', () => {
    const long = `# ${'long '.repeat(2000)}\n`;
    const faulty = long + wrong;
    const folder = open({ 'a.yaml': faulty, 'b.yaml': job('one'), 'known.json': 'as it was\n' });
    mkdirSync(join(folder, 'pictures'));
    writeFileSync(join(folder, 'pictures/one.svg'), 'as it was\n');
    // What is longer than a block of 1,024 bytes cannot be written.
    const without = (args: string) => inShell(folder, `ulimit -f 1; '${process.execPath}' "$K" ${args}`);
    const { status, stderr } = without('validate --fix a.yaml');
    expect([status, stderr]).toEqual([2, 'kubejob: cannot be written (EFBIG): a.yaml\n']);
    expect(without('report --svg pictures b.yaml')).toMatchObject({
      status: 2,
      stderr: 'kubejob: cannot be written (EFBIG): pictures/one.svg\n',
    });
    writeFileSync(
      join(folder, 'c.yaml'),
      Array.from({ length: 40 }, (_, at) => job(`job-${at}`, 'sleep 1', 'completiond: 3')).join('---\n'),
    );
    expect(without('validate --baseline known.json --update-baseline c.yaml')).toMatchObject({
      status: 2,
      stderr: 'kubejob: cannot be written (EFBIG): known.json\n',
    });
    const left = ['a.yaml', 'known.json', 'pictures/one.svg'].map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(left).toEqual([faulty, 'as it was\n', 'as it was\n']);
    const names = readdirSync(folder, { recursive: true }).map(String).toSorted();
    expect(names).toEqual(['a.yaml', 'b.yaml', 'c.yaml', 'known.json', 'pictures', 'pictures/one.svg']);
  });

  test('a file that is written keeps its rights, and a link to it stays one', () => {
    const folder = open({ 'a.yaml': wrong });
    chmodSync(join(folder, 'a.yaml'), 0o666);
    symlinkSync('a.yaml', join(folder, 'b.yaml'));
    expect(inShell(folder, `umask 077; '${process.execPath}' "$K" validate --fix b.yaml`).stderr).toBe('');
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).not.toBe(wrong);
    expect([statSync(join(folder, 'a.yaml')).mode & 0o777, lstatSync(join(folder, 'b.yaml')).isSymbolicLink()]).toEqual([0o666, true]);
  });

  test("what an ended run left beside a file is in nobody's way, and another name of the file keeps what it had", () => {
    const folder = open({ 'a.yaml': wrong });
    linkSync(join(folder, 'a.yaml'), join(folder, 'kept'));
    // The shell becomes the program, which has its process id.
    const { stderr } = inShell(folder, `echo left > .a.yaml.kubejob-$$; exec '${process.execPath}' "$K" validate --fix a.yaml`);
    expect([stderr, readFileSync(join(folder, 'a.yaml'), 'utf8')]).toEqual(['', job('two', 'sleep 1', 'completions: 3')]);
    const [left = '', ...others] = readdirSync(folder).toSorted();
    expect([readFileSync(join(folder, left), 'utf8'), ...others]).toEqual(['left\n', 'a.yaml', 'kept']);
    expect(readFileSync(join(folder, 'kept'), 'utf8')).toBe(wrong);
  });

  test.runIf(process.getuid?.() === 0)("a file that root writes stays its owner's", () => {
    const folder = open({ 'a.yaml': wrong });
    chownSync(join(folder, 'a.yaml'), 65_534, 65_533);
    chmodSync(join(folder, 'a.yaml'), 0o640);
    expect(inShell(folder, `'${process.execPath}' "$K" validate --fix a.yaml`).stderr).toBe('');
    const { uid, gid, mode } = statSync(join(folder, 'a.yaml'));
    expect([readFileSync(join(folder, 'a.yaml'), 'utf8') !== wrong, uid, gid, mode & 0o777]).toEqual([true, 65_534, 65_533, 0o640]);
  });

  test('no name and no value gives an order to whoever runs the workflow', async () => {
    const orders = ['::stop-commands::x', '##[add-mask]x', '##vso[task.setvariable variable=x]y'];
    const value = orders.join('\\n');
    const manifest = job('two')
      .replace('["sleep","10"]', `["sh", "-c", "${value}"]`)
      .replace('restartPolicy: Never', `restartPolicy: "${value}"`);
    const files = Object.fromEntries([...orders, '  ::stop-commands::z'].map((order) => [`${order}.yaml`, manifest]));
    const folder = open({ ...files, 'ok.yaml': manifest.replace(/restartPolicy: .*/, 'restartPolicy: Never') });
    const given = (output: string) => output.match(/^\s*::(?!(?:error|warning|notice) file=).*::.*|##(?:vso)?\[.*/gim);
    const within = (...args: readonly string[]) => spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8' });
    for (const format of formats.filter((one) => one !== 'github')) {
      const { stdout, stderr } = within('validate', '--advice', 'all', '--format', format, '.');
      expect([format, stdout.includes('stop-commands'), given(stdout), stderr]).toEqual([format, true, null, '']);
    }
    for (const args of [
      ['simulate', '--output', 'describe-pods', 'ok.yaml'],
      ['simulate', '--output', 'json', 'ok.yaml'],
      ['validate', '::x::'],
    ]) {
      const { stdout, stderr } = within(...args);
      expect([args, given(stdout), given(stderr)]).toEqual([args, null, null]);
    }
    expect(given(within('validate', '--diff', '.').stdout)).toBeNull();
  });

  test('no name of a file begins a line of its own or moves a terminal', async () => {
    const name = 'a\n::error title=pwn::x\u001b]0;t\u0007\u202e.yaml';
    const folder = open({ [name]: wrong });
    const isHarmless = (output: string) => !/^::error title=pwn/m.test(output) && !/[\p{Cc}\p{Cf}]/u.test(output.replaceAll('\n', ''));
    for (const format of formats) expect(isHarmless((await run('validate', '--format', format, folder)).out), format).toBe(true);
    const file = join(folder, name);
    for (const args of [
      ['simulate', file],
      ['report', file],
      ['test', file],
      ['diff', '--against', file, file],
      ['explain', `${file}2`],
    ]) {
      const { out, error } = await run(...args);
      expect([args, isHarmless(out), isHarmless(error), `${out}${error}`.includes('u202e')]).toEqual([args, true, true, true]);
    }
    expect(isHarmless((await run('validate', join(folder, `${name}2`))).error)).toBe(true);
  });
});
