// What the tests of the panel's page share: one browser for all of them, a page for each.
import { deepStrictEqual } from 'node:assert';
import { after, afterEach, before } from 'mocha';
import { openBrowser } from '../../browser.mjs';
import { panelPages, simulator } from '../panel-page.mjs';

let browser;
let open;
let simulated;
let opened = [];

before(async () => {
  simulated = await simulator();
  browser = await openBrowser();
  open = await panelPages(browser);
});
after(() => browser?.close());

/** Nothing went wrong in any page, the policy for its content included. */
afterEach(async () => {
  const faults = opened.flatMap((one) => one.faults);
  await Promise.all(opened.map(({ page }) => page.close()));
  opened = [];
  deepStrictEqual(faults, []);
});

/** A page that shows the manifest; `size`, theme and language as `panelPages` takes them, the rest as the simulator does. */
export async function panelOf(text, { scenario, name, document, isLikelihoodKnown = false, ...look } = {}) {
  const panel = await open(look);
  opened.push(panel);
  const live = await panel.live(simulated, text, { scenario, name, document, isLikelihoodKnown });
  return { ...panel, ...live, simulated };
}

/** A Job of `sleep`, its spec and container as lines of YAML. */
export function job({ name = 'sample', spec = '', seconds = 20, command = `[sleep, "${seconds}"]` } = {}) {
  return `apiVersion: batch/v1
kind: Job
metadata: {name: ${name}}
spec:
${spec.replace(/^(?=.)/gm, '  ')}
  template:
    spec:
      restartPolicy: Never
      containers:
        - {name: main, image: "busybox:1.36", command: ${command}}
`;
}

export function cronJob({ schedule, more = '', seconds = 20 }) {
  return `apiVersion: batch/v1
kind: CronJob
metadata: {name: sample}
spec:
  schedule: "${schedule}"
${more.replace(/^(?=.)/gm, '  ')}
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - {name: main, image: "busybox:1.36", command: [sleep, "${seconds}"]}
`;
}
