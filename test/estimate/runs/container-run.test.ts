import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimateContainerRun } from '../../../server/estimate/runs/container-run.ts';
import type { CompletionIndex } from '../../../server/estimate/runs/container-setting.ts';
import type { HookRun } from '../../../server/estimate/runs/hook-run.ts';
import type { StopRun } from '../../../server/estimate/runs/stop-run.ts';
import type { Container, LifecycleHandler } from '../../../server/kubernetes/generated/types.ts';
import { render } from '../../../server/messages/render.ts';
import { runs } from '../../property-runs.ts';

const run = (command: readonly string[], more: Container = {}) =>
  estimateContainerRun({ name: 'main', image: 'registry.example/app', command, ...more });
const script = (text: string, more: Container = {}) => run(['sh', '-c', text], more);

describe('time and exit code of a command', () => {
  test.each<[string[], number, number]>([
    [['sleep', '30'], 30, 0],
    [['sleep', '1m'], 60, 0],
    [['/bin/sleep', '1m', '0.5s'], 60.5, 0],
    [['sleep', 'infinity'], Number.POSITIVE_INFINITY, 0],
    [['sleep'], 0, 1],
    [['sleep', 'long'], 0, 1],
    [['false'], 0, 1],
    [['true'], 0, 0],
    [['echo', 'hello'], 0, 0],
    [['timeout', '5', 'sleep', '10'], 5, 124],
    [['timeout', '10', 'sleep', '5'], 5, 0],
    [['timeout', '-s', 'KILL', '5', 'sleep', '10'], 5, 137],
    [['timeout', '0', 'sleep', '10'], 10, 0],
    [['env', 'A=b', 'sleep', '7'], 7, 0],
    [['tini', '--', 'sleep', '7'], 7, 0],
    [['nice', '-n', '5', 'sleep', '7'], 7, 0],
    [['busybox', 'sleep', '7'], 7, 0],
    [['sh'], 0, 0],
    [['tail', '-f', '/dev/null'], Number.POSITIVE_INFINITY, 0],
  ])('%j', (command, seconds, exit) => {
    expect(run(command)).toMatchObject({ seconds, exit, known: true });
  });
});

