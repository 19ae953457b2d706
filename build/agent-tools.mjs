// Writes what package.json tells VS Code of the tools for agents, from the tools themselves: npm run docs. A test holds it to them.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importBundled } from './import-bundled.mjs';

/** The entries of `contributes.languageModelTools`. */
export async function languageModelTools() {
  const { tools } = await importBundled("export { tools } from './server/agent/tools/index.ts';");
  return tools.map(({ name, description, inputSchema }) => ({
    name: `kubejob_${name}`,
    toolReferenceName: `kubejob_${name}`,
    displayName: `%tool.${name}%`,
    userDescription: `%tool.${name}.description%`,
    modelDescription: description,
    canBeReferencedInPrompt: true,
    icon: '$(play-circle)',
    tags: ['kubernetes', 'kubejob'],
    inputSchema,
  }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = join(dirname(fileURLToPath(import.meta.url)), '../package.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  manifest.contributes.languageModelTools = await languageModelTools();
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
}
