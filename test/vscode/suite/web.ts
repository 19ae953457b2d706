import 'mocha/mocha.js';
import { fail } from 'node:assert';
import { extensions, workspace } from 'vscode';
import { example } from './editor.ts';
import { testPasting } from './paste.ts';
import { resultsOf } from './results.ts';

/**
 * What VS Code for the Web calls, in a worker: fills the workspace, which is in the browser's memory, and runs the tests that
 * need no machine. The results go to the server that the extension came from.
 */
export async function run(): Promise<void> {
  const { extensionUri } = extensions.getExtension('kubejob.kubejob') ?? fail('the extension is not there');
  const server = `${extensionUri.scheme}://${extensionUri.authority}`;
  const files: Record<string, string> = await (await fetch(`${server}/files`)).json();
  for (const [name, text] of Object.entries(files)) await workspace.fs.writeFile(example(name), new TextEncoder().encode(text));

  const filter = await (await fetch(`${server}/filter`)).text();
  mocha.setup({ ui: 'bdd', reporter: undefined, timeout: 180_000, ...(filter ? { grep: filter } : {}) });
  await import('./diagnostics.test.ts');
  await import('./fixes.test.ts');
  await import('./kubectl.test.ts');
  await import('./language.test.ts');
  await import('./manners.test.ts');
  await import('./moving-about.test.ts');
  await import('./simulation.test.ts');

  testPasting(async (text) => void (await fetch(`${server}/paste`, { method: 'POST', body: text })));
  const results = await resultsOf(mocha);
  await fetch(`${server}/report`, { method: 'POST', body: JSON.stringify(results) });
  if (results.failed > 0) throw new Error(`${results.failed} failed`);
}
