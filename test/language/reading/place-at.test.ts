import { describe, expect, test } from 'vitest';
import { kindOf, placeAt } from '../../../server/language/reading/place-at.ts';
import { analysisOf } from '../../analysis.ts';
import { listOf } from '../../manifests.ts';
import { withCaret } from '../../text.ts';

/** What stands at the caret: `key` or `value`, where in its object, and its text; undefined where nothing does. */
function shown(marked: string): string | undefined {
  const { text, position } = withCaret(marked);
  const place = placeAt(analysisOf(text), position);
  if (!place) return undefined;
  const { onKey, inObject, range, source } = place;
  return `${onKey ? 'key' : 'value'} ${inObject.join('.')}: ${source.document.body.text.slice(range.start, range.end).trimEnd()}`;
}

const head = 'apiVersion: batch/v1\nkind: Job\n';

describe('placeAt', () => {
  test.each([
    ['at the beginning of a key', `${head}|spec:\n  suspend: true\n`, 'key spec: spec'],
    ['at the end of a key', `${head}spec|:\n  suspend: true\n`, 'key spec: spec'],
    ['in a value', `${head}spec:\n  suspend: tr|ue\n`, 'value spec.suspend: true'],
    ['at the end of a value', `${head}spec:\n  suspend: true|\n`, 'value spec.suspend: true'],
    ['in a value in quotes', `${head}metadata:\n  name: "|a"\n`, 'value metadata.name: "a"'],
    ['in an item', `${head}metadata:\n  finalizers:\n  - a.b|/c\n`, 'value metadata.finalizers.0: a.b/c'],
    [
      'in a block of text',
      `${head}metadata:\n  annotations:\n    a: |-\n      on|e`.replace('|-', '>-'),
      'value metadata.annotations.a: >-\n      one',
    ],
    ['between braces', `${head}metadata: {na|me: a}\n`, 'key metadata.name: name'],
    ['in JSON', `{"apiVersion": "batch/v1", "kind": "J|ob"}`, 'value kind: "Job"'],
    ['in a file of Windows', `${head}spec:\n  sus|pend: true\n`.replaceAll('\n', '\r\n'), 'key spec.suspend: suspend'],
    ['in the second document', `kind: Service\n---\n${head}spec: |{}\n`.replace('|{}', '{susp|end: true}'), 'key spec.suspend: suspend'],
    ['on a colon', `${head}spec: |\n  suspend: true\n`, undefined],
    ['before a key', `${head}spec:\n |  suspend: true\n`, undefined],
    ['behind a value', `${head}spec:\n  suspend: true | # off\n`, undefined],
    ['between the braces of an object', `${head}spec: { | }\n`, undefined],
    ['on a dash', `${head}metadata:\n  finalizers:\n  |- a.b/c\n`, undefined],
    ['in what is none of ours', 'kind: Ser|vice\napiVersion: v1\n', undefined],
    ['in a document before ours', `kind: Ser|vice\n---\n${head}`, undefined],
  ])('%s', (_, marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });

  test('counts from the item of a List, and knows nothing of what is outside of one', () => {
    const list = listOf(`${head}metadata:\n  name: a\n`, `${head}metadata:\n  name: b\n`);
    expect(shown(list.replace('name: b', 'name: |b'))).toBe('value metadata.name: b');
    expect(shown(list.replace('items', 'it|ems'))).toBeUndefined();
  });
});

describe('kindOf', () => {
  test.each([
    ['Job', 'apiVersion: batch/v1\nkind: Job\nspec:\n  schedule: 1\n'],
    ['CronJob', 'apiVersion: batch/v1\nkind: CronJob\n'],
    ['Job', 'apiVersion: batch/v1\nspec: {}\n'],
    ['CronJob', 'apiVersion: batch/v1\nspec:\n  jobTemplate: {}\n'],
  ])('%s is what it most likely is: %j', (kind, text) => {
    expect(analysisOf(text).objects.map(kindOf)).toEqual([kind]);
  });
});
