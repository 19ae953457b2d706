// From saving a file of a chart with 50 templates to what is found in it, beside the time of helm itself. Needs the bundles in dist/
// and the packages of test/vscode, which carry a real helm; KUBEJOB_HELM names another one.
//   node bench/charts.mjs [ROUNDS]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startServer } from './language-client.mjs';
import { percentile } from './numbers.mjs';

const rounds = Number(process.argv[2] ?? 20);
/** Milliseconds beyond helm's own. */
const promised = 100;
const helm = process.env.KUBEJOB_HELM ?? (await import('../test/vscode/tools.mjs')).realTools().helm;
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

const template = (number) => `{{- if .Values.enabled }}
apiVersion: batch/v1
kind: CronJob
metadata:
  name: {{ .Release.Name }}-${number}
  labels: {{- include "many.labels" . | nindent 4 }}
spec:
  schedule: {{ .Values.schedule | quote }}
  jobTemplate:
    spec:
      backoffLimit: {{ .Values.backoffLimit }}
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: main
              image: "{{ .Values.image }}:1.36"
              command: [sh, -c, "sleep ${number}"]
              resources: {{- toYaml .Values.resources | nindent 16 }}
{{- end }}
`;
const values = (limit) =>
  `enabled: true\nschedule: "0 3 * * *"\nbackoffLimit: ${limit}\nimage: busybox\nresources:\n  requests: {cpu: 100m, memory: 64Mi}\n`;

const folder = mkdtempSync(join(tmpdir(), 'kubejob-bench-'));
const server = startServer(process.execPath, [cli, 'language-server', '--stdio']);
try {
  mkdirSync(join(folder, 'templates'));
  writeFileSync(join(folder, 'Chart.yaml'), 'apiVersion: v2\nname: many\nversion: 0.1.0\n');
  writeFileSync(join(folder, 'templates/_helpers.tpl'), '{{- define "many.labels" -}}\napp: {{ .Chart.Name }}\n{{- end }}\n');
  for (let number = 0; number < 50; number++) writeFileSync(join(folder, `templates/cron-${number}.yaml`), template(number));
  const { own, whole, work } = await measured(pathToFileURL(join(folder, 'templates/cron-0.yaml')).href);
  const beyond = percentile(whole, 0.5) - percentile(own, 0.5);
  const said = [...[own, whole].map((times) => percentile(times, 0.5)), beyond].map((time) => `${Math.round(time)} ms`);
  console.log(`helm ${said[0]}, from save to diagnostics ${said[1]}: ${said[2]} beyond helm (at most ${promised} ms promised)`);
  if (work.length > 0) console.log(`processor time of the server for each save, without helm's: ${Math.round(percentile(work, 0.5))} ms`);
  if (beyond > promised) process.exitCode = 1;
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Times of helm alone, and from a save to diagnostics, one beside the other, so that a busy machine slows both. */
async function measured(uri) {
  writeFileSync(join(folder, 'values.yaml'), values(1));
  const initializationOptions = { trusted: true, settings: { helm: { path: helm } } };
  await server.request('initialize', { processId: null, rootUri: pathToFileURL(folder).href, capabilities: {}, initializationOptions });
  server.notify('initialized', {});
  const first = server.diagnostics(uri, (found) => !found.some(({ code }) => code === 'template'));
  server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text: template(0) } });
  await first;
  const [own, whole, work] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    const isBad = round % 2 === 0;
    writeFileSync(join(folder, 'values.yaml'), values(isBad ? -1 : 1));
    own.push(timed(() => spawnSync(helm, ['template', folder])));
    const told = server.diagnostics(uri, (found) => found.some(({ code }) => code === 'number-negative') === isBad);
    const [begun, worked] = [performance.now(), workOf(server.pid)];
    server.notify('textDocument/didSave', { textDocument: { uri } });
    await told;
    whole.push(performance.now() - begun);
    if (worked !== undefined) work.push(workOf(server.pid) - worked);
  }
  return { own, whole, work };
}

/** Milliseconds of processor time that a process has taken, without its children's; undefined where the system does not tell. */
function workOf(pid) {
  if (process.platform !== 'linux') return undefined;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ').map(Number);
  return (fields[11] + fields[12]) * 10;
}

function timed(run) {
  const begun = performance.now();
  run();
  return performance.now() - begun;
}
