import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { newManifests } from '../../../server/language/completion/new-manifests.ts';
import { diagnosticsOf } from '../../../server/language/diagnostics.ts';
import { textsIn } from '../../../server/messages/render.ts';
import { analysisOf } from '../../analysis.ts';

const found = (text: string) => diagnosticsOf(analysisOf(text)).map(({ code }) => code);
const sample = (name: string) => readFileSync(`media/walkthrough/${name}`, 'utf8');

describe('a manifest to begin with', () => {
  test.each(newManifests(textsIn('en')).map(({ label, text }) => [label, text]))('is right, with nothing to advise: %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
  test('is named in both languages', () => {
    const [en, ko] = [newManifests(textsIn('en')), newManifests(textsIn('ko'))];
    expect(new Set(en.map(({ label }) => label)).size).toBe(en.length);
    for (const { label } of ko) expect(label).toMatch(/[가-힣]/);
  });
});

describe('of the samples', () => {
  test('one is right', () => {
    expect(found(sample('sample.yaml'))).toEqual([]);
  });
  test('one has the faults that it says it has', () => {
    expect(found(sample('faulty.yaml'))).toHaveLength(3);
  });
});
