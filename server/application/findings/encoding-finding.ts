import { claimsToBeOurs } from '../../kubernetes/fields/kind-in-text.ts';
import type { Finding } from '../../kubernetes/finding/finding.ts';
import { letterOf } from '../../manifest/bytes/saved-as-utf-8.ts';
import type { NotUtf8 } from '../../manifest/bytes/text-of-bytes.ts';
import type { Texts } from '../../messages/render.ts';
import { type Analysis, objectAt } from '../analysis.ts';
import { type FileFinding, objectName } from '../located-finding.ts';
import { isScenarioName } from '../scenario/scenario-name.ts';

/** Whether anything is to be said of such bytes, in a file that is ours: of what kubectl takes, where advice is wanted; of what it refuses. */
export function isToldOf({ like }: NotUtf8, { text, settings, objects, carried }: Analysis): boolean {
  const isScenario = isScenarioName(text.uri);
  if (isWide(like)) return isScenario || claimsToBeOurs(text.getText().replaceAll('\0', ''));
  return settings.advice !== 'off' && (objects.length + carried.length > 0 || isScenario);
}

/** Why kubectl refuses a file by its bytes; undefined of what it takes, though something may be lost of it. */
export function refusedBytes({ like, byte }: NotUtf8, texts: Texts): string | undefined {
  return isWide(like) ? texts('not-utf-8', { like, byte: shownByte(byte), letter: '' }) : undefined;
}

/** That kubectl refuses the whole of a file that is ours; undefined of what it takes. */
export function refusalOfBytes(analysis: Analysis, notUtf8: NotUtf8 | undefined): FileFinding | undefined {
  return notUtf8 && isWide(notUtf8.like) && isToldOf(notUtf8, analysis) ? encodingFinding(analysis, notUtf8) : undefined;
}

/**
 * Of bytes that are not UTF-8: kubectl takes what Helm, kustomize and Flux refuse, and what is stored is not what was written. UTF-32, and
 * UTF-16 without a mark, no program takes.
 */
export function encodingFinding(analysis: Analysis, { offset, byte, like, second }: NotUtf8): FileFinding {
  const { text, texts, file } = analysis;
  const object = objectAt(analysis, offset);
  const letter = second === undefined ? (letterOf(byte) ?? '\ufffd') : new TextDecoder('euc-kr').decode(new Uint8Array([byte, second]));
  const args = { byte: shownByte(byte), like, letter };
  const finding: Finding<'not-utf-8'> = {
    path: '',
    at: { path: [], part: 'value' },
    reason: isWide(like) ? 'NotYAML' : 'Advice',
    code: 'not-utf-8',
    args,
    severity: isWide(like) ? 'error' : 'warning',
  };
  const document = file.documents.findLast(({ start }) => start <= offset)?.index ?? 0;
  return {
    finding,
    about: object ? objectName(object) : { document, kind: null, name: null },
    range: { start: text.positionAt(offset), end: text.positionAt(offset + 1) },
    message: texts('not-utf-8', args),
    related: [],
  };
}

function shownByte(byte: number): string {
  return `0x${byte.toString(16).toUpperCase()}`;
}

function isWide(like: NotUtf8['like']): boolean {
  return like === 'utf-16' || like === 'utf-32';
}
