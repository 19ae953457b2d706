import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { defaultSettings, type Settings } from '../../server/application/settings/settings.ts';
import { inlayHints } from '../../server/language/inlay-hints.ts';
import { analysisOf } from '../analysis.ts';
import { cronJobWith, jobWith } from '../manifests.ts';

const everywhere = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

/** A manifest with its hints in it, as an editor shows them: `ttlSecondsAfterFinished: 86400 ‹1 day›`. */
function check(hinted: string, inlay: Partial<Settings['inlayHints']> = {}): void {
  const text = hinted.replace(/ ‹[^›]*›/g, '');
  const hints = inlayHints(analysisOf(text, { inlayHints: { ...defaultSettings.inlayHints, ...inlay } }), everywhere);
  const edits = hints.map(({ position, label }) => ({ range: { start: position, end: position }, newText: ` ‹${label}›` }));
  expect(TextDocument.applyEdits(TextDocument.create('', 'yaml', 1, text), edits)).toBe(hinted);
}

test('a schedule in words', () => {
  check(cronJobWith('schedule: "0 9 * * 1-5" ‹At 09:00, Monday through Friday›'));
  check(cronJobWith('schedule: "0 9 * * 1-5"'), { schedules: false });
});

test('durations that are hard to read', () => {
  const spec = `
    ttlSecondsAfterFinished: 86400 ‹1 day›
    activeDeadlineSeconds: 60
  `;
  const pod = `
    activeDeadlineSeconds: 7200 ‹2 h›
    terminationGracePeriodSeconds: 120 ‹2 min›
  `;
  check(jobWith({ spec, pod }));
  check(cronJobWith({ cronJob: 'schedule: "@daily" ‹At 00:00›\nstartingDeadlineSeconds: 300 ‹5 min›', spec, pod }));
  check(jobWith('ttlSecondsAfterFinished: 86400'), { durations: false });
});

test('defaults in force, when asked for', () => {
  const manifest = `completions: 3`;
  check(jobWith(manifest));
  check(
    jobWith(manifest).replace(
      'spec:',
      'spec: ‹defaults: backoffLimit: 6, completionMode: NonIndexed, manualSelector: false, parallelism: 1, podReplacementPolicy: TerminatingOrFailed, suspend: false›',
    ),
    { defaults: true },
  );
});
