import { config, t } from '@vscode/l10n';
import { env, workspace } from 'vscode';
import korean from './korean.json';

export { t };

/** The language of everything but what the manifest contributes: the setting, otherwise the editor's. */
export function language(): 'en' | 'ko' {
  const setting = workspace.getConfiguration('kubejob').get('language');
  if (setting === 'en' || setting === 'ko') return setting;
  return /^ko\b/i.test(env.language) ? 'ko' : 'en';
}

/** The texts of the language in force; none for English, whose texts are the keys. */
export function texts(): Readonly<Record<string, string>> {
  return language() === 'ko' ? korean : {};
}

/** Call it at the start and when the setting changes. */
export function useTexts(): void {
  config({ contents: texts() });
}
