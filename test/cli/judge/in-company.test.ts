import { spawnSync } from 'node:child_process';
import { relative } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../../folder-with.ts';
import { cronJobWith, jobWith, listOf } from '../../manifests.ts';
import { bundledProgram, run } from '../run.ts';

// What is known of a spec from the second or third time on must be known of each of these.
const spec = 'completions: 5\nparallelism: 2\nbackoffLimit: 3';
const right = jobWith(spec);
const newer = jobWith({ spec, container: 'restartPolicyRules: [{action: Restart, exitCodes: {operator: In, values: [42]}}]' });
const misspelt = jobWith(`${spec}\ncompletiond: 3`);
const cronJob = cronJobWith({ cronJob: 'schedule: "30 2 * * *"\ntimeZone: Europe/Berlin', spec });
const hooked = (text: string) => text.replace('name: hello', "name: a_b\n  annotations: {'argocd.argoproj.io/hook': Never}");
const wide = (text: string) => text.replace(/^ +/gm, '$&$&');

const files = Object.fromEntries(
  ['a', 'b'].flatMap((folder) =>
    Object.entries({
      '1-right': right,
      '2-newer': newer,
      '3-misspelt': misspelt,
      '4-cron': cronJob,
      '5-cron-as-job': cronJob.replace('kind: CronJob', 'kind: Job'),
      '6-hooked': hooked(right),
      '7-two': `${hooked(newer)}---\r\n${wide(misspelt).replaceAll('\n', '\r\n')}`,
      '8-list': listOf(right, misspelt, cronJob),
    }).map(([name, text]) => [`${folder}/${name}.yaml`, text]),
  ),
);
const configurations = {
  '.kubejob.yaml': 'advice: all\n',
  'b/.kubejob.yaml': 'kubernetesVersion: "1.29 - 1.35"\nrules:\n  unremoved-job: error\n',
};

test('each of many files that share their specs is told what a run over it alone tells', async () => {
  const folder = folderWith({ ...files, ...configurations });
  const program = bundledProgram();
  const together = found((await run('validate', '--format', 'json', folder)).out, folder);
  // Those that come last share most.
  const last = Object.keys(files).filter((file) => file.startsWith('b/'));
  const alone = last.flatMap((file) => {
    const asked = [program, 'validate', '--format', 'json', `${folder}/${file}`];
    return found(spawnSync(process.execPath, asked, { encoding: 'utf8' }).stdout, folder);
  });
  expect(together.filter((line) => line.startsWith('b/'))).toEqual(alone);
  expect(new Set(alone.map((line) => line.split(' ')[0]))).toEqual(new Set(last));
}, 120_000);

/** A line for each finding: its file, then all of it. */
function found(json: string, folder: string): readonly string[] {
  const findings: readonly { readonly file: string }[] = JSON.parse(json);
  return findings.map(({ file, ...rest }) => `${relative(folder, file)} ${JSON.stringify(rest)}`);
}
