import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, test } from 'vitest';
import {
  createConnection,
  createProtocolConnection,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { CodeLens } from 'vscode-languageserver-types';
import { readSettings } from '../../server/application/settings/settings.ts';
import { simulateObject } from '../../server/application/simulation/simulate-object.ts';
import { codeActions } from '../../server/language/code-actions/code-actions.ts';
import { codeLenses } from '../../server/language/code-lens.ts';
import { complete } from '../../server/language/completion/complete.ts';
import { diagnosticsOf } from '../../server/language/diagnostics.ts';
import { hover } from '../../server/language/hover.ts';
import { inlayHints } from '../../server/language/inlay-hints.ts';
import { documentSymbols } from '../../server/language/moving-about/symbols.ts';
import type { UserClock } from '../../server/language/reading/user-clock.ts';
import { yamlDetail } from '../../server/messages/ko/yaml-details.ts';
import { serve } from '../../server/protocol/connection.ts';
import { analysisOf } from '../analysis.ts';
import { withCaret } from '../text.ts';

/** Noon on 1 January 2026, for a user in Seoul. */
const clock: UserClock = { now: Date.UTC(2026, 0, 1, 12), localOffset: () => 9 * 3600 };
const everywhere = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
const korean = (text: string) => analysisOf(text, { language: 'ko' });

function hoverText(marked: string): string {
  const { text, position } = withCaret(marked);
  const found = hover(korean(text), position, clock);
  return found && typeof found.contents === 'object' && 'value' in found.contents ? found.contents.value : '';
}

const job = 'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: a\nspec:\n';
const pod =
  '  template:\n    spec:\n      restartPolicy: Never\n      containers:\n        - name: main\n          image: busybox:1.36\n          command: ["sleep", "30"]\n';
const cronJob = `apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: a\nspec:\n  schedule: "30 2 * * 1-5"\n  timeZone: Europe/Berlin\n  jobTemplate:\n    spec:\n${pod.replace(/^/gm, '    ').trimEnd()}\n`;

describe('in Korean', () => {
  test('a hover on a field', () => {
    const text = hoverText(`${job}  back|offLimit: 3\n${pod}`);
    expect(text).toMatch(/BackoffLimitExceeded 이유로 실패/);
    expect(text).toContain('기본값: `6`');
    expect(text).toContain('나중에 바꿀 수 있음');
    expect(text).toContain('[문서](https://kubernetes.io/docs/');
  });

  test('a hover on a value', () => {
    expect(hoverText(`${job}  backoffLimit: |3\n${pod}`)).toContain('새 파드로 모두 4번 시도합니다');
    const schedule = hoverText(cronJob.replace('30 2', '30| 2'));
    expect(schedule).toContain('**02:30, 월요일부터 금요일까지**');
    expect(schedule).toContain('2026-01-02 (금) 02:30 · 내 시각 2026-01-02 (금) 10:30');
  });

  test('a hover of a pod field has the words of the API, those around it in Korean', () => {
    const text = hoverText(`${job}${pod}      dns|Policy: Default\n`);
    expect(text).toContain('기본값: `ClusterFirst`');
  });

  test('the type of a list', () => {
    expect(hoverText(`${job}${pod.replace('containers', 'contai|ners')}`)).toContain('Container 목록');
  });

  test('a diagnostic and its fixes', () => {
    const analysis = korean(`${job}  completiond: 1\n${pod}`);
    expect(diagnosticsOf(analysis).find(({ code }) => code === 'unknown-field')?.message).toBe(
      '이 위치에는 "completiond" 필드가 없습니다. 혹시 completions 또는 completionMode 필드입니까?',
    );
    expect(codeActions(analysis, everywhere, {}).map(({ title }) => title)).toContain('이름 바꾸기: completions');
  });

  test('broken YAML, in what can be told of it', () => {
    expect(diagnosticsOf(korean(`${job}  a: b: c\n`)).map(({ message }) => message)).toContainEqual(
      expect.stringContaining('한 줄에 키를 둘 쓸 수 없습니다'),
    );
    expect(yamlDetail({ detail: 'closing-quote', sign: '"' })).toBe('닫는 따옴표(")');
  });

  test('lenses, hints and symbols', () => {
    const analysis = korean(`${job}  completions: 5\n  parallelism: 3\n  activeDeadlineSeconds: 3600\n${pod}`);
    expect(codeLenses(analysis, clock).map(({ command }) => command?.title)).toEqual([
      expect.stringMatching(/^시뮬레이션 · 파드 5개, 한 번에 3개 · 약 64초/),
    ]);
    expect(inlayHints(analysis, everywhere).map(({ label }) => label)).toEqual(['1시간']);
    expect(documentSymbols(analysis)[0]?.detail).toMatch(/^Job · 파드 5개/);
    expect(inlayHints(korean(cronJob), everywhere).map(({ label }) => label)).toEqual(['02:30, 월요일부터 금요일까지']);
    expect(codeLenses(korean(cronJob), clock)[0]?.command?.title).toMatch(/다음 실행 2026-01-02 \(금\) 02:30 Europe\/Berlin/);
  });

  test('completion', () => {
    const { text, position } = withCaret(`${job}  |`);
    const items = complete(korean(text), position, { snippets: true });
    expect(items.find(({ label }) => label === 'backoffLimit')).toMatchObject({
      detail: expect.stringContaining('기본값 6'),
      documentation: { value: expect.stringMatching(/[가-힣]/) },
    });
    expect(complete(korean(''), { line: 0, character: 0 }, { snippets: true }).map(({ label }) => label)).toContain('크론잡');
  });

  test('a simulation', () => {
    const result = simulateObject(korean(`${job}${pod}`), { uri: '', document: 0 }, () => false);
    expect(result).toMatchObject({ status: 'simulated', outcome: '32초 만에 완료: 파드 1개.' });
    if (result.status === 'simulated') for (const one of result.assumptions) expect(one).toMatch(/[가-힣]/);
    const refused = simulateObject(korean(`${job}${pod.replace('Never', 'Always')}`), { uri: '', document: 0 }, () => false);
    expect(refused).toMatchObject({ status: 'refused', problems: [{ message: expect.stringMatching(/^잡의 restartPolicy에는/) }] });
  });
});

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

describe('a server', () => {
  let client: ProtocolConnection | undefined;
  afterEach(() => client?.dispose());

  async function started(locale: string): Promise<{ connection: ProtocolConnection; message: (after?: number) => Promise<string> }> {
    const [up, down] = [new PassThrough(), new PassThrough()];
    serve(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)));
    const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    client = connection;
    const published: PublishDiagnosticsParams[] = [];
    let arrived = () => {};
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      published.push(params);
      arrived();
    });
    connection.listen();
    await connection.sendRequest('initialize', { processId: null, rootUri: null, locale, capabilities: {} });
    await connection.sendNotification('initialized', {});
    return {
      connection,
      async message(after = 0) {
        while (published.length <= after) await new Promise<void>((resolve) => (arrived = resolve));
        const said = published[after]?.diagnostics.find(({ severity }) => severity === 1)?.message ?? '';
        return typeof said === 'string' ? said : said.value;
      },
    };
  }

  test('speaks the language of its client, and that of kubejob.language once it is set', async () => {
    const { connection, message } = await started('ko-KR');
    const textDocument = { uri: 'file:///a.yaml', languageId: 'yaml', version: 1, text: `${job}${pod.replace('Never', 'Always')}` };
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    expect(await message()).toMatch(/^잡의 restartPolicy에는 "Always"/);
    const lenses: CodeLens[] = await connection.sendRequest('textDocument/codeLens', { textDocument });
    expect(lenses[0]?.command?.title).toMatch(/^시뮬레이션/);
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: { kubejob: { language: 'en' } } });
    expect(await message(1)).toMatch(/^restartPolicy "Always" is not allowed/);
  });

  test('speaks Korean to an English client that asks for it', async () => {
    const { connection, message } = await started('en');
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: { kubejob: { language: 'ko' } } });
    const textDocument = { uri: 'file:///a.yaml', languageId: 'yaml', version: 1, text: `${job}  backoffLimit: -1\n${pod}` };
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    expect(await message()).toBe('-1: 0보다 작습니다. 0 이상을 쓰십시오.');
  });
});
