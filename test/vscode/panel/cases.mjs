// Ten stories that the panel tells: what pictures show, and what accessibility is judged of.

const job = (name, spec, container) => `apiVersion: batch/v1
kind: Job
metadata:
  name: ${name}
spec:
${indented(spec, 2)}
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: main
          image: busybox:1.36
${indented(container, 10)}
`;

const sleeping = (seconds) => `command: [sleep, "${seconds}"]`;

/** By name: the manifest, its scenario, and what a user does before the picture is taken. */
export const cases = {
  'back-off': {
    text: job('import', 'backoffLimit: 3', 'command: [sh, -c, "sleep 4; exit 3"]'),
    act: ({ page }) => page.locator('.bar.wait').nth(1).click(),
  },
  indexed: {
    text: job(
      'render',
      'completions: 6\nparallelism: 3\ncompletionMode: Indexed\nbackoffLimitPerIndex: 2\nmaxFailedIndexes: 2',
      sleeping(20),
    ),
    scenario: `run: {for: 20}
pods:
  - {index: 1, attempt: 0, run: {for: 8, exit: 1}}
  - {index: 4, run: {for: 5, exit: 2}}
`,
    act: ({ page }) => page.locator('.lanes .lane').nth(4).click(),
  },
  overlap: {
    text: `apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: "*/10 7-9 * * 1-5"
  timeZone: Europe/Berlin
  concurrencyPolicy: Allow
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: main
              image: busybox:1.36
              command: [sleep, "900"]
              resources:
                requests: {cpu: 500m, memory: 256Mi}
`,
    act: ({ page }) => page.locator('.times-of-day .run-tick.complete').nth(2).press('Enter'),
  },
  suspended: {
    text: job('migrate', 'completions: 6\nparallelism: 2', sleeping(15)),
    scenario: `run: {for: 15}
actions:
  - {at: 12, patch: {spec: {suspend: true}}}
  - {at: 40, patch: {spec: {suspend: false}}}
  - {at: 55, patch: {spec: {completions: 9}}}
`,
    act: ({ page }) => page.locator('.mark').nth(2).click(),
  },
  ttl: {
    text: job('cleanup', 'completions: 4\nparallelism: 2\nttlSecondsAfterFinished: 30', sleeping(20)),
    act: ({ page }) => page.locator('.limit.ttl button').click(),
  },
  'failure-policy': {
    text: job(
      'train',
      `completions: 4
parallelism: 2
backoffLimit: 6
podFailurePolicy:
  rules:
    - action: FailJob
      onExitCodes: {containerName: main, operator: In, values: [42]}
    - action: Ignore
      onPodConditions: [{type: DisruptionTarget}]`,
      sleeping(30),
    ),
    scenario: `run: {for: 30}
pods:
  - {ordinal: 3, run: {for: 12, exit: 42}}
actions:
  - {at: 10, evictPod: 0}
`,
    act: ({ page }) => page.locator('.bar.failed').last().click(),
  },
  quota: {
    text: `apiVersion: v1
kind: ResourceQuota
metadata:
  name: team
spec:
  hard: {pods: "3"}
---
${job('wide', 'completions: 8\nparallelism: 6', sleeping(20))}`,
    document: 1,
    act: ({ page }) => page.locator('.reasons summary').click(),
  },
  'ten-thousand': {
    text: job('batch', 'completions: 10000\nparallelism: 400\nbackoffLimit: 1000', sleeping(30)),
    scenario: 'run: {for: {min: 20, max: 60}, exit: [{code: 1, share: 0.02}]}\n',
    act: async ({ page }) => {
      await page.locator('#moment').fill('600');
      await page.locator('.lanes .lane').nth(2).dblclick();
    },
  },
  'what-if': {
    text: job('index-documents', 'completions: 6\nparallelism: 3', sleeping(20)),
    act: async ({ page, edited }) => {
      await page.locator('[data-control="runTime"]').focus();
      for (let presses = 0; presses < 3; presses++) await page.keyboard.press('ArrowRight');
      await edited();
      await page.locator('.lanes .lane').nth(1).click({ button: 'right' });
      await page.locator('[role="menuitem"]').first().click();
      await edited();
    },
  },
  likely: {
    text: job('nightly-import', 'completions: 12\nparallelism: 4\nbackoffLimit: 2', sleeping(25)),
    act: async ({ page }) => {
      await page.waitForFunction(() => /%/.test(document.querySelector('.likely summary')?.textContent ?? ''));
      await page.locator('.likely summary').click();
    },
  },
};

function indented(text, columns) {
  return text.replace(/^/gm, ' '.repeat(columns));
}
