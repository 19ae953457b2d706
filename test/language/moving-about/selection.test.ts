import { expect, test } from 'vitest';
import type { SelectionRange } from 'vscode-languageserver-types';
import { selectionRanges } from '../../../server/language/moving-about/selection.ts';
import { analysisOf } from '../../analysis.ts';
import { unindented, withCaret } from '../../text.ts';

/** What is selected, each time more: of several lines the first, and how many they are. */
function* selected(marked: string): Generator<string> {
  const { text, position } = withCaret(marked);
  const analysis = analysisOf(text);
  let step: SelectionRange | undefined = selectionRanges(analysis, [position])[0];
  for (; step; step = step.parent) {
    const [first, ...more] = analysis.text.getText(step.range).split('\n');
    yield more.length === 0 ? `${first}` : `${first} +${more.length}`;
  }
}

test('a selection grows from the value to the file, also where the document ends with it', () => {
  const manifest = `
    kind: Job
    spec:
      template:
        containers:
          - name: main
            image: busy|box
  `;
  expect([...selected(manifest)]).toEqual([
    'busybox',
    'image: busybox',
    'name: main +1',
    '- name: main +1',
    'containers: +2',
    'template: +3',
    'spec: +4',
    'kind: Job +5',
    'kind: Job +6',
  ]);
  expect([...selected(manifest.replace('busy|box', 'busybox').replace('image', 'im|age'))][0]).toBe('image');
  expect([...selected(`${unindented(manifest)}---\nkind: Pod\n`)].at(-1)).toBe('kind: Job +8');
});
