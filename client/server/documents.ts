import type { TextDocument } from 'vscode';
import { isConfigurationName } from '../../server/application/configuration/configuration-name.ts';
import { isTestName } from '../../server/application/expectations/test-name.ts';
import { isScenarioName } from '../../server/application/scenario/scenario-name.ts';

/** The languages in which manifests are written; whatever the scheme, so both sides of a diff and untitled ones count. */
export const languages = ['yaml', 'json', 'jsonc', 'helm'];

/** Of what was rendered, read-only; the path is that of its template. */
export const renderedScheme = 'kubejob-rendered';

/**
 * Whether the server is wanted for this text at all: most YAML and JSON is none of ours, and then nothing is started.
 * An empty YAML document is: the first thing asked of it may be a snippet. Scenarios, tests, configurations and
 * kustomizations are ours by their names.
 */
export function mayBeOurs(document: Pick<TextDocument, 'languageId' | 'getText'> & { readonly uri?: { readonly path: string } }): boolean {
  if (!languages.includes(document.languageId)) return false;
  const path = document.uri?.path ?? '';
  if (isScenarioName(path) || isTestName(path) || isConfigurationName(path) || /\/kustomization\.ya?ml$/.test(path)) return true;
  const text = document.getText();
  return /\b(Cron)?Job|\bbatch\b|\bapiVersion\b|\bkind\b/.test(text) || (document.languageId === 'yaml' && text.trim() === '');
}
