import { config, t } from '@vscode/l10n';
import { env } from 'vscode';
import { languageOf, settingList } from '../../server/application/settings/setting-list.ts';
import { setting } from '../settings/setting.ts';
import korean from './korean.json';

export { t };

/** The language of everything but what the manifest contributes: the setting, otherwise the editor's. */
export function language(): 'en' | 'ko' {
  return languageOf(setting(settingList.language), env.language);
}

/** The texts of the language in force; none for English, whose texts are the keys. */
export function texts(): Readonly<Record<string, string>> {
  return language() === 'ko' ? korean : {};
}

/** Call it at the start and when the setting changes. */
export function useTexts(): void {
  config({ contents: texts() });
}
