import { errorsAmong } from '../../kubernetes/finding/severities.ts';
import { parseBody } from '../../manifest/body.ts';
import type { ManifestBody } from '../../manifest/document.ts';
import { replaced } from '../../manifest/faults/text-map.ts';
import { unseenBlanks } from '../../manifest/faults/unseen-blanks.ts';
import { endOfLine } from '../../manifest/lines.ts';
import { lookAlikesIn } from '../../unicode/look-alikes.ts';
import { judge } from '../../validation/judge/judge.ts';
import type { JudgedObject } from '../../validation/judge/judged-object.ts';
import type { JudgedAs } from './shifted-lines.ts';

/**
 * What is said of a document that is indented, or has its values parted from their keys, by blanks that YAML takes for letters; undefined where
 * there are none, and where spaces in their place would leave as many errors.
 */
export function unseenBlanksFinding(body: ManifestBody, { at, findings }: JudgedObject, how: JudgedAs) {
  const errors = errorsAmong(findings);
  const found = at.length > 0 || body.templated || errors === 0 ? [] : unseenBlanks(body.text);
  const [first] = found;
  if (!first) return undefined;
  const objects = judge(parseBody(replaced(body.text, found)), { ...how, advice: 'off', causes: 'off' });
  if (objects.length === 0 || errorsAmong(objects.flatMap((one) => one.findings)) >= errors) return undefined;
  const { start, end } = first;
  return {
    at: { path: [], part: 'value', range: { start, end: endOfText(body.text, start) } },
    code: 'unseen-blanks',
    args: { characters: lookAlikesIn(body.text.slice(start, end)) },
  } as const;
}

/** Where what stands on a line ends. */
function endOfText(text: string, offset: number): number {
  const line = text.slice(offset, endOfLine(text, offset));
  return offset + line.trimEnd().length;
}
