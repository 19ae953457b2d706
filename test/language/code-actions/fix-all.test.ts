import { describe, expect, test } from 'vitest';
import { fileFindings } from '../../../server/application/findings/file-findings.ts';
import { resolveCodeAction } from '../../../server/language/code-actions/code-actions.ts';
import { fixAll } from '../../../server/language/code-actions/fix-all.ts';
import { analysisOf } from '../../analysis.ts';
import { jobWith, listOf } from '../../manifests.ts';
import { apply } from '../../text.ts';
import { after } from './actions.ts';

function fixed(text: string): string {
  return apply(text, fixAll(analysisOf(text, { advice: 'off' })));
}

describe('fix all', () => {
  test('takes the preferred fix of each fault, one after the other', () => {
    const faulty = jobWith({ spec: 'completiond: 3\nparallelism: -1\n', pod: 'restartPolicy: Always' }).replace(
      'batch/v1',
      'batch/v1beta1',
    );
    const right = jobWith({ spec: 'completions: 3\nparallelism: 0\n', pod: 'restartPolicy: OnFailure' });
    expect(fixed(faulty)).toBe(right);
  });

  test('reaches every object of a file, and leaves the rest as it is', () => {
    const [faulty, right] = [jobWith('parallelism: -1'), jobWith('parallelism: 0')];
    const other = 'kind: ConfigMap\n"data" : { parallelism: "-1" } # not ours\n';
    expect(fixed(`${faulty}---\n${other}---\n${listOf(faulty, faulty)}`)).toBe(`${right}---\n${other}---\n${listOf(right, right)}`);
  });

  test('mends a text that is read in pieces as a short one: fixes that need one another in turn, in each document', () => {
    const filler = `# ${'x'.repeat(100_000)}\n`;
    const faulty = `${jobWith({ spec: 'completiond: 3\nparallelism: -1\n', pod: 'restartPolicy: Always' })}${filler}`;
    const right = `${jobWith({ spec: 'completions: 3\nparallelism: 0\n', pod: 'restartPolicy: OnFailure' })}${filler}`;
    expect(fixed(Array.from({ length: 3 }, () => faulty).join('---\n'))).toBe(Array.from({ length: 3 }, () => right).join('---\n'));
  });

  test('makes one edit, of no more than what differs', () => {
    const text = jobWith('parallelism: -1').replaceAll('\n', '\r\n');
    const edits = fixAll(analysisOf(text, { advice: 'off' }));
    expect(edits).toHaveLength(1);
    expect(apply(text, edits)).toBe(text.replace('-1', '0'));
    expect(edits[0]?.range.start.line).toBe(edits[0]?.range.end.line);
  });

  test('is offered under its kind', () => {
    expect(after(`|${jobWith('parallelism: -1')}`, 'Fix everything', ['source.fixAll'])).toBe(jobWith('parallelism: 0'));
  });

  test.each([
    ['is right', jobWith({})],
    ['has only faults without a preferred fix', jobWith({ container: 'image: a b c' })],
    ['is none of ours', 'kind: Service\nspce: 1\n'],
    ['is not YAML', 'kind: Job\n"\n'],
  ])('makes no edit of what %s', (_, text) => {
    expect(fixAll(analysisOf(text, { advice: 'off' }))).toEqual([]);
  });

  test('leaves notes alone', () => {
    const text = jobWith('ttlSecondsAfterFinished: 60\n');
    expect(fileFindings(analysisOf(text)).map(({ finding }) => finding.severity)).toContain('info');
    expect(fixAll(analysisOf(text))).toEqual([]);
  });

  test('in more than three places is shown before it is made, by an editor that can', () => {
    const asked = (places: number, preview: boolean) => {
      const faulty = Array.from({ length: places }, (_, at) => jobWith({ metadata: `name: a${at}`, spec: 'paralelism: 1' })).join('---\n');
      const { edit } = resolveCodeAction(analysisOf(faulty), { title: 'Fix everything' }, { preview });
      return { faulty, edit };
    };
    for (const { edit } of [asked(3, true), asked(4, false)]) expect(edit?.changeAnnotations).toBeUndefined();
    const { faulty, edit } = asked(4, true);
    const toConfirm = (id = '') => edit?.changeAnnotations?.[id]?.needsConfirmation === true;
    const [{ edits } = { edits: [] }] = edit?.documentChanges?.filter((one) => 'edits' in one) ?? [];
    const annotated = edits.flatMap((one) => ('annotationId' in one && 'newText' in one ? [one] : []));
    // What is to be confirmed an editor leaves out until it is ticked, and all else it makes.
    expect(annotated.filter(({ annotationId }) => toConfirm(annotationId)).map(({ newText }) => newText)).toEqual(['']);
    const others = annotated.filter(({ annotationId }) => !toConfirm(annotationId));
    for (const made of [annotated, others]) expect(apply(faulty, made)).toBe(faulty.replaceAll('paralelism', 'parallelism'));
  });
});