describe('time and exit code of a script', () => {
  test.each<[string, number, number]>([
    ["echo 'hello'; sleep 10; echo 'bye'", 10, 0],
    ['echo; sleep 10; exit 3', 10, 3],
    ['$(sleep 3600)', 3600, 0],
    ['$(false)', 0, 1],
    ['echo $(date) `sleep 3` "a;b" # sleep 9', 3, 0],
    ['sleep 5 && exit 4', 5, 4],
    ['false && sleep 5', 0, 1],
    ['false || sleep 5', 5, 0],
    ['true || sleep 5; sleep 1', 1, 0],
    ['false; sleep 2', 2, 0],
    ['set -e; false; sleep 2', 0, 1],
    ['set -e\nfalse && true\nsleep 2', 2, 0],
    ['sleep 3 &\nsleep 1\nwait', 3, 0],
    ['sleep 3 & sleep 1', 1, 0],
    ['sleep 2 | sleep 3 | false', 3, 1],
    [`N=4; sleep $N; sleep "\${N}"`, 8, 0],
    ['sleep $DELAY', 25, 0],
    ['sleep 2 >/dev/null 2>&1; exit 256', 2, 0],
    ['slepp 10', 0, 127],
    ['slepp 10; exit $?', 0, 127],
    ['exec sleep 6; sleep 9', 6, 0],
    ["sh -c 'sleep 4; exit 9'; sleep 1", 5, 0],
    ['bash -ec "false; sleep 4"', 0, 1],
    ['while true; do date; sleep 5; done', Number.POSITIVE_INFINITY, 0],
    ['sleep 1 &&\n  sleep 2', 3, 0],
  ])('%s', (text, seconds, exit) => {
    expect(script(text, { env: [{ name: 'DELAY', value: '25' }] })).toMatchObject({ seconds, exit, known: true });
  });

  test.each<[string, number]>([
    ['python work.py', 10],
    ['sleep 20; python work.py', 30],
    ['for i in $FILES; do sleep 1; done', 11],
    ['sleep 5; if work; then sleep 1; fi', 16],
    ['sleep $((RANDOM % 10))', 10],
    ['sleep $SOMETIME', 10],
    ['. ./settings; sleep 5', 10],
    ["echo 'no end", 10],
    ['while true; do work && break; done', 10],
  ])('not all is known of %j', (text, seconds) => {
    expect(script(text)).toMatchObject({ seconds, exit: 0, known: false });
  });

  test('a script may install what its image lacks', () => {
    const { exit, known } = script('apk add curl && curl example.org; python3 --version', { image: 'alpine:3' });
    expect({ exit, known }).toEqual({ exit: 0, known: false });
  });

  test('an answer that only the run can give', () => {
    expect(script('sleep 5; test -f /done')).toMatchObject({
      seconds: 5,
      exit: 0,
      known: false,
      assumption: { code: 'estimate-exit-unknown' },
    });
  });

  test('variables in the way of Kubernetes', () => {
    const env = [
      { name: 'DELAY', value: '25' },
      { name: 'SECRET', valueFrom: {} },
    ];
    expect(run(['sleep'], { args: ['$(DELAY)'], env })).toMatchObject({ seconds: 25 });
    expect(run(['sleep'], { args: ['$(SECRET)'], env })).toMatchObject({ known: false });
    expect(run(['sleep'], { args: ['$(OTHER)'], env })).toMatchObject({ known: true, exit: 1 });
    expect(run(['sleep'], { args: ['$(OTHER)'], env, envFrom: [{}] })).toMatchObject({ known: false });
    expect(run(['sleep'], { args: ['$(JOB_COMPLETION_INDEX)'] })).toMatchObject({ known: false });
    expect(run(['sh', '-c', 'sleep 1; echo $$(sleep $(DELAY))'], { env })).toMatchObject({ seconds: 26 });
  });
});

describe('what goes by the completion index', () => {
  test.each<[string, readonly number[]]>([
    ['sleep $((JOB_COMPLETION_INDEX + 2))', [2, 3, 4]],
    ['[ "$JOB_COMPLETION_INDEX" = 0 ] && sleep 3 || sleep 30', [3, 30, 30]],
    ['case $SHARD in 0) sleep 1;; 1) sleep 5;; *) sleep 9;; esac', [1, 5, 9]],
    ['sleep $(SHARD)$JOB_COMPLETION_INDEX', [0, 11, 22]],
    ['sleep $AGAIN', [10, 11, 12]],
  ])('%s', (text, seconds) => {
    const fieldPath = "metadata.annotations['batch.kubernetes.io/job-completion-index']";
    const env = [
      { name: 'SHARD', valueFrom: { fieldRef: { fieldPath } } },
      { name: 'AGAIN', value: '1$(SHARD)' },
    ];
    const container = { name: 'main', image: 'busybox', command: ['sh', '-c', text], env };
    const of = (index: CompletionIndex) => estimateContainerRun(container, {}, index);
    expect([0, 1, 2].map((index) => of(index))).toMatchObject(seconds.map((one) => ({ seconds: one, known: true, byIndex: true })));
    expect(of('any')).toMatchObject({ known: false, byIndex: true });
  });

  test('a variable of the container goes before that of the controller', () => {
    const container = { command: ['sh', '-c', 'sleep $JOB_COMPLETION_INDEX'], env: [{ name: 'JOB_COMPLETION_INDEX', value: '7' }] };
    expect(estimateContainerRun(container, {}, 3)).toMatchObject({ seconds: 7, known: true, byIndex: false });
  });

  test('where the Job is not Indexed there is none', () => {
    const container = { image: 'busybox', command: ['sh', '-c', 'sleep \u0024{JOB_COMPLETION_INDEX:-4}'] };
    expect(estimateContainerRun(container, {}, 'none')).toMatchObject({ seconds: 4, known: true, byIndex: false });
  });
});

