import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newRule } from '../../../build/new-rule.mjs';
import { rulePages } from '../../../build/rule-pages.mjs';
import { fileFindings } from '../../../server/application/findings/file-findings.ts';
import { fixesOf } from '../../../server/language/fixes/index.ts';
import { adviceRules } from '../../../server/validation/advice/index.ts';
import type { RulePage } from '../../../server/validation/advice/rule/rule.ts';
import { analysisOf } from '../../analysis.ts';
import { check, readMarks } from '../../check.ts';
import { folderWith } from '../../folder-with.ts';
import { apply, unindented } from '../../text.ts';

const home = join(import.meta.dirname, '../../..');
const files = import.meta.glob<{ readonly page?: RulePage }>(['../../../server/validation/advice/*/*.ts', '!**/rule/*.ts'], {
  eager: true,
});
const nameOf = (file: string) => /([\w-]+)\.ts$/.exec(file)?.[1] ?? file;
const pages = new Map(Object.entries(files).map(([file, { page }]) => [nameOf(file), page]));

test('every file is a rule of its name, and every rule is in the list', () => {
  expect([...pages.keys()].sort()).toEqual(adviceRules.map(({ code }) => String(code)).sort());
});

/** All advice, whatever level it has: of an example nothing else is to be said. */
const all = { advice: 'all' } as const;

describe.each(adviceRules.map(({ code }) => code))('%s', (code) => {
  const page = pages.get(code) ?? { finds: '', why: '', advice: '', wrong: '', right: '' };

  test('is explained in sentences', () => {
    for (const words of [page.finds, page.why, page.advice]) expect(words).not.toMatch(/^$|TODO/);
    expect(page.finds).not.toMatch(/[.:]$/);
    expect(page.advice).not.toMatch(/[.:]$/);
    expect(page.why).toMatch(/\.$/);
  });

  test('is all that is found in the wrong example, at the marked place', () => {
    expect(page.wrong).toContain(`^ ${code}\n`);
    check(page.wrong, all);
  });

  test('finds nothing in the right example, nor does anything else', () => {
    expect(page.right).toContain('kind: ');
    check(page.right, all);
  });

  test('is gone after each of its fixes', () => {
    const { text } = readMarks(unindented(page.wrong));
    const analysis = analysisOf(text, all);
    const [found] = fileFindings(analysis);
    const fixes = found?.object ? fixesOf(analysis, found) : [];
    expect(fixes).toHaveLength(found?.finding.remedies?.length ?? 0);
    for (const { title, edits } of fixes) {
      const left = fileFindings(analysisOf(apply(text, edits), all)).map(({ finding }) => finding.code);
      expect(left, title).toEqual([]);
    }
  });
});

test('the pages of docs/rules are those of the rules: `npm run docs` writes them', async () => {
  const folder = join(home, 'docs/rules');
  const written = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
  expect(Object.fromEntries(written)).toEqual(Object.fromEntries(await rulePages()));
});

describe('npm run new-rule', () => {
  const root = folderWith();

  test('makes a file, its cases and an entry in the list, once', () => {
    const [rules, cases] = [join(root, 'server/validation/advice'), join(root, 'test/validation/advice')];
    mkdirSync(rules, { recursive: true });
    writeFileSync(join(rules, 'index.ts'), readFileSync(join(home, 'server/validation/advice/index.ts')));
    newRule('job/two-words', root);
    expect(readFileSync(join(rules, 'job/two-words.ts'), 'utf8')).toContain("export const twoWords = adviceRule({\n  code: 'two-words',");
    expect(readFileSync(join(cases, 'job/two-words.ts'), 'utf8')).toContain('export const cases: Cases');
    const list = readFileSync(join(rules, 'index.ts'), 'utf8');
    expect(list).toContain("import { twoWords } from './job/two-words.ts';\n");
    expect(list).toContain('\n  twoWords,\n] as const;');
    expect(() => newRule('job/two-words', root)).toThrow('already');
  });

  test.each(['', 'Word', 'two-words', 'job/word', 'job/two_words', '../x-y', 'rule/two-words'])('refuses the name %j', (name) => {
    expect(() => newRule(name, root)).toThrow('no name of a rule');
  });
});
