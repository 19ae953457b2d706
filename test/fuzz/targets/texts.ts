import { deepEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyzer } from '../../../server/application/analysis.ts';
import { analysisInPieces } from '../../../server/application/analysis-in-pieces.ts';
import { nothingKnown } from '../../../server/application/facts/known-facts.ts';
import { fileFindings } from '../../../server/application/findings/file-findings.ts';
import { defaultSettings } from '../../../server/application/settings/settings.ts';
import { textOfBytes } from '../../../server/manifest/bytes/text-of-bytes.ts';
import { askEverything } from '../../language/ask-everything.ts';
import { type Edit, edits, manifests, nearManifests, placeOf } from '../pieces.ts';
import { target } from '../target.ts';

const now = () => Date.UTC(2026, 0, 1);
const uri = 'file:///fuzz.yaml';
const settings = { ...defaultSettings, advice: 'all' } as const;
const analysed = (text: string) => createAnalyzer(now).analyse(TextDocument.create(uri, 'yaml', 1, text), settings);
const said = (analysis: ReturnType<typeof analysed>) => fileFindings(analysis).map(({ range, message }) => ({ range, message }));

export const everyFeature = target({
  name: 'every feature',
  inputs: fc.record({ text: nearManifests, at: fc.nat(1000) }),
  holds({ text, at }) {
    askEverything(analysed(text), Math.floor((at * text.length) / 1000));
  },
});

/** What is judged in pieces is judged as the whole is. */
export const pieces = target({
  name: 'pieces',
  inputs: fc.record({
    texts: fc.array(nearManifests, { minLength: 1, maxLength: 3 }),
    characters: fc.nat(2000),
    objects: fc.integer({ min: 1, max: 3 }),
    findings: fc.integer({ min: 1, max: 9 }),
  }),
  holds({ texts, ...size }) {
    const text = texts.join('\n---\n');
    if (text.includes('kubejob-scenario')) return;
    const asked = {
      text: TextDocument.create(uri, 'yaml', 1, text),
      settings: { ...settings, advice: 'pitfalls' as const },
      partial: false,
      facts: nothingKnown,
    };
    const whole = createAnalyzer(now).analyse(asked.text, asked.settings);
    deepEqual([...analysisInPieces(asked, now, size)].flatMap(said), said(whole));
  },
});

export const bytes = target({
  name: 'bytes',
  inputs: fc.record({
    text: manifests,
    marks: fc.constantFrom('', 'utf-16le', 'utf-16be'),
    damage: fc.array(fc.tuple(fc.nat(1000), fc.nat(255)), { maxLength: 5 }),
  }),
  holds({ text, marks, damage }) {
    const stored = marks === '' ? Buffer.from(text) : Buffer.from(`\ufeff${text}`, 'utf16le');
    if (marks === 'utf-16be') stored.swap16();
    for (const [at, byte] of damage) stored[Math.floor((at * stored.length) / 1001)] = byte;
    const read = textOfBytes(stored);
    for (const { range } of fileFindings(analysed(read.text), read.notUtf8)) ok(range.start.line >= 0);
    if (damage.length === 0) deepEqual(read.text.replace(/^\ufeff/, ''), text.replace(/^\ufeff/, ''));
  },
});

/** What is known after edits is what is known of the text opened anew. */
export const keystrokes = target({
  name: 'edits of an open document',
  inputs: fc.record({ text: manifests, changes: fc.array(edits, { minLength: 1, maxLength: 12 }) }),
  holds({ text, changes }: { readonly text: string; readonly changes: readonly Edit[] }) {
    const analyzer = createAnalyzer(now);
    const document = TextDocument.create(uri, 'yaml', 1, text);
    for (const [index, edit] of changes.entries()) {
      const { start, end } = placeOf(edit, document.getText());
      const range = { start: document.positionAt(start), end: document.positionAt(end) };
      TextDocument.update(document, [{ range, text: edit.put }], index + 2);
      deepEqual(said(analyzer.analyse(document, settings)), said(analysed(document.getText())));
    }
  },
});