describe('a command that cannot start', () => {
  test.each<[string[], string, string]>([
    [['slepp', '60'], 'perl:5.34.0', '`main` cannot start (StartError, exit code 128): there is no `slepp`; `sleep` may be meant'],
    [['/bin/slep', '60'], 'registry.example/app', 'there is no `/bin/slep`; `sleep` may be meant'],
    [['ehco', 'x'], 'registry.example/app', 'there is no `ehco`; `echo` may be meant'],
    [['pyhton', 'x.py'], 'python:3.13', '`python` may be meant'],
    [['bashccc', '-c', 'x'], 'registry.example/app', '`bash` may be meant'],
    [['bashmuzzibabo'], 'centos:7', '`bash` may be meant'],
    [['sleep 30'], 'registry.example/app', '`sleep 30` is taken for the name of one program; each word is an item of its own'],
    [['frobnicate'], 'docker.io/library/ubuntu:24.04', 'its image has no `frobnicate`'],
    [['bash', '-c', 'echo'], 'busybox:1.36', 'its image has no `bash`'],
    [['python3', 'x.py'], 'alpine', 'its image has no `python3`'],
  ])('%j in %s', (command, image, text) => {
    const { assumption, ...found } = run(command, { image });
    expect(found).toMatchObject({ seconds: 0, exit: 128, cannotStart: 'StartError' });
    expect(render(assumption.code, assumption.args)).toContain(text);
  });

  test.each<[string[], string]>([
    [['ipython'], 'registry.example/app'],
    [['sweep'], 'registry.example/app'],
    [['sleeper'], 'registry.example/app'],
    [['mode'], 'registry.example/app'],
    [['python3', 'x.py'], 'ubuntu'],
    [['bash'], 'registry.example/busybox'],
    [['/opt/bin/frobnicate'], 'ubuntu'],
    [['bash-job'], 'ubuntu'],
    [['mongodump'], 'debian'],
  ])('%j in %s may well be there', (command, image) => {
    expect(run(command, { image }).cannotStart).toBeUndefined();
  });

  test('nothing is certain where programs are mounted or the search path is set', () => {
    expect(run(['slepp'], { volumeMounts: [{ name: 'tools', mountPath: '/usr/local/bin' }] }).cannotStart).toBeUndefined();
    expect(run(['slepp'], { env: [{ name: 'PATH', value: '/tools' }] }).cannotStart).toBeUndefined();
  });
});

describe('an image without a command', () => {
  test.each<[Container, number, boolean]>([
    [{ image: 'luksa/batch-job' }, 10, false],
    [{ image: 'busybox', args: ['sleep', '5'] }, 5, true],
    [{ image: 'registry.example/app', args: ['sleep', '5'] }, 10, false],
    [{ image: 'ubuntu' }, 0, true],
    [{ image: 'ubuntu', stdin: true }, Number.POSITIVE_INFINITY, true],
    [{ image: 'hello-world' }, 0, true],
    [{}, 10, false],
  ])('%j', (container, seconds, known) => {
    expect(estimateContainerRun(container)).toMatchObject({ seconds, exit: 0, known });
  });
});

