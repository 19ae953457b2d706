import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyzer } from '../../server/application/analysis.ts';
import { nothingKnown } from '../../server/application/facts/known-facts.ts';
import { fieldAt, placeOfField } from '../../server/application/field-places.ts';
import { defaultSettings } from '../../server/application/settings/settings.ts';

const text = `apiVersion: v1
kind: List
items:
  - apiVersion: batch/v1
    kind: Job
    metadata: {name: first}
    spec:
      backoffLimit: 3
      template:
        spec:
          restartPolicy: Never
          containers:
            - {name: main, image: busybox}
---
apiVersion: v1
kind: ConfigMap
`;
const analysis = createAnalyzer().analyse(TextDocument.create('file:///a.yaml', 'yaml', 0, text), defaultSettings, false, nothingKnown);
const id = { document: 0, item: 0 };
const said = (path: readonly (string | number)[]) => {
  const range = placeOfField(analysis, { ...id, path });
  return range && analysis.text.getText(range);
};

describe('fields of an object in its text', () => {
  it.each([
    [['spec', 'backoffLimit'], 'backoffLimit'],
    [['spec', 'activeDeadlineSeconds'], 'spec'],
    [['spec', 'template', 'spec', 'containers', 0, 'image'], 'image'],
  ])('%j is shown at %s', (path, key) => {
    expect(said(path)).toBe(key);
  });

  it('is nowhere where the object is gone', () => {
    expect(placeOfField(analysis, { document: 1, path: ['spec'] })).toBeUndefined();
  });

  it('is found by a place in it', () => {
    const at = (piece: string) => fieldAt(analysis, analysis.text.positionAt(text.indexOf(piece)));
    expect(at('backoffLimit')).toEqual({ ...id, path: ['spec', 'backoffLimit'] });
    expect(at('busybox')).toEqual({ ...id, path: ['spec', 'template', 'spec', 'containers', 0, 'image'] });
    expect(at('ConfigMap')).toBeUndefined();
  });
});
