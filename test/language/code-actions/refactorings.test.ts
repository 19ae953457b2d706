import { describe, expect, test } from 'vitest';
import { refactorings } from '../../../server/language/code-actions/refactorings.ts';
import { analysisOf } from '../../analysis.ts';
import { job, podWith } from '../../manifests.ts';
import { apply, unindented, withCaret } from '../../text.ts';
import { actionsAt } from './actions.ts';

/** What is offered at the caret, with the text after it. */
function offered(marked: string): readonly { readonly title: string; readonly after: string }[] {
  const { text, position } = withCaret(marked);
  return refactorings(analysisOf(text), { start: position, end: position }).map(({ title, edits }) => ({
    title,
    after: apply(text, edits),
  }));
}

function after(marked: string, title: string): string | undefined {
  return offered(marked).find((one) => one.title.startsWith(title))?.after;
}

const jobText = `
  apiVersion: batch/v1
  kind: Job # at night
  metadata:
    name: hello
  spec:
    # as often as it takes
    backoffLimit: 2 # twice

    template:
      spec:
        restartPolicy: Never
        containers:
        - name: main
          image: busybox:1.36
          command:
          - sh
          - -c
          - |
            echo one

              echo two
  # the end
`;

const cronJobText = `
  apiVersion: batch/v1
  kind: CronJob # at night
  metadata:
    name: hello
  spec:
    # as often as it takes
    schedule: "0 * * * *"
    jobTemplate:
      spec:
        backoffLimit: 2 # twice

        template:
          spec:
            restartPolicy: Never
            containers:
            - name: main
              image: busybox:1.36
              command:
              - sh
              - -c
              - |
                echo one

                  echo two
  # the end
`;

describe('Make a CronJob', () => {
  test('puts the whole of a Job into a template', () => {
    expect(after(jobText.replace('kind', 'ki|nd'), 'Make a CronJob')).toBe(unindented(cronJobText));
  });

  test('keeps the line breaks of Windows', () => {
    const windows = (text: string) => unindented(text).replaceAll('\n', '\r\n');
    expect(after(`|${windows(jobText)}`, 'Make a CronJob')).toBe(windows(cronJobText));
  });

  test('keeps the column in which the item of a List stands', () => {
    const list = 'kind: List\napiVersion: v1\nitems:\n- kind: J|ob\n  apiVersion: batch/v1\n  spec:\n      suspend: true\n';
    expect(after(list, 'Make a CronJob')).toBe(
      'kind: List\napiVersion: v1\nitems:\n- kind: CronJob\n  apiVersion: batch/v1\n  spec:\n      schedule: "0 * * * *"\n      jobTemplate:\n        spec:\n          suspend: true\n',
    );
  });
});

describe('Make a Job', () => {
  test('takes the Job out of the template', () => {
    expect(after(cronJobText.replace('name: hello', 'name: he|llo'), 'Make a Job')).toBe(unindented(jobText));
  });

  test('takes a Job of one line out', () => {
    const text = 'apiVersion: batch/v1\nkind: Cron|Job\nspec:\n  schedule: "* * * * *"\n  jobTemplate:\n    spec:\n      suspend: true\n';
    expect(after(text, 'Make a Job')).toBe('apiVersion: batch/v1\nkind: Job\nspec:\n  suspend: true\n');
  });

  test('takes nothing out that needs what is left behind', () => {
    const text = 'apiVersion: batch/v1\nkind: Cron|Job\nspec:\n  suspend: &off false\n  jobTemplate:\n    spec:\n      suspend: *off\n';
    expect(offered(text)).toEqual([]);
  });
});

describe('Make this container a sidecar', () => {
  const two = `
    kind: Job
    apiVersion: batch/v1
    spec:
      template:
        spec:
          containers:
            - name: main
              image: busybox:1.36
            # beside it
            - name: pro|xy # a proxy
              image: proxy:1
  `;

  test('moves it to the init containers', () => {
    expect(after(two, 'Make this container a sidecar')).toBe(
      unindented(`
        kind: Job
        apiVersion: batch/v1
        spec:
          template:
            spec:
              initContainers:
                - restartPolicy: Always
                  name: proxy # a proxy
                  image: proxy:1
              containers:
                - name: main
                  image: busybox:1.36
                # beside it
      `),
    );
  });

  test('moves it before those that are there', () => {
    const text = two.replace('containers:', 'initContainers: [{name: first, image: a}]\n          containers:');
    expect(after(text, 'Make this container a sidecar')).toContain(
      'initContainers: [{"restartPolicy": "Always", "name": "proxy", "image": "proxy:1"}, {name: first, image: a}]\n',
    );
  });

  test('is offered for a helper that keeps a Job from completing, as a fix too', () => {
    const containers = `
      containers:
        - name: main
          image: busybox:1.36
          command: ["true"]
        - na|me: proxy
          image: busybox:1.36
          command: ["sleep", "infinity"]
    `;
    const sidecar = `
      initContainers:
        - restartPolicy: Always
          name: proxy
          image: busybox:1.36
          command: ["sleep", "infinity"]
      restartPolicy: Never
      containers:
        - name: main
          image: busybox:1.36
          command: ["true"]
    `;
    const [fix, refactoring] = actionsAt(podWith(containers)).filter(({ title }) => title === 'Make this container a sidecar');
    expect([fix?.isPreferred, fix?.after, refactoring?.after]).toEqual([true, podWith(sidecar), podWith(sidecar)]);
  });

  test('is not offered for the only container, nor for one that says when it is restarted', () => {
    expect(offered(job.replace('busybox', 'busy|box'))).toEqual([]);
    expect(offered(two.replace('image: proxy:1', 'restartPolicy: Never'))).toEqual([]);
  });
});

test.each([
  ['in JSON', '{"kind": "J|ob", "apiVersion": "batch/v1", "spec": {}}'],
  ['where the spec stands between braces', 'apiVersion: batch/v1\nkind: J|ob\nspec: {suspend: true}\n'],
  ['without a spec', 'apiVersion: batch/v1\nkind: J|ob\n'],
  ['inside the spec', job.replace('restart', 're|start')],
  ['in what is none of ours', 'kind: Ser|vice\napiVersion: v1\nspec:\n  a: 1\n'],
])('none is offered %s', (_, marked) => {
  expect(offered(marked)).toEqual([]);
});
