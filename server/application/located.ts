import type { Range } from 'vscode-languageserver-types';
import type { ManifestBody } from '../manifest/document.ts';
import { textRange } from '../manifest/source.ts';
import type { Texts } from '../messages/render.ts';
import { lookAlikesIn, meantBy } from '../unicode/look-alikes.ts';
import type { JudgedFinding } from '../validation/judge/judged-finding.ts';
import type { Analysis, ObjectInText } from './analysis.ts';
import { locate } from './locate.ts';
import type { ObjectFinding, ObjectName } from './located-finding.ts';

/** A finding about an object with its place in the text and its words. */
export function located(
  object: ObjectInText,
  about: ObjectName,
  finding: JudgedFinding,
  { texts }: Pick<Analysis, 'texts'>,
): ObjectFinding {
  const { source } = object;
  const { body } = source.document;
  return {
    object,
    finding,
    about,
    range: placeIn(object, finding),
    message: withUnseen(texts(finding.code, finding.args), finding, body, texts),
    related: (finding.related ?? []).map(({ at, code, args }) => ({
      range: textRange(source, locate(body, at)),
      message: texts(code, args),
    })),
  };
}

/** Its place alone. */
export function placeIn({ source }: ObjectInText, { at }: JudgedFinding): Range {
  return textRange(source, locate(source.document.body, at));
}

/** A message that quotes no value, with the names of the characters in it that nobody sees, or takes for others. */
function withUnseen(message: string, { severity, at }: JudgedFinding, body: ManifestBody, texts: Texts): string {
  const range = severity === 'error' && at.part === 'value' && body.scalarSource(at.path) ? body.valueRange(at.path) : undefined;
  const written = range ? body.text.slice(range.start, range.end) : '';
  const characters = meantBy(written) === undefined ? [] : lookAlikesIn(written);
  if (characters.length === 0 || characters.some((name) => message.includes(name))) return message;
  return `${message.replace(/(?<![.?!])$/, '.')} ${texts('holds-unseen', { characters })}`;
}
