import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rulePageAddress } from '../../../server/application/public-address.ts';
import { fingerprints } from '../../../server/cli/report/fingerprints.ts';
import { formats } from '../../../server/cli/report/formats.ts';
import type { ReportedFinding } from '../../../server/cli/report/reported-finding.ts';
import { folderWith } from '../../folder-with.ts';
import { job, run } from '../run.ts';

const wrong = job('two', 'sleep 1', 'completiond: 3');
const before = process.cwd();
const folder = folderWith({});

/** Paths are shown from the working directory. */
beforeAll(() => {
  mkdirSync(join(folder, 'k8s'));
  writeFileSync(join(folder, 'k8s', `a'&"<b>.yaml`), wrong);
  writeFileSync(join(folder, 'k8s', 'good.yaml'), job('one'));
  writeFileSync(join(folder, 'k8s', 'pod.yaml'), 'apiVersion: v1\nkind: Pod\n');
  process.chdir(folder);
});
afterAll(() => process.chdir(before));

const printed = async (format: string) => (await run('validate', '--advice', 'off', '--format', format, join(folder, 'k8s'))).out;

describe('formats for other tools', () => {
  test('gitlab: an entry each, with a path in the repository and a name that stays', async () => {
    expect(JSON.parse(await printed('gitlab'))).toEqual([
      {
        description: expect.stringContaining('completions'),
        check_name: 'unknown-field',
        fingerprint: expect.stringMatching(/^[0-9a-f]{40}$/),
        severity: 'critical',
        location: { path: `k8s/a'&"<b>.yaml`, lines: { begin: 6, end: 6 } },
      },
    ]);
  });

  test('rdjson: the fix is a suggestion, columns count bytes', async () => {
    writeFileSync(
      join(folder, 'wide.yaml'),
      job('wide')
        .replace('name: wide', '{name: wide, annotations: {a: 백업}, labelz: {}}')
        .replace(/(?<=metadata:)\n */, ' '),
    );
    const { out } = await run('validate', '--advice', 'off', '--format', 'rdjson', 'k8s', 'wide.yaml');
    expect(JSON.parse(out)).toMatchObject({
      source: { name: 'kubejob' },
      diagnostics: [
        {
          severity: 'ERROR',
          code: { value: 'unknown-field' },
          location: { path: `k8s/a'&"<b>.yaml`, range: { start: { line: 6, column: 3 }, end: { line: 6, column: 14 } } },
          suggestions: [{ range: { start: { line: 6, column: 3 }, end: { line: 6, column: 14 } }, text: 'completions' }],
        },
        { location: { path: 'wide.yaml', range: { start: { line: 3, column: 50 }, end: { line: 3, column: 56 } } } },
      ],
    });
  });

  test('checkstyle: files with findings, all in XML that nothing breaks', async () => {
    expect(await printed('checkstyle')).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<checkstyle version="4\.3">\n {2}<file name="k8s\/a&apos;&amp;&quot;&lt;b&gt;\.yaml">\n {4}<error line="6" column="3" severity="error" message="[^"<>]*completions[^"<>]*" source="kubejob\.unknown-field"\/>\n {2}<\/file>\n<\/checkstyle>\n$/,
    );
  });

  test('junit: a suite for each file with a Job, a case that passed where nothing was found', async () => {
    const xml = await printed('junit');
    expect(xml).toMatch(/<testsuite name="k8s\/a&apos;&amp;&quot;&lt;b&gt;\.yaml" tests="1" failures="1" errors="0">/);
    expect(xml).toMatch(
      /<testcase classname="[^"]*" name="unknown-field at 6:3"><failure type="unknown-field" message="[^"<>]*">[^<>]*<\/failure>/,
    );
    expect(xml).toContain(
      '  <testsuite name="k8s/good.yaml" tests="1" failures="0" errors="0">\n    <testcase classname="k8s/good.yaml" name="no problems"/>\n',
    );
    expect(xml).not.toContain('pod.yaml');
  });

  test('junit: what makes the run fail has failed', async () => {
    writeFileSync(join(folder, 'warned.yaml'), job('a.b'));
    const failures = async (...options: string[]) => {
      const { code, out } = await run('validate', '--advice', 'off', '--format', 'junit', 'warned.yaml', ...options);
      return [code, out.match(/<failure /g)?.length ?? 0, out.match(/failures="(\d)"/)?.[1]];
    };
    expect(await failures()).toEqual([0, 0, '0']);
    expect(await failures('--strict')).toEqual([1, 1, '1']);
  });

  test('sarif and github name files by their path in the repository', async () => {
    expect(await printed('sarif')).toContain('"uri":"k8s/a\'%26%22%3Cb%3E.yaml"');
    expect(await printed('github')).toContain('file=k8s/a\'&"<b>.yaml,');
    const elsewhere = join(folderWith({ 'a b.yaml': wrong }), 'a b.yaml');
    const { out } = await run('validate', '--advice', 'off', '--format', 'sarif', elsewhere);
    expect(out).toContain(`"uri":"${pathToFileURL(elsewhere).href}"`);
  });

  test.each(formats)('%s is whole where nothing was found', async (format) => {
    const { code, out } = await run('validate', '--advice', 'off', '--format', format, 'k8s/good.yaml');
    expect(code).toBe(0);
    if (/json|gitlab|sarif/.test(format)) expect(() => JSON.parse(out)).not.toThrow();
    if (/junit|checkstyle/.test(format)) expect(out).toMatch(/^<\?xml .*<\/\w+>\n$/s);
  });
});

describe('names of findings', () => {
  const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } };
  const about = { document: 0, kind: 'Job', name: 'one' } as const;
  const finding: ReportedFinding = {
    ...{ about, range, message: 'm', related: [], path: 'spec.x', severity: 'error', reason: 'UnknownField', code: 'c', practice: false },
  };

  test('stay while lines move, differ by what is said, and alike ones are told apart', () => {
    const moved = { ...finding, range: { start: { line: 9, character: 0 }, end: { line: 9, character: 1 } } };
    const nameOf = fingerprints();
    const first = nameOf('a.yaml', finding);
    expect(fingerprints()('a.yaml', moved)).toBe(first);
    expect(nameOf('a.yaml', finding)).not.toBe(first);
    expect(fingerprints()('b.yaml', finding)).not.toBe(first);
    expect(fingerprints()('a.yaml', { ...finding, path: 'spec.y' })).not.toBe(first);
  });
});

test('pages of rules have an address as soon as the project has one', () => {
  expect(rulePageAddress('image-latest', undefined)).toBeUndefined();
  expect(rulePageAddress('image-latest', 'https://example.org/kubejob')).toBe(
    'https://example.org/kubejob/blob/main/docs/rules/image-latest.md',
  );
});
