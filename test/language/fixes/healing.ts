import type { Analysis } from '../../../server/application/analysis.ts';
import { objectFindings } from '../../../server/application/findings/object-findings.ts';
import { causesAmong, type ObjectFinding } from '../../../server/application/located-finding.ts';
import { fixesOf } from '../../../server/language/fixes/index.ts';
import type { ManifestBody } from '../../../server/manifest/document.ts';
import { parseManifests } from '../../../server/manifest/parse.ts';
import type { NodePath } from '../../../server/plain/node-path.ts';
import { analysisOf } from '../../analysis.ts';
import { apply } from '../../text.ts';

/** What became of a faulty text whose first finding was mended by the fix that is preferred. */
export type Outcome = 'right' | 'healed' | 'no preferred fix' | 'errors are left';

const quiet = { advice: 'off' } as const;

/** `right` of a text that has no error. */
export function outcomeOf(text: string): Outcome {
  const analysis = analysisOf(text, quiet);
  const [first] = errorsOf(analysis);
  if (!first) return 'right';
  const fix = fixesOf(analysis, first).find(({ preferred }) => preferred);
  if (!fix) return 'no preferred fix';
  return errorsIn(apply(text, fix.edits)).length > 0 ? 'errors are left' : 'healed';
}

/** The errors that are shown of a text. */
export function errorsIn(text: string): readonly ObjectFinding[] {
  return errorsOf(analysisOf(text, quiet));
}

function errorsOf(analysis: Analysis): readonly ObjectFinding[] {
  return causesAmong(objectFindings(analysis)).filter(({ finding }) => finding.severity === 'error');
}

/** Every key of the first document of a text with its path, in the order of the text. */
export function keysOf(text: string): readonly { readonly path: NodePath; readonly start: number; readonly end: number }[] {
  const [document] = parseManifests(text).documents;
  if (!document) return [];
  return pathsIn(document.body, []).flatMap((path) => {
    const range = typeof path.at(-1) === 'string' ? document.body.keyRange(path) : undefined;
    return range ? [{ path, start: document.start + range.start, end: document.start + range.end }] : [];
  });
}

function pathsIn(body: ManifestBody, path: NodePath): readonly NodePath[] {
  return body.children(path).flatMap(({ segment }) => [[...path, segment], ...pathsIn(body, [...path, segment])]);
}

/** The ways in which a word is mistyped once: a letter left out, doubled, swapped with the next, or another in its place. */
export function typosOf(word: string, seed: number): readonly string[] {
  const at = seed % word.length;
  const [before, letter, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
  const swapped = after === '' ? word : `${before}${after[0]}${letter}${after.slice(1)}`;
  return [`${before}${after}`, `${before}${letter}${letter}${after}`, swapped, `${before}${letter === 'e' ? 'r' : 'e'}${after}`].filter(
    (typo) => typo !== word && typo !== '',
  );
}
