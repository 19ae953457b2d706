import { describe, expect, test } from 'vitest';
import { fileFindings } from '../../../server/application/findings/file-findings.ts';
import { codeActions } from '../../../server/language/code-actions/code-actions.ts';
import { analysisOf } from '../../analysis.ts';
import { containerWith, cronJobWith, job, jobWith, podWith } from '../../manifests.ts';
import { unindented } from '../../text.ts';
import { actionsAt, after } from '../code-actions/actions.ts';

/** The titles of what is offered at the caret, the preferred with a star. */
function offered(marked: string): readonly string[] {
  return actionsAt(marked).map(({ title, isPreferred }) => `${isPreferred ? '* ' : ''}${title}`);
}

function messagesOf(text: string): readonly string[] {
  return fileFindings(analysisOf(text, { advice: 'off' })).map(({ message }) => message);
}

describe('what a colon makes of text', () => {
  test('is text again in quotes', () => {
    const marked = containerWith('args:\n  - echo the t|ime: now\n  - b');
    expect(messagesOf(marked.replace('|', ''))).toEqual([
      'A colon with a blank behind it makes a map of this, but it must be text: put quotes around it.',
    ]);
    expect(after(marked, 'Put quotes')).toBe(containerWith('args:\n  - "echo the time: now"\n  - b'));
  });

  test('is a field where fields are wanted, once a blank is behind it', () => {
    const two = job.replace('  name: hello', '  na|me:hello\n  namespace:jobs');
    expect(messagesOf(two.replace('|', ''))).toEqual(['Put a blank behind the colon of name.']);
    expect(offered(two)[0]).toBe('* Put a blank here');
    expect(after(two, 'Put a blank')).toBe(job.replace('  name: hello', '  name: hello\n  namespace: jobs'));
  });

  test('is no field where it is an address', () => {
    expect(messagesOf(job.replace('  name: hello', '  http://hello'))).toEqual(['This must be a map, not text.']);
  });

  test('goes to a line of its own where that makes a field', () => {
    const beside = job.replace('metadata:\n  name: hello', 'metadata: na|me: hello');
    expect(offered(beside).slice(0, 2)).toEqual(['* Put name on a line of its own', 'Put quotes around name: hello']);
    expect(after(beside, 'Put name')).toBe(job);
    expect(offered(jobWith({ metadata: 'annotations:\n  note: se|e: wiki' }))[0]).toBe('* Put quotes around see: wiki');
  });
});

describe('a container without a name', () => {
  test('gets the one that a policy asks for', () => {
    const spec = 'podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {containerName: load, operator: In, values: [1]}}]}';
    const marked = jobWith({ spec, pod: 'containers:\n  - ima|ge: busybox:1.36' });
    expect(offered(marked)[0]).toBe('* Set name to load');
    expect(messagesOf(after(marked, 'Set name'))).toEqual([]);
  });
});

describe('the other kind over a right body', () => {
  const cronJob = cronJobWith('schedule: "0 * * * *"');

  test('is offered as the kind that the body has', () => {
    expect(offered(job.replace('kind: Job', 'kind: Cron|Job'))).toEqual([
      '* Set kind to Job',
      'Put the spec into a jobTemplate with an hourly schedule',
    ]);
    expect(after(cronJob.replace('kind: CronJob', 'kind: J|ob'), 'Set kind')).toBe(cronJob);
  });

  test('and as the body that the kind has', () => {
    expect(after(job.replace('kind: Job', 'kind: Cron|Job'), 'Put the spec')).toBe(cronJob);
    expect(after(cronJob.replace('kind: CronJob', 'kind: J|ob'), 'Make a Job')).toBe(job);
  });
});

