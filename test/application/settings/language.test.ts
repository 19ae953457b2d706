import { describe, expect, test } from 'vitest';
import { readSettings } from '../../../server/application/settings/settings.ts';

describe('the language follows', () => {
  test.each([
    [undefined, 'ko', 'ko'],
    [undefined, 'ko-KR', 'ko'],
    ['auto', 'ko', 'ko'],
    [undefined, 'en-US', 'en'],
    ['auto', 'de', 'en'],
    ['auto', 'kok', 'en'],
    ['en', 'ko', 'en'],
    ['ko', 'en', 'ko'],
    ['fr', 'ko', 'ko'],
  ])('kubejob.language %s, editor %s: %s', (language, locale, expected) => {
    expect(readSettings({ language }, locale).language).toBe(expected);
  });
});
