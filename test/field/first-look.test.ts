import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyzer } from '../../server/application/analysis.ts';
import { objectFindings } from '../../server/application/findings/object-findings.ts';
import { causesAmong } from '../../server/application/located-finding.ts';
import { defaultSettings } from '../../server/application/settings/settings.ts';
import { diagnosticsOf } from '../../server/language/diagnostics.ts';
import { fixesOf } from '../../server/language/fixes/index.ts';
import { analysisOf } from '../analysis.ts';
import { run } from '../cli/run.ts';
import { folderWith } from '../folder-with.ts';
import { accepted, labels } from '../language/completion/offered.ts';
import { cronJobWith, job, jobWith } from '../manifests.ts';
import { apply } from '../text.ts';

// What someone met who used the editor for a day: each mistake in structure, the start of a file, and features that must not
// contradict each other.

interface Mended {
  /** The errors, each with its message. */
  readonly errors: readonly string[];
  readonly preferred: string | undefined;
  readonly after: string;
}

function errorsOf(text: string) {
  const analysis = analysisOf(text, { advice: 'off' });
  return { analysis, errors: causesAmong(objectFindings(analysis)).filter(({ finding }) => finding.severity === 'error') };
}

function mended(text: string): Mended {
  const { analysis, errors } = errorsOf(text);
  const [first] = errors;
  const fix = first && fixesOf(analysis, first).find(({ preferred }) => preferred);
  return { errors: errors.map(({ message }) => message), preferred: fix?.title, after: apply(text, fix?.edits ?? []) };
}

/** The pod template's spec two columns too far left: beside `template`, no longer in it. */
const outdented = job.replace(/\n {4}spec:[\s\S]*/, (lines) => lines.replaceAll('\n  ', '\n'));
const cronJob = cronJobWith('schedule: "0 * * * *"');
/** A CronJob whose jobTemplate holds the pod template without a spec between. */
const withoutSpec = cronJob.replace('    spec:\n', '').replace(/ {6}template:[\s\S]*/, (lines) => lines.replace(/^ {2}/gm, ''));
const policyInContainer = `${job.replace('      restartPolicy: Never\n', '')}          restartPolicy: Never\n`;

describe('one mistake in structure is one error, and the preferred fix restores what was written', () => {
  test.each<readonly [what: string, text: string, message: string, fix: string, after: string]>([
    ['spce', job.replace('\nspec:', '\nspce:'), 'Did you mean spec?', 'Rename to spec', job],
    ['imgae', job.replace('image:', 'imgae:'), 'Did you mean image?', 'Rename to image', job],
    ['spce in the template', job.replace('    spec:', '    spce:'), 'Did you mean spec?', 'Rename to spec', job],
    ["the template's spec too far left", outdented, 'it belongs to spec.template.', 'Move spec to spec.template', job],
    ['a Job called a CronJob', job.replace('kind: Job', 'kind: CronJob'), 'the spec of a Job, not of a CronJob', 'Set kind to Job', job],
    ['a CronJob called a Job', cronJob.replace('CronJob', 'Job'), 'the spec of a CronJob, not of a Job', 'Set kind to CronJob', cronJob],
    [
      'a CronJob without jobTemplate.spec',
      withoutSpec,
      'it belongs to spec.jobTemplate.spec.',
      'Move template to spec.jobTemplate.spec',
      cronJob,
    ],
    [
      'a restart policy under the container',
      policyInContainer,
      'A Job needs a restartPolicy',
      'Move restartPolicy to spec.template.spec',
      job,
    ],
  ])('%s', (_, text, message, fix, after) => {
    expect(mended(text)).toEqual({ errors: [expect.stringContaining(message)], preferred: fix, after });
  });

  test.each([job.replace('\nspec:', '\nspce:'), jobWith('foo: {bar: {baz: 1}}')])(
    '%#: to remove what is there is never the only offer',
    (text) => {
      const { analysis, errors } = errorsOf(text);
      const [first, ...more] = errors.flatMap((error) => fixesOf(analysis, error).map(({ title }) => title));
      expect(first).not.toMatch(/^Remove/);
      expect(more).toContainEqual(expect.stringMatching(/^Remove/));
    },
  );

  test('the command line keeps what the server says, as consequences', async () => {
    const all = await judgedOf(outdented);
    expect(all.map(({ reason, consequence = false }) => [reason, consequence])).toEqual([
      ['Required', true],
      ['Required', true],
      ['UnknownField', false],
    ]);
  });
});

interface Judged {
  readonly reason: string;
  readonly consequence?: boolean;
  readonly practice?: boolean;
}

async function judgedOf(text: string): Promise<readonly Judged[]> {
  const file = join(folderWith({ 'a.yaml': text }), 'a.yaml');
  return JSON.parse((await run('validate', '--advice', 'off', '--format', 'json', file)).out);
}

describe('an empty file', () => {
  test('begins with what it is, and Jobs come before the CronJob', () => {
    const [first, second, ...manifests] = labels('api|');
    expect([first, second]).toEqual(['apiVersion', 'kind']);
    expect(manifests.findIndex((label) => label.includes('CronJob'))).toBe(manifests.length - 1);
  });

  test('has values for both', () => {
    expect(labels('apiVersion: |')[0]).toBe('batch/v1');
    expect(labels('apiVersion: b|')[0]).toBe('batch/v1');
    expect(labels('apiVersion: batch/v1\nkind: |')).toEqual(['Job', 'CronJob']);
  });

  test('whole manifests that it offers raise no finding of ours', () => {
    const found = labels('|')
      .slice(2)
      .map((label) => [label, squiggles(accepted('|', label, { snippets: false }))]);
    expect(found.length).toBeGreaterThan(4);
    expect(found.filter(([, said = []]) => said.length > 0)).toEqual([]);
  });
});

/** What an editor underlines: all but hints. */
function squiggles(text: string): readonly unknown[] {
  return diagnosticsOf(analysisOf(text))
    .filter(({ severity }) => severity !== 4)
    .map(({ message }) => message);
}

describe('features do not contradict each other', () => {
  test('a Job that got a time to live by our own advice is as immutable as before', () => {
    const before = jobWith('completions: 3');
    const analysis = analysisOf(before);
    const advice = objectFindings(analysis).find(({ finding }) => finding.code === 'unremoved-job');
    const [fix] = advice ? fixesOf(analysis, advice) : [];
    const committed = apply(before, fix?.edits ?? []);
    expect(committed).toContain('ttlSecondsAfterFinished: 86400');
    const analyzer = createAnalyzer();
    analyzer.setCommitted('file:///a.yaml', committed);
    const changed = committed.replace('completions: 3', 'completions: 4');
    const found = objectFindings(analyzer.analyse(TextDocument.create('file:///a.yaml', 'yaml', 1, changed), defaultSettings));
    expect(found.map(({ finding }) => finding.code)).toContain('immutable-change');
  });

  test('a right Job has no squiggle', () => {
    expect(squiggles(job)).toEqual([]);
    expect(squiggles(cronJob)).toEqual([]);
  });

  test('of the examples that are right one says something unasked: its deadline comes before the work is done', async () => {
    const { out } = await run('validate', 'examples', '--format', 'json');
    const shown: readonly (Judged & { readonly file: string; readonly code: string })[] = JSON.parse(out);
    const onRight = shown.filter(({ file, practice, consequence }) => !file.includes('faulty') && !practice && !consequence);
    expect(onRight.map(({ file, code }) => `${file} ${code}`)).toEqual(['examples/deadline.yaml deadline-before-work']);
  });
});
