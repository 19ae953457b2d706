import type { Language } from '../language.ts';
import { hasForcedColours, type Theme } from '../panel/panel-frame.ts';

/** What somebody chose; kept in this browser alone, where it keeps anything. */
export interface Choices {
  readonly language: Language;
  readonly theme: Theme;
}

const key = 'kubejob-playground';

export function readChoices(): Choices {
  const { language, theme }: Partial<Record<keyof Choices, unknown>> = kept();
  const spoken = navigator.language.startsWith('ko') ? 'ko' : 'en';
  const seen = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  return {
    language: language === 'en' || language === 'ko' ? language : spoken,
    // Where the system has colours of its own, they are those of the page around.
    theme: (theme === 'light' || theme === 'dark') && !hasForcedColours() ? theme : seen,
  };
}

export function keepChoices(choices: Choices): void {
  try {
    localStorage.setItem(key, JSON.stringify(choices));
  } catch {
    // A browser may forbid it: then the choice holds until the page is closed.
  }
}

function kept(): object {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
