import { describe, expect, test } from 'vitest';
import { fileFindings } from '../../../server/application/findings/file-findings.ts';
import { causesAmong } from '../../../server/application/located-finding.ts';
import { diagnosticsOf } from '../../../server/language/diagnostics.ts';
import { analysisOf } from '../../analysis.ts';
import { containerWith, cronJobWith, job, jobWith, podWith } from '../../manifests.ts';
import { shown, unindented } from '../../text.ts';

/** What is told of a manifest, each at its place: `«spce»: unknown-field`. */
function told(text: string): readonly string[] {
  return causesAmong(fileFindings(analysisOf(text, { advice: 'off' }))).map(
    ({ range, finding }) => `${shown(text, range).replace(/^.*?(«.*?»).*$/, '$1')} ${finding.code}`,
  );
}

describe('one mistake is one finding', () => {
  test.each([
    ['a Job that calls itself a CronJob', jobWith('backoffLimit: 2').replace('kind: Job', 'kind: CronJob'), ['«CronJob» wrong-kind']],
    ['a CronJob that calls itself a Job', cronJobWith('').replace('kind: CronJob', 'kind: Job'), ['«Job» wrong-kind']],
    [
      'an API that is gone follows from no field',
      jobWith('completiond: 3').replace('batch/v1', 'batch/v1beta1'),
      ['«batch/v1beta1» unknown-api-version', '«completiond» unknown-field'],
    ],
    ['a misspelt apiVersion, which is missing then', job.replace('apiVersion', 'apiversion'), ['«apiversion» unknown-field']],
    ['what only a CronJob has, in a Job', jobWith('schedule: 0 3 * * *\ntimeZone: Etc/UTC'), ['«schedule» unknown-field']],
    ['a misspelt spec, in which all is missing', job.replace('\nspec:', '\nspce:'), ['«spce» unknown-field']],
    [
      'a misspelt list, whose names others ask for',
      podWith('volums: [{name: a, emptyDir: {}}]\ncontainers: [{name: b, image: c, volumeMounts: [{name: a, mountPath: /a}]}]'),
      ['«volums» unknown-field'],
    ],
    [
      'a container without the name that a policy asks for',
      jobWith({
        spec: 'podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {containerName: main, operator: In, values: [1]}}]}',
        pod: 'containers:\n  - image: busybox:1.36',
      }),
      ['«image» field-required'],
    ],
    ['a misspelt image', job.replace('image:', 'imgae:'), ['«imgae» unknown-field']],
    ['fields that belong to the same object', containerWith('resources:\n  cpu: 1\n  memory: 1Gi'), ['«cpu» unknown-field']],
    [
      'fields beside the empty one that they belong to',
      containerWith('resources:\nlimits: {cpu: 1}\nrequests: {cpu: 1}'),
      ['«limits» unknown-field'],
    ],
    ['a template in a CronJob itself', jobWith('schedule: 0 3 * * *').replace('kind: Job', 'kind: CronJob'), ['«template» unknown-field']],
    [
      'items in the column of the containers',
      unindented(`
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
                  value: "1"
                - name: B
                  value: "2"
      `),
      ['«value» unknown-field'],
    ],
    [
      'an object that is missing with all that must be in it',
      jobWith('').replace(/ {2}template:[\s\S]*$/, '  suspend: true\n'),
      ['«spec» field-required'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test('and what does not follow from it is told beside it', () => {
    expect(told(jobWith('completiond: 3\nparallelism: -1'))).toEqual(['«completiond» unknown-field', '«-1» number-negative']);
  });

  test('of two mistakes each has its own', () => {
    expect(told(job.replace('restartPolicy', 'restartPolcy').replace('image:', 'imgae:'))).toEqual([
      '«restartPolcy» unknown-field',
      '«imgae» unknown-field',
    ]);
  });
});

test('editors show what follows from a finding as related to it', () => {
  const [diagnostic, ...others] = diagnosticsOf(analysisOf(containerWith('resources:\n  cpu: 1\n  memory: 1Gi'), { advice: 'off' }));
  expect(others).toEqual([]);
  expect(diagnostic?.relatedInformation).toMatchObject([
    {
      location: { range: { start: { line: 13 } } },
      message: 'There is no field "memory" here: it belongs to spec.template.spec.containers[0].resources.requests.',
    },
  ]);
});

test('of more mistakes than a person mends at once each of the rest is told by itself', () => {
  const fields = Array.from({ length: 500 }, (_, at) => `unknown${at}: 1`).join('\n');
  expect(told(jobWith(`completiond: 3\n${fields}`)).filter((one) => one.endsWith('unknown-field')).length).toBe(501);
});

test.each([
  [200, 0],
  [201, 1],
])('of %i mistakes in one object, %i notes say that not all are explained', (mistakes, notes) => {
  const fields = Array.from({ length: mistakes }, (_, at) => `zzz${at}: 1`).join('\n');
  const found = causesAmong(fileFindings(analysisOf(jobWith(fields), { advice: 'off' }))).map(({ finding }) => finding);
  expect(found.filter(({ code }) => code === 'unknown-field')).toHaveLength(mistakes);
  expect(found.filter(({ code }) => code === 'mistakes-unexplained').map(({ path, args }) => ({ path, args }))).toEqual(
    Array.from({ length: notes }, () => ({ path: 'spec.zzz200', args: { most: 200 } })),
  );
});

describe('what follows from mistakes is looked for as long as it takes no time', () => {
  const withMistakes = (containers: number) =>
    podWith(`containers:\n${Array.from({ length: containers }, (_, at) => `  - {name: c${at}, image: b, comand: [c]}`).join('\n')}`);
  const notes = (text: string) => told(text).filter((one) => one.includes('mistakes-unexplained'));

  test('in a small object of all of them', () => {
    expect(notes(withMistakes(60))).toEqual([]);
  });

  test('in a large one of the first, and that is said', () => {
    expect(notes(withMistakes(190))).toEqual(['«comand» mistakes-unexplained']);
  });

  test('in a huge one of none, and that is said', () => {
    const variables = Array.from({ length: 7000 }, (_, at) => `{name: A${at}, valeu: x}`).join(', ');
    const found = fileFindings(analysisOf(containerWith(`env: [${variables}]`), { advice: 'off' }));
    expect(found.flatMap(({ finding, message }) => (finding.code === 'mistakes-unexplained' ? [finding.path, message] : []))).toEqual([
      'spec.template.spec.containers[0].env[0].valeu',
      expect.stringContaining('Too much is wrong'),
    ]);
  });
});
