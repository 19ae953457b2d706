import { describe, expect, it } from 'vitest';
import { objectsOf } from '../../../server/kubernetes/decoding/objects-in-document.ts';

function summary(value: unknown): string[] {
  return objectsOf(value).map(({ kind, item, findings }) =>
    [kind ?? '-', item ?? '', ...findings.map(({ reason, code }) => `${reason}:${code}`)].join(' ').replace(/\s+/g, ' ').trim(),
  );
}

describe('objectsOf', () => {
  it.each([
    [{ apiVersion: 'batch/v1', kind: 'Job' }, ['Job']],
    [{ apiVersion: 'batch/v1', kind: 'CronJob' }, ['CronJob']],
    [{ apiVersion: 'batch/v1beta1', kind: 'CronJob' }, ['CronJob WrongKind:cron-job-v1beta1']],
    [{ apiVersion: 'batch/v1beta1', kind: 'Job' }, ['Job UnknownKind:unknown-api-version']],
    [{ apiVersion: 'apps/v1', kind: 'Job' }, ['Job UnknownKind:unknown-api-version']],
    [{ apiVersion: 'v1', kind: 'CronJob' }, ['CronJob UnknownKind:unknown-api-version']],
    [{ apiVersion: 'batch', kind: 'Job' }, ['Job UnknownKind:unknown-api-version']],
    [{ apiVersion: 'apps.k8s.io/v1', kind: 'Job' }, ['Job UnknownKind:unknown-api-version']],
    [{ apiVersion: 'Batch/v1', kind: 'Pod' }, ['- UnknownKind:unknown-kind']],
    [{ apiVersion: 'batch/v1', kind: 'job' }, ['- UnknownKind:unknown-kind']],
    [{ apiVersion: 'a/b/c', kind: 'Job' }, ['Job Unreadable:api-version-unreadable']],
    [{ apiVersion: 'batch/v1' }, ['- NoKind:no-kind']],
    [{ apiVersion: 'batch/v1', kind: null }, ['- NoKind:no-kind']],
    [{ apiVersion: 'batch/v1', kind: 5 }, ['- NoKind:no-kind']],
    [{ apiVersion: 'batch/v1', Kind: 'Job' }, ['- NoKind:unknown-field']],
    [{ kind: 'Job' }, ['Job NoKind:no-api-version']],
    [{ kind: 'Job', apiVersion: '' }, ['Job NoKind:no-api-version']],
    [{ kind: 'Job', apiversion: 'batch/v1' }, ['Job NoKind:unknown-field']],
    [{ kind: 'Job', completions: 5 }, ['Job NoKind:no-api-version']],
    [{ kind: 'Job', metdata: {}, image: {}, tool: 'x' }, ['Job NoKind:no-api-version']],
  ])('finds in %j: %j', (value, expected) => {
    expect(summary(value)).toEqual(expected);
  });

  it.each([
    [{ apiVersion: 'batch.volcano.sh/v1alpha1', kind: 'Job' }],
    [{ apiVersion: 'v1', kind: 'Pod' }],
    [{ apiVersion: 'apps/v1', kind: 'JobSet' }],
    [{ kind: 'Deployment' }],
    [{ kind: 'CronJob', image: {}, schedule: '0 1 * * *', cronJobApiVersion: 'batch/v1' }],
    [{ $patch: 'delete', apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'post-install' } }],
    [{}],
    [[{ apiVersion: 'v1', kind: 'Pod' }, 5]],
    ['// a {"kind": "Pod"}'],
    [{ apiVersion: 'v1', kind: 'List', items: [{ apiVersion: 'v1', kind: 'Pod' }] }],
    [{ kind: 'ShoppingList', items: ['milk', {}] }],
    ['Job'],
    [null],
    [undefined],
  ])('finds nothing in %j', (value) => {
    expect(summary(value)).toEqual([]);
  });

  it('finds the items of lists, with their places', () => {
    const items = [
      { apiVersion: 'v1', kind: 'Pod' },
      { apiVersion: 'v1', kind: 'Pod' },
      { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'a' } },
    ];
    expect(objectsOf({ apiVersion: 'v1', kind: 'List', items })).toMatchObject([{ kind: 'Job', name: 'a', item: 2, at: ['items', 2] }]);
  });

  it.each(['list', 'Foo', 'Lists'])('finds those in the items of a %s, which kubectl takes instead of it', (kind) => {
    const items = [{ apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'a' } }, { metadata: { name: 'b' } }];
    expect(objectsOf({ apiVersion: 'example.com/v1', kind, items })).toMatchObject([
      { kind: 'Job', name: 'a', at: ['items', 0], findings: [] },
    ]);
  });

  it('takes a Job with items for a Job', () => {
    expect(objectsOf({ apiVersion: 'batch/v1', kind: 'Job', items: [] })).toMatchObject([{ kind: 'Job', at: [] }]);
  });

  it('finds those in Lists within Lists, counted through all of them', () => {
    const job = { apiVersion: 'batch/v1', kind: 'Job' };
    const inner = { apiVersion: 'v1', kind: 'List', items: [job, { apiVersion: 'batch/v1', kind: 'CronJobList', items: [{}] }] };
    const found = objectsOf({ apiVersion: 'v1', kind: 'List', items: [{ apiVersion: 'v1', kind: 'Pod' }, inner, job] });
    expect(found.map(({ kind, item, at }) => [kind, item, at.join('.')])).toEqual([
      [undefined, 1, 'items.1'],
      ['Job', 1, 'items.1.items.0'],
      [undefined, 2, 'items.1.items.1'],
      ['CronJob', 2, 'items.1.items.1.items.0'],
      ['Job', 3, 'items.2'],
    ]);
  });

  it('lets a typed list say what its items are', () => {
    expect(summary({ apiVersion: 'batch/v1', kind: 'JobList', items: [{}, { kind: 'CronJob' }] })).toEqual([
      'Job 0',
      'CronJob 1 NoKind:no-api-version',
    ]);
  });

  it.each([
    [null, ['- 0 Unreadable:list-item-no-object']],
    [5, ['- 0 Unreadable:list-item-no-object']],
    [{}, ['- 0 NoKind:list-item-incomplete NoKind:list-item-incomplete']],
    [{ kind: 'ConfigMap' }, ['- 0 NoKind:list-item-incomplete']],
    [{ kind: 'Job' }, ['Job 0 NoKind:no-api-version']],
    [{ apiVersion: 'v1', kind: 'List', items: [] }, ['- 0 Unreadable:list-in-list']],
  ])('finds in a List what kubectl refuses it for: %j', (item, expected) => {
    expect(summary({ apiVersion: 'v1', kind: 'List', items: [item] })).toEqual(expected);
  });

  it('finds what makes no object of Jobs: a bare list, and slashes before JSON', () => {
    const job = { apiVersion: 'batch/v1', kind: 'Job' };
    expect(summary([job])).toEqual(['- Unreadable:bare-list', 'Job']);
    expect(summary(`// a ${JSON.stringify(job)}`)).toEqual(['- Unreadable:slash-comment']);
  });

  it.each([
    [{ apiVersion: 'v1' }, ['- NoKind:list-without-kind', 'Job 1']],
    [{ apiVersion: 'v1', kind: '' }, ['- NoKind:list-without-kind', 'Job 1']],
    [{}, []],
    [{ apiVersion: 'v1', kind: 'List' }, ['- 0 NoKind:list-item-incomplete NoKind:list-item-incomplete', 'Job 1']],
  ])('finds that items do not say what they are in, where a Job is among them and an apiVersion beside them: %j', (head, expected) => {
    expect(summary({ ...head, items: [{}, { apiVersion: 'batch/v1', kind: 'Job' }] })).toEqual(expected);
  });
});