describe('a field in the wrong place', () => {
  test('that is a restart policy moves from the container to the pod with its own value', () => {
    const marked = job.replace('      restartPolicy: Never\n', '').replace('    spec:', '    sp|ec:');
    const inContainer = marked.replace('        - name: main\n', '        - name: main\n          restartPolicy: Never\n');
    expect(offered(inContainer)[0]).toBe('* Move restartPolicy to spec.template.spec');
    expect(after(inContainer, 'Move restartPolicy')).toBe(job);
  });

  test('is not surely meant for another level where its own has one already', () => {
    const marked = jobWith('restart|Policy: OnFailure');
    expect(offered(marked)).toEqual(['Move restartPolicy to spec.template.spec.containers[0]', 'Remove restartPolicy']);
    expect(messagesOf(marked.replace('|', ''))).toEqual(['There is no field "restartPolicy" here: it belongs to spec.template.spec.']);
  });

  test('moves with those beside it that belong there too', () => {
    expect(after(containerWith('resources:\nli|mits:\n  cpu: 1\nrequests:\n  cpu: 1'), 'Move limits, requests')).toBe(
      containerWith('resources:\n  limits:\n    cpu: 1\n  requests:\n    cpu: 1'),
    );
  });

  test('of several containers is offered the first, and not preferred', () => {
    const marked = podWith('im|age: b\ncontainers:\n  - name: a\n  - name: b');
    expect(offered(marked)[0]).toBe('Move image to spec.template.spec.containers[0]');
  });

  test('and misspelt, is offered both', () => {
    expect(after(cronJobWith('backof|Limit: 3'), 'Move backofLimit')).toBe(cronJobWith({ spec: 'backoffLimit: 3' }));
  });

  test('that holds something is never only to be removed', () => {
    expect(offered(podWith('stra|nge:\n  a: b'))).toEqual(['* Make a comment of strange', 'Remove strange']);
    expect(after(podWith('stra|nge:\n  a: b\n  c: |\n    d').replace(': |\n', ': >\n'), 'Make a comment')).toContain(
      '      # strange:\n      #   a: b\n      #   c: >\n      #     d\n',
    );
  });
});

test('a schedule in a Job makes a CronJob of it, with what else only a CronJob has', () => {
  const marked = jobWith('sche|dule: "0 9 * * 1"\nbackoffLimit: 2\ntimeZone: Asia/Seoul');
  expect(offered(marked)[0]).toBe('* Make a CronJob of this Job');
  expect(after(marked, 'Make a CronJob')).toBe(
    cronJobWith({ cronJob: 'timeZone: Asia/Seoul\nschedule: "0 9 * * 1"', spec: 'backoffLimit: 2' }),
  );
});

test('items in the wrong column go into the list that they belong to', () => {
  const text = unindented(`
    apiVersion: batch/v1
    kind: Job
    metadata:
      name: hello
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: main
              image: busybox
              env:
            - name: A
              val|ue: "1"
            # the second
            - name: B
              value: |-
                two

                lines
            - name: other
              image: busybox
  `);
  const [start = '', end = ''] = text.split(' |-\n');
  const marked = `${start} >-\n${end}`;
  expect(after(marked, 'Put the items')).toBe(
    marked
      .replace('|', '')
      .split('\n')
      .map((line, at) => (at >= 12 && at <= 19 && line !== '' ? `    ${line}` : line))
      .join('\n'),
  );
});

test('a map where a list of maps is wanted is its item, and a map of variables an item each', () => {
  expect(after(podWith('contain|ers:\n  name: main\n  image: busybox'), 'Make it a list')).toBe(
    podWith('containers:\n  - name: main\n    image: busybox'),
  );
  expect(after(containerWith('en|v:\n  A: 1\n  B: x'), 'Make it a list')).toBe(
    containerWith('env:\n  - name: A\n    value: "1"\n  - name: B\n    value: x'),
  );
});

test('a resource of a misspelt name is renamed', () => {
  expect(after(containerWith('resources: {limits: {mem|ry: 1Gi}}'), 'Rename to memory')).toBe(
    containerWith('resources: {limits: {memory: 1Gi}}'),
  );
});

test.each([
  ['a name', jobWith({ metadata: `name: \${A|PP}-backup` })],
  ['a schedule', cronJobWith(`schedule: \${SCHE|DULE}`)],
  ['a number', jobWith('completions: <co|unt>')],
])('%s that another program puts in is not overwritten', (_, marked) => {
  expect(offered(marked).filter((title) => !title.startsWith('Make a'))).toEqual([]);
});

test('what is to go becomes a comment, which is preferred', () => {
  expect(offered(jobWith('sel|ector:\n  matchLabels: {a: b}'))).toEqual(['* Make a comment of selector', 'Remove selector']);
});

describe('fix all', () => {
  const everything = 'Fix everything in this file that has an evident fix';
  const titles = (text: string) => {
    const analysis = analysisOf(text, { advice: 'off' });
    const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    return codeActions(analysis, whole, {}, { resolve: true }).map(({ title, isPreferred }) => [title, isPreferred]);
  };

  test('comes last and is never preferred', () => {
    expect(titles(jobWith('completiond: 3')).at(-1)).toEqual([everything, undefined]);
  });

  test.each([
    ['nothing has a fix', jobWith({ metadata: 'name: hello\nlabels: {a: "b c"}' })],
    ['what is missing has to be chosen', podWith('containers: [{name: main}]')],
    ['a field has several places', podWith('image: b\ncontainers: [{name: a, image: c}, {name: b, image: c}]')],
  ])('is not offered where %s', (_, text) => {
    expect(titles(text).map(([title]) => title)).not.toContain(everything);
  });
});