describe('what SIGTERM does', () => {
  test.each<[string[], 'ignores' | 'ends' | 'handles']>([
    [['sleep', '30'], 'ignores'],
    [['sh', '-c', 'sleep 30'], 'ignores'],
    [['sh', '-c', 'exec sleep 30'], 'ignores'],
    [['sh', '-c', 'prepare; exec /app/server --port 80'], 'ends'],
    [['bash', '-c', "trap 'exit 0' TERM; sleep 30"], 'ignores'],
    [['bash', '-c', "trap 'exit 3' TERM; sleep 30"], 'handles'],
    [['bash', '-c', "trap 'exit 0' TERM; sleep 30 & wait"], 'handles'],
    [['tini', '--', 'sleep', '30'], 'ends'],
    [['env', 'A=b', 'sleep', '30'], 'ignores'],
    [['timeout', '5', 'sleep', '10'], 'ends'],
    [['python3', 'x.py'], 'ignores'],
    [['/app/server'], 'ends'],
  ])('%j', (command, stop) => expect(run(command).stopAt(1).kind).toBe(stop));

  test.each<[string, number, Partial<StopRun>]>([
    ["trap 'exit 0' TERM; sleep 60 & wait", 5, { kind: 'handles', seconds: 0, exit: 0 }],
    ["trap 'exit 3' TERM; sleep 60", 5, { kind: 'handles', seconds: 55, exit: 3 }],
    ["trap 'exit 3' TERM; while true; do sleep 5; done", 12, { kind: 'handles', seconds: 3, exit: 3 }],
    ["trap 'sleep 4; exit' TERM; sleep 60 & wait $!", 5, { kind: 'handles', seconds: 4, exit: 143 }],
    ["trap 'kill $child; wait $child; exit' TERM; work & child=$!; wait $child", 5, { kind: 'ends', seconds: 0, exit: 143 }],
    ["sleep 5; trap 'exit 4' TERM; sleep 60 & wait", 3, { kind: 'ignores' }],
    ["trap 'echo bye' EXIT; sleep 60", 5, { kind: 'ignores' }],
    ['sleep 5; exec /app/server', 3, { kind: 'ignores' }],
    ['sleep 5; exec /app/server', 8, { kind: 'ends' }],
  ])('a script: %s', (text, at, expected) => expect(script(text).stopAt(at)).toMatchObject(expected));

  test('the EXIT trap of bash, and what busybox does not do', () => {
    expect(run(['bash', '-c', "trap 'echo bye' EXIT; sleep 60"]).stopAt(5)).toMatchObject({ kind: 'ends' });
    // BusyBox' timeout gives its place to the command, which as the first process hears no signal.
    expect(run(['timeout', '5', 'sleep', '60'], { image: 'busybox' })).toMatchObject({ seconds: 60, exit: 0, known: true });
    expect(script('timeout 5 sleep 60', { image: 'busybox' })).toMatchObject({ seconds: 60, exit: 0, known: true });
    expect(script('timeout 5 sleep 60', { image: 'debian' })).toMatchObject({ seconds: 5, exit: 124, known: true });
    expect(script('timeout 5 sleep 60; exit $?', { image: 'busybox' })).toMatchObject({ seconds: 5, exit: 143, known: true });
  });

  test('only the first process ignores it', () => {
    const container = { name: 'main', command: ['sleep', '30'] };
    expect(estimateContainerRun(container, { shareProcessNamespace: true }).stopAt(1).kind).toBe('ends');
    expect(estimateContainerRun({ name: 'main' }).stopAt(1).kind).toBe('ends');
  });
});

test('a sidecar whose command does not tell', () => {
  const sidecar = { name: 'proxy', image: 'envoy:1', restartPolicy: 'Always' };
  expect(estimateContainerRun(sidecar, { initContainers: [sidecar] }).assumption.code).toBe('estimate-sidecar');
  expect(estimateContainerRun(sidecar, { containers: [sidecar] }).assumption.code).toBe('estimate-default');
});

