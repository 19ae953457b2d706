import { describe, expect, test } from 'vitest';
import { simulateObject } from '../../server/application/simulation/simulate-object.ts';
import { codeActions } from '../../server/language/code-actions/code-actions.ts';
import { codeLenses } from '../../server/language/code-lens.ts';
import { complete } from '../../server/language/completion/complete.ts';
import { diagnosticsOf } from '../../server/language/diagnostics.ts';
import { hover } from '../../server/language/hover.ts';
import { inlayHints } from '../../server/language/inlay-hints.ts';
import { documentSymbols } from '../../server/language/moving-about/symbols.ts';
import { yamlDetail } from '../../server/messages/ko/yaml-details.ts';
import { analysisOf } from '../analysis.ts';
import { noon } from '../language/noon.ts';
import { cronJobWith, job, jobWith, podWith } from '../manifests.ts';
import { withCaret } from '../text.ts';

/** For a user in Seoul. */
const clock = noon(9);
const everywhere = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
const korean = (text: string) => analysisOf(text, { language: 'ko' });

function hoverText(marked: string): string {
  const { text, position } = withCaret(marked);
  const found = hover(korean(text), position, clock);
  return found && typeof found.contents === 'object' && 'value' in found.contents ? found.contents.value : '';
}

const sleeping = 'command: ["sleep", "30"]';
const weekdays = cronJobWith({ cronJob: 'schedule: "30 2 * * 1-5"\ntimeZone: Europe/Berlin', container: sleeping });

describe('in Korean', () => {
  test('a hover on a field', () => {
    const text = hoverText(jobWith('back|offLimit: 3'));
    expect(text).toMatch(/BackoffLimitExceeded 이유로 실패/);
    expect(text).toContain('기본값: `6`');
    expect(text).toContain('나중에 바꿀 수 있음');
    expect(text).toContain('[문서](https://kubernetes.io/docs/');
  });

  test('a hover on a value', () => {
    expect(hoverText(jobWith('backoffLimit: |3'))).toContain('새 파드로 모두 4번 시도합니다');
    const schedule = hoverText(weekdays.replace('30 2', '30| 2'));
    expect(schedule).toContain('**02:30, 월요일부터 금요일까지**');
    expect(schedule).toContain('2026-01-02 (금) 02:30 · 내 시각 2026-01-02 (금) 10:30');
  });

  test('a hover of a pod field has the words of the API, those around it in Korean', () => {
    const text = hoverText(podWith('dns|Policy: Default'));
    expect(text).toContain('Set DNS policy for the pod.');
    expect(text).toContain('기본값: `ClusterFirst`');
  });

  test('the type of a list', () => {
    expect(hoverText(job.replace('containers', 'contai|ners'))).toContain('Container 목록');
  });

  test('a diagnostic and its fixes', () => {
    const analysis = korean(jobWith('completiond: 1'));
    expect(diagnosticsOf(analysis).find(({ code }) => code === 'unknown-field')?.message).toBe(
      '이 위치에는 "completiond" 필드가 없습니다. 혹시 completions 또는 completionMode 필드입니까?',
    );
    expect(codeActions(analysis, everywhere, {}).map(({ title }) => title)).toContain('이름 바꾸기: completions');
  });

  test('broken YAML, in what can be told of it', () => {
    expect(diagnosticsOf(korean(jobWith('a: b: c d'))).map(({ message }) => message)).toContainEqual(
      expect.stringContaining('콜론과 공백이 들어 있는 텍스트는 따옴표로'),
    );
    expect(yamlDetail({ detail: 'closing-quote', sign: '"' })).toBe('닫는 따옴표(")');
  });

  test('lenses, hints and symbols', () => {
    const analysis = korean(jobWith({ spec: 'completions: 5\nparallelism: 3\nactiveDeadlineSeconds: 3600', container: sleeping }));
    expect(codeLenses(analysis, clock).map(({ command }) => command?.title)).toEqual([
      expect.stringMatching(/^시뮬레이션 · 파드 5개, 한 번에 3개 · 약 65초/),
    ]);
    expect(inlayHints(analysis, everywhere).map(({ label }) => label)).toEqual(['1시간']);
    expect(documentSymbols(analysis)[0]?.detail).toMatch(/^Job · 파드 5개/);
    expect(inlayHints(korean(weekdays), everywhere).map(({ label }) => label)).toEqual(['02:30, 월요일부터 금요일까지']);
    expect(codeLenses(korean(weekdays), clock)[0]?.command?.title).toMatch(/다음 실행 2026-01-02 \(금\) 02:30 Europe\/Berlin/);
  });

  test('completion', () => {
    const { text, position } = withCaret(jobWith('|'));
    const items = complete(korean(text), position, { snippets: true });
    expect(items.find(({ label }) => label === 'backoffLimit')).toMatchObject({
      detail: expect.stringContaining('기본값 6'),
      documentation: { value: expect.stringMatching(/[가-힣]/) },
    });
    expect(complete(korean(''), { line: 0, character: 0 }, { snippets: true }).map(({ label }) => label)).toContain('크론잡');
  });

  test('a simulation', () => {
    const result = simulateObject(korean(jobWith({ container: sleeping })), { uri: '', document: 0 }, () => false);
    expect(result).toMatchObject({ status: 'simulated', outcome: '32초 만에 완료: 파드 1개.' });
    if (result.status === 'simulated') for (const { text } of result.assumptions) expect(text).toMatch(/[가-힣]/);
    const refused = simulateObject(korean(podWith('restartPolicy: Always')), { uri: '', document: 0 }, () => false);
    expect(refused).toMatchObject({ status: 'refused', problems: [{ message: expect.stringMatching(/^잡의 restartPolicy에는/) }] });
  });
});
