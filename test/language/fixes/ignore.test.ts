import { describe, expect, test } from 'vitest';
import { diagnosticsOf } from '../../../server/language/diagnostics.ts';
import { analysisOf } from '../../analysis.ts';
import { containerWith, jobWith } from '../../manifests.ts';
import { actionsAt, after } from '../code-actions/actions.ts';

const latest = containerWith('image: busybox:lat|est');
const codes = (text: string) => diagnosticsOf(analysisOf(text)).map(({ code }) => code);

describe('ignoring', () => {
  test('a finding here', () => {
    expect(codes(latest.replace('|', ''))).toContain('image-latest');
    const ignored = after(latest, 'Ignore image-latest here');
    expect(ignored).toBe(containerWith('# kubejob-ignore image-latest\nimage: busybox:latest'));
    expect(codes(ignored)).not.toContain('image-latest');
  });

  test('a finding in the file', () => {
    const ignored = after(latest, 'Ignore image-latest in this file');
    expect(ignored).toBe(`# kubejob-ignore-file image-latest\n${latest.replace('|', '')}`);
    expect(codes(ignored)).not.toContain('image-latest');
  });

  test('a second finding in the same place, the reason kept', () => {
    const known = containerWith('# kubejob-ignore many-retries -- for now\nimage: busybox:lat|est');
    expect(after(known, 'Ignore image-latest here')).toBe(
      containerWith('# kubejob-ignore many-retries, image-latest -- for now\nimage: busybox:latest'),
    );
  });

  test('is not offered for what Kubernetes refuses', () => {
    expect(actionsAt(jobWith('completions: -|3')).filter(({ title }) => title.startsWith('Ignore'))).toEqual([]);
  });
});