describe('a proxy beside the work', () => {
  const work: Container = { name: 'work', image: 'registry.example/app:7', command: ['./migrate'] };
  const proxy: Container = { name: 'proxy', image: 'gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14', args: ['--port=5432'] };
  const estimate = (of: Container, containers: readonly Container[]) => estimateContainerRun(of, { containers: [...containers] });

  test('runs until something stops it', () => {
    expect(estimate(proxy, [work, proxy])).toMatchObject({ seconds: Infinity, known: false, assumption: { code: 'estimate-serves' } });
    expect(estimate(work, [work, proxy]).seconds).toBe(10);
  });

  test.each<[string, Container, readonly Container[]]>([
    ['alone', proxy, []],
    ['among others of its kind', proxy, [{ ...proxy, name: 'other' }]],
    ['that a script ends', proxy, [{ ...work, command: ['sh', '-c', './migrate; curl -X POST localhost:9091/quitquitquit'] }]],
    ['whose shell runs something else', { ...proxy, command: ['sh', '-c', './once'] }, [work]],
    ['whose command tells', { ...proxy, command: ['sleep', '10'], args: [] }, [work]],
  ])('does not, %s', (_, of, others) => {
    expect(estimate(of, [of, ...others]).seconds).toBe(10);
  });
});

describe('hooks', () => {
  test.each<[LifecycleHandler, Partial<HookRun>, string]>([
    [{ sleep: { seconds: 5 } }, { seconds: 5, fails: false, inside: false }, 'the preStop hook of `main` takes 5 s: read from it'],
    [{ exec: { command: ['sh', '-c', 'sleep 3; exit 2'] } }, { seconds: 3, fails: true, inside: true }, 'fails after 3 s'],
    [{ exec: { command: ['slepp', '3'] } }, { seconds: 0, fails: true }, 'fails after 0 s'],
    [{ exec: { command: ['sh', '-c', 'sleep 4; nginx -s quit'] } }, { seconds: 4, fails: false }, 'is assumed to succeed and to take 4 s'],
    [{ exec: { command: ['test', '-e', '/ready'] } }, { seconds: 0, fails: false }, 'is assumed to succeed'],
    [{ exec: { command: ['sleep', '$(DELAY)'] } }, { seconds: 0, fails: true }, 'fails after 0 s'],
    [{ exec: { command: ['sleep', 'infinity'] } }, { seconds: Number.POSITIVE_INFINITY, fails: false }, 'goes on until something stops it'],
    [{ httpGet: { port: 80 } }, { seconds: 0, fails: false }, 'is assumed to succeed'],
    [{ tcpSocket: { port: 80 } }, { seconds: 0, fails: true }, 'fails after 0 s'],
  ])('%j', (preStop, expected, text) => {
    const found = run(['sleep', '9'], { lifecycle: { preStop }, env: [{ name: 'DELAY', value: '7' }] }).preStop;
    expect(found).toMatchObject(expected);
    expect(found && render(found.assumption.code, found.assumption.args)).toContain(text);
  });
});

test('any text is read, in bounded time, and its assumptions have texts', () => {
  const piece = fc.constantFrom(
    'sleep 1',
    'exit 3',
    '$(',
    ')',
    '`',
    '"',
    "'",
    '\\',
    ';',
    '&&',
    '||',
    '|',
    '&',
    '\n',
    '\t',
    '\r',
    '\v',
    '\f',
    '\u00A0',
    '\u2028',
    '\uFEFF',
    '${',
    '}',
    ' ',
    '<<',
    '>',
    '#',
    'env',
    'sh -c',
    '$X',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece).map((pieces) => pieces.join(' ')),
        fc.string(),
      ),
      (text) => {
        const { seconds, assumption, stopAt } = script(text);
        expect(seconds).toBeGreaterThanOrEqual(0);
        for (const { code, args } of [assumption, stopAt(1).assumption]) expect(render(code, args)).toContain('main');
      },
    ),
    runs(1000),
  );
  expect(script('$('.repeat(5000)).known).toBe(false);
  expect(script(`${'$('.repeat(2000)}sleep 1${')'.repeat(2000)}`).known).toBe(false);
  expect(run(Array.from({ length: 2000 }, () => 'env'))).toMatchObject({ seconds: 0, exit: 0, known: true });
});
