// Begins a rule of our own: `npm run new-rule FOLDER/NAME` makes its file and that of its cases, and puts it into the list.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const home = join(dirname(fileURLToPath(import.meta.url)), '..');
const rules = 'server/validation/advice';
const tests = 'test/validation/advice';

/** Writes the files of a rule below a root; returns their paths. What is wrong with a name is an error. */
export function newRule(place, root = home) {
  const [, folder, name] = /^([a-z]+)\/([a-z]+(?:-[a-z0-9]+)+)$/.exec(place) ?? [];
  if (!name || folder === 'rule') throw new Error(`"${place}" is no name of a rule: write it as container/image-latest`);
  const file = `${rules}/${place}.ts`;
  const cases = `${tests}/${place}.ts`;
  const list = `${rules}/index.ts`;
  if (existsSync(join(root, file))) throw new Error(`there is a rule ${name} already: ${file}`);
  for (const one of [file, cases]) mkdirSync(dirname(join(root, one)), { recursive: true });
  writeFileSync(join(root, file), ruleFile(name));
  writeFileSync(join(root, cases), casesFile);
  writeFileSync(join(root, list), withRule(readFileSync(join(root, list), 'utf8'), folder, name));
  return [file, cases, list];
}

const variable = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** The list with the rule at its end. */
function withRule(list, folder, name) {
  const end = list.indexOf('\n] as const;');
  if (end < 0) throw new Error(`${rules}/index.ts has no list that ends with "] as const;"`);
  const added = `${list.slice(0, end)}\n  ${variable(name)},${list.slice(end)}`;
  const place = added.lastIndexOf('\nimport ') + 1;
  return `${added.slice(0, place)}import { ${variable(name)} } from './${folder}/${name}.ts';\n${added.slice(place)}`;
}

function ruleFile(name) {
  return `import { adviceRule, type RulePage } from '../rule/rule.ts';

/** TODO: what it is about, in a sentence. */
export const ${variable(name)} = adviceRule({
  code: '${name}',
  tier: 'pitfall',
  level: 'info',
  english: 'TODO: one line that says what is wrong and what to do, with its arguments in braces',
  korean: 'TODO: the same, with the same arguments',
  check() {
    // TODO: the first place that calls for it, by \`atValue\`, \`atKey\` or \`atParent\`, with what the text is given.
    return undefined;
  },
  // TODO: where a fix is evident, \`remedies: ({ path }) => [setting(path, 1)],\` (kubernetes/finding/remedy.ts).
});

export const page: RulePage = {
  finds: 'TODO: what it finds, without a full stop',
  why: 'TODO: what comes of it.',
  advice: 'TODO: what to do instead',
  wrong: \`
TODO: a manifest of which nothing else is said
#  ^^^ ${name}
\`,
  right: \`
TODO: the same made right
\`,
};
`;
}

const casesFile = `import type { Cases } from '../advised.ts';

/** Besides the examples of its page. */
export const cases: Cases = {
  called: [],
  silent: [],
};
`;

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const files = newRule(process.argv[2] ?? '');
    execFileSync(process.execPath, [join(home, 'node_modules/@biomejs/biome/bin/biome'), 'check', '--write', ...files], { cwd: home });
    process.stdout.write(
      `Made ${files.join(', ')}.\nWhat is missing, \`npx vitest run ${tests} test/messages\` says; \`npm run docs\` writes its page.\n`,
    );
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
