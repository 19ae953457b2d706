import fc from 'fast-check';
import { writeYaml } from '../../server/manifest/write-yaml.ts';
import { arbitraryCronJob, arbitraryJob } from '../kubernetes/arbitrary-object.ts';

/** What people write, and what breaks a line. */
const pieces = [
  ...[
    '\t',
    '- ',
    ': ',
    ':',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    '|\n',
    '>-\n',
    '\r',
    '\r\n',
    '\n',
    '\n\n',
    '  ',
    '&a ',
    '*a',
    '<<: *a\n',
    '? ',
    '! ',
  ],
  ...[
    '---\n',
    '--- {}\n',
    '...\n',
    '#',
    '# kubejob-ignore x\n',
    '# kubejob-scenario:\n#   pods: []\n',
    '%YAML 1.1\n',
    '\ufeff',
    '가',
    '🙂',
  ],
  ...[
    '\u200b',
    '\u00a0',
    'а',
    '“',
    '\u202e',
    '\u2028',
    '\u0085',
    '\u0000',
    '\ud800',
    '{{ .Values.a }}',
    '{{- if .a }}',
    '{{- end }}',
    '$\u007bA}',
    '$(A)',
  ],
  ...['null', '~', 'yes', '1e3', '0x1', '.inf', '1_000', '-1', '99999999999999999999', '!!binary x', '__proto__: 1\n', 'constructor: 1\n'],
  ...[
    'apiVersion: batch/v1\n',
    'kind: Job\n',
    'kind: List\nitems:\n',
    'spec:\n',
    '  template:\n',
    '      containers:\n',
    '$patch: delete\n',
  ],
  ...['command: [sh, -c, "sleep $(cat x) | tee `y`; exit 1"]\n', 'schedule: "@every 1h"\n', 'memory: 1Gi\n', 'toString: 1\n'],
];

/** A change of a text: so much of it in, from its start in thousandths, is left out, and a piece is put there. */
export interface Edit {
  readonly at: number;
  readonly cut: number;
  readonly put: string;
}

export const edits: fc.Arbitrary<Edit> = fc.record({
  at: fc.integer({ min: 0, max: 1000 }),
  cut: fc.oneof({ weight: 3, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(200) }),
  put: fc.oneof({ weight: 4, arbitrary: fc.constantFrom('', ...pieces) }, { weight: 1, arbitrary: fc.string({ maxLength: 6 }) }),
});

/** Where an edit begins and ends in a text. */
export function placeOf({ at, cut }: Edit, text: string): { readonly start: number; readonly end: number } {
  const start = Math.floor((at * text.length) / 1000);
  return { start, end: Math.min(text.length, start + cut) };
}

export function edited(text: string, changes: readonly Edit[]): string {
  return changes.reduce((before, edit) => {
    const { start, end } = placeOf(edit, before);
    return before.slice(0, start) + edit.put + before.slice(end);
  }, text);
}

const kinds = fc.oneof(
  arbitraryJob().map((job) => ({ apiVersion: 'batch/v1', kind: 'Job', ...job })),
  arbitraryCronJob().map((cronJob) => ({ apiVersion: 'batch/v1', kind: 'CronJob', ...cronJob })),
);

/** A manifest of any fields of the API, as YAML or JSON. */
export const manifests: fc.Arbitrary<string> = fc
  .tuple(fc.array(kinds, { minLength: 1, maxLength: 3 }), fc.constantFrom('yaml', 'json', 'list'))
  .map(([objects, how]) => {
    if (how === 'yaml') return writeYaml(objects);
    if (how === 'json') return objects.map((object) => JSON.stringify(object, undefined, 2)).join('\n');
    return JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
  });

/** The same with some damage. */
export const nearManifests: fc.Arbitrary<string> = fc
  .tuple(manifests, fc.array(edits, { maxLength: 6 }))
  .map(([text, changes]) => edited(text, changes));
