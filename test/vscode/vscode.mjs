#!/usr/bin/env node
// Stands in for the executable of a desktop VS Code when tests run: takes its arguments, and ends with the tests' code.
//   vscode.mjs --extensionDevelopmentPath=… --extensionTestsPath=… FOLDER
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openWorkbench } from './workbench.mjs';

const patience = 600_000;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { extensionDevelopmentPath: { type: 'string' }, extensionTestsPath: { type: 'string' } },
});
const verbose = Boolean(process.env.KUBEJOB_VSCODE_LOG);

const errors = [];

const workbench = await openWorkbench({
  extension: resolve(values.extensionDevelopmentPath),
  tests: resolve(values.extensionTestsPath),
  folder: resolve(positionals[0] ?? '.'),
  log: (type, args) => {
    if (type === 'error') errors.push(args.join(' ').slice(0, 500));
    if (verbose) console.log(type, ...args);
  },
});
try {
  const late = new Promise((done) => setTimeout(done, patience, 'late').unref());
  const code = await Promise.race([workbench.ended, late]);
  if (code === 'late') console.error(`the tests did not end in ${patience / 1000} s`);
  if (code !== 0) console.error(`the editor ended with ${code}; its last errors:\n${errors.slice(-5).join('\n')}`);
  process.exitCode = code === 0 ? 0 : 1;
} finally {
  if (process.env.KUBEJOB_VSCODE_PICTURE) await workbench.page.screenshot({ path: process.env.KUBEJOB_VSCODE_PICTURE });
  await workbench.close();
}
