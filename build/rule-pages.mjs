// Makes the pages of docs/rules from the files of server/validation/advice: `npm run docs`. A test holds that they are up to date.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { globSync } from 'tinyglobby';
import { importBundled } from './import-bundled.mjs';

const home = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(home, 'docs/rules');
const advice = 'server/validation/advice';

/** Each page by the name of its file. */
export async function rulePages() {
  const { adviceRules, pages, saidOf, files } = await loadRules();
  const all = adviceRules.map(({ code, tier, level }) => ({
    code,
    tier,
    level,
    file: files.get(code),
    page: pages[code],
    said: saidOf(pages[code].wrong),
  }));
  return new Map([['README.md', overview(all)], ...all.map((rule) => [`${rule.code}.md`, pageOf(rule)])]);
}

/** The rules, the page that each brings along, and what is said of a wrong example. */
async function loadRules() {
  const files = globSync('*/*.ts', { cwd: join(home, advice) }).filter((file) => !file.startsWith('rule/'));
  return { ...(await importBundled(entry(files))), files: new Map(files.map((file) => [basename(file, '.ts'), file])) };
}

function entry(files) {
  return `
    ${files.map((file, at) => `import { page as page${at} } from './${advice}/${file}';`).join('\n')}
    import { filledInWithin } from './server/application/filled-in-within.ts';
    import { filledIn } from './server/manifest/kustomize/flux-variables.ts';
    import { parseManifests } from './server/manifest/parse.ts';
    import { render } from './server/messages/render.ts';
    import { claimsIn } from './server/validation/advice/rule/claims.ts';
    import { judge } from './server/validation/judge/judge.ts';
    export { adviceRules } from './server/validation/advice/index.ts';
    export const pages = { ${files.map((file, at) => `'${basename(file, '.ts')}': page${at}`).join(', ')} };
    export function saidOf(example) {
      const { documents } = parseManifests(example);
      const claims = claimsIn(documents.map(({ body }) => body.value));
      const { variables } = filledInWithin(example);
      const [{ body }] = documents;
      const [object] = judge(variables ? filledIn(variables)(body) : body, { version: '1.37', claims });
      return (object?.findings ?? []).map(({ code, args, remedies = [] }) => ({
        message: render(code, args),
        fixes: remedies.map(({ title }) => render(title.code, title.args)),
      }));
    }`;
}

const made = (source) => `<!-- Made from ${source} by \`npm run docs\`; changes here are lost. -->`;

function pageOf({ code, tier, level, file, page, said: [said] }) {
  if (!said) throw new Error(`${code} finds nothing in the wrong example of its page`);
  const { message, fixes } = said;
  return `# ${code}

${made(`${advice}/${file}`)}

${levelOf[tier](level)}

${page.finds}.

\`\`\`yaml
${page.wrong.trim()}
\`\`\`

> ${message}

## Why

${page.why}

## What to do

${page.advice}:

\`\`\`yaml
${page.right.trim()}
\`\`\`
${fixes.length ? `\nThe editor offers: ${fixes.map((title) => `*${title}*`).join(', ')}.\n` : ''}
## To silence it

Write \`# kubejob-ignore ${code}\` at the end of the line or on the line above, or \`# kubejob-ignore-file ${code}\` anywhere in the file. In a \`.kubejob.yaml\`, \`ignore: [${code}]\` silences it for all that lies below.
`;
}

/** How loud a rule is, in words. */
const levelOf = {
  pitfall: (level) => `Pitfall, level: ${level}`,
  practice: () => 'Practice: a hint in the editor, and on the command line said with `--advice all`',
};

function overview(rules) {
  return `# Advice

${made(advice)}

What Kubernetes accepts and people regret. None of these is an error, and of most rules there is at most one finding for an object. What is wrong for the API server, such as day 7 in a schedule, is an error and not among them.

## Pitfalls

They surely or probably go wrong: a rule says \`warning\` for what will surely fail, or never run or end, and \`info\` for the rest.

| rule | level | about |
| --- | --- | --- |
${rows(rules, 'pitfall', ({ code, level, page }) => `| [${code}](${code}.md) | ${level} | ${page.finds} |`)}

## Practices

Good habits that a Job works without. In an editor they are hints without a squiggle; on the command line \`--advice all\` shows them, and JSON always has them, with \`"practice": true\`. Each is said once in a file. One that the setting \`kubejob.rules\` gives a level is like any other rule.

| rule | about |
| --- | --- |
${rows(rules, 'practice', ({ code, page }) => `| [${code}](${code}.md) | ${page.finds} |`)}

## To silence them

Comments silence advice: \`# kubejob-ignore RULE\` at the end of a line or on the line above, \`# kubejob-ignore-file RULE\` for a whole file; several rules between commas; all rules if none is named. Text behind \` -- \` says why.

A \`.kubejob.yaml\` silences rules for the files below its folder; the nearest above a file counts. What the API server refuses is never silenced.

\`\`\`yaml
ignore:
  - image-latest                              # everywhere
  - {rule: many-retries, files: [jobs/*.yaml]} # in these files, by their path from here
  - {files: [legacy/]}                        # all rules
\`\`\`
`;
}

function rows(rules, tier, row) {
  return rules
    .filter((rule) => rule.tier === tier)
    .map(row)
    .join('\n');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const pages = await rulePages();
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (!pages.has(name)) rmSync(join(folder, name));
  for (const [name, text] of pages) writeFileSync(join(folder, basename(name)), text);
}
