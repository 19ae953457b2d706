import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const read = (path: string) => readFileSync(path, 'utf8');
const foldersIn = (path: string) =>
  readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

describe('pages for readers', () => {
  test('have no link that leads nowhere', () => {
    const pages = globSync(['*.md', '{docs,examples,media}/**/*.md']);
    expect(pages.length).toBeGreaterThan(25);
    const links = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link = '']) => ({ page, link })).filter(({ link }) => !/^\w+:/.test(link)),
    );
    expect(links.length).toBeGreaterThan(30);
    expect(links.filter(({ page, link }) => !existsSync(join(dirname(page), link)))).toEqual([]);
  });

  test('name every folder of the server and every room of the simulator', () => {
    const page = read('ARCHITECTURE.md');
    const folders = foldersIn('server').map((folder) => `\`server/${folder}\``);
    const rooms = foldersIn('server/simulator').map((room) => `\`${room}\``);
    expect([...folders, ...rooms].filter((name) => !page.includes(name))).toEqual([]);
  });

  test('list every decision', () => {
    const pages = readdirSync('docs/decisions').filter((name) => name !== 'README.md');
    const listed = [...read('docs/decisions/README.md').matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, name]) => name);
    expect(listed.sort()).toEqual(pages.sort());
  });
});

/** What GitHub wants of a form; one that is wrong is left out there without a word. */
describe('forms for issues', () => {
  const folder = '.github/ISSUE_TEMPLATE';
  test.each(readdirSync(folder).filter((name) => name !== 'config.yml'))('%s', (name) => {
    const form: unknown = parse(read(join(folder, name)));
    expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String), body: expect.any(Array) });
    const body: readonly { readonly type: string; readonly id: string; readonly attributes: object }[] = Object(form).body;
    expect(new Set(body.map(({ id }) => id)).size).toBe(body.length);
    for (const { type, id, attributes } of body) {
      expect(['input', 'textarea', 'dropdown']).toContain(type);
      expect(id).toMatch(/^[\w-]+$/);
      expect(attributes).toMatchObject({ label: expect.any(String) });
    }
  });
});
