import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyzer } from '../../server/application/analysis.ts';
import { analysisInPieces, isReadInPieces } from '../../server/application/analysis-in-pieces.ts';
import { nothingKnown } from '../../server/application/facts/known-facts.ts';
import { fileFindings } from '../../server/application/findings/file-findings.ts';
import { defaultSettings } from '../../server/application/settings/settings.ts';
import { jobWith } from '../manifests.ts';
import { runs } from '../property-runs.ts';

const settings = { ...defaultSettings, advice: 'pitfalls' } as const;
const now = () => Date.UTC(2026, 0, 1);

const job = jobWith('completions: 3');
const claim = 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: data}\nspec: {accessModes: [ReadWriteOnce]}\n';
const sharing = `apiVersion: batch/v1
kind: Job
metadata: {name: sharing}
spec:
  completions: 4
  parallelism: 4
  template:
    spec:
      restartPolicy: Never
      containers: [{name: main, image: "busybox:1.36", volumeMounts: [{name: data, mountPath: /data}]}]
      volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
`;
const list = JSON.stringify({
  apiVersion: 'v1',
  kind: 'List',
  items: Array.from({ length: 5 }, (_, index) => ({ apiVersion: 'batch/v1', kind: 'Job', metadata: { name: `j${index}` }, spec: {} })),
});
const documents = [
  job,
  jobWith('completiond: 3'),
  sharing,
  claim,
  list,
  `${list}\n${list}`,
  '# nothing\n',
  'a: [b\n',
  'kind: Job\n\tx: 1\n',
];

/** Who said what of which object, where. */
function said(analyses: Iterable<ReturnType<ReturnType<typeof createAnalyzer>['analyse']>>) {
  return [...analyses].flatMap((analysis) =>
    fileFindings(analysis).map(({ about, range, message, isConsequence }) => ({ about, range, message, isConsequence })),
  );
}

test('a text read in pieces is judged as one that is read whole', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...documents), { maxLength: 8 }),
      fc.constantFrom('---\n', '--- # next\n', '--- {}\n'),
      fc.record({
        characters: fc.integer({ min: 1, max: 600 }),
        objects: fc.integer({ min: 1, max: 6 }),
        findings: fc.integer({ min: 1, max: 9 }),
      }),
      (texts, separator, most) => {
        const text = TextDocument.create('file:///a.yaml', 'yaml', 1, texts.join(separator));
        const whole = createAnalyzer(now).analyse(text, settings);
        const pieces = [...analysisInPieces({ text, settings, partial: false, facts: nothingKnown }, now, most)];
        expect(said(pieces)).toEqual(said([whole]));
        expect(pieces.flatMap(({ objects }) => objects).length).toBe(whole.objects.length);
      },
    ),
    runs(150),
  );
});

test('only long texts without a scenario are read in pieces', () => {
  const long = `${job}---\n`.repeat(9000);
  expect([job, long, `${long}# kubejob-scenario:\n`].map((text) => isReadInPieces(text, settings))).toEqual([false, true, false]);
  expect(isReadInPieces(long, { ...settings, placeholders: true })).toBe(false);
});
