import type { Finding } from '../../kubernetes/finding/finding.ts';
import { letterOf } from '../../manifest/bytes/saved-as-utf-8.ts';
import type { NotUtf8 } from '../../manifest/bytes/text-of-bytes.ts';
import { type Analysis, objectAt } from '../analysis.ts';
import { type FileFinding, objectName } from '../located-finding.ts';

/** Of bytes that are not UTF-8: kubectl takes what Helm, kustomize and Flux refuse, and what is stored is not what was written. */
export function encodingFinding(analysis: Analysis, { offset, byte, like, second }: NotUtf8): FileFinding {
  const { text, texts, file } = analysis;
  const object = objectAt(analysis, offset);
  const letter = second === undefined ? (letterOf(byte) ?? '\ufffd') : new TextDecoder('euc-kr').decode(new Uint8Array([byte, second]));
  const args = { byte: `0x${byte.toString(16).toUpperCase()}`, like, letter };
  const finding: Finding<'not-utf-8'> = {
    path: '',
    at: { path: [], part: 'value' },
    reason: 'Advice',
    code: 'not-utf-8',
    args,
    severity: 'warning',
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
