import { describe, expect, test } from 'vitest';
import type { Settings } from '../../../server/application/settings/settings.ts';
import { hover } from '../../../server/language/hover.ts';
import { analysisOf } from '../../analysis.ts';
import { job } from '../../manifests.ts';
import { shown, withCaret } from '../../text.ts';
import { noon } from '../noon.ts';

const scenario = 'file:///manifests/job.scenario.yaml';

function hoverText(marked: string, uri = scenario, settings: Partial<Settings> = {}): string {
  const { text, position } = withCaret(marked);
  const found = hover(analysisOf(text, settings, uri), position, noon());
  return found && typeof found.contents === 'object' && 'value' in found.contents ? found.contents.value : '';
}

describe('hover in a scenario', () => {
  test('says what a field means, what it takes, and gives an example', () => {
    const text = hoverText('ru|n: {for: 3}');
    expect(text).toContain('**`run`** · object | list');
    expect(text).toContain('a list is one entry per run in the same pod');
    expect(text).toContain('run: {for: 10, exit: 0}');
    expect(hoverText('run: {fo|r: 3}')).toContain('for: {min: 5, max: 60}');
    expect(hoverText('actions:\n  - {at: 3, delete: Fore|ground}')).toContain('`Background`');
    expect(hoverText('pods:\n  - ordi|nal: 0')).toContain('by order of creation');
  });

  test('in a patch says what the field of the object means', () => {
    expect(hoverText('actions: [{at: 3, patch: {spec: {parall|elism: 3}}}]')).toContain('**`parallelism`**');
    expect(hoverText('actions: [{at: 3, patch: {spec: {sche|dule: "@daily"}}}]')).toContain('**`schedule`**');
  });

  test('in the comment of a manifest, at its place', () => {
    const { text, position } = withCaret(`# kubejob-scenario:\n#   run: {for: 3, ex|it: 1}\n${job}`);
    const found = hover(analysisOf(text), position, noon());
    expect(found?.contents).toMatchObject({ value: expect.stringContaining('exit code') });
    expect(found?.range && shown(text, found.range)).toBe('#   run: {for: 3, «exit»: 1}');
  });

  test('in Korean', () => {
    expect(hoverText('st|op: {after: 3}', scenario, { language: 'ko' })).toMatch(/· 맵\n\n멈추라는 신호/);
  });

  test('nothing elsewhere', () => {
    expect(hoverText('no|thing: 3')).toBe('');
    expect(hoverText('r|un: {for: 3}', 'file:///a.yaml')).toBe('');
  });
});
