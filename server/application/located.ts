import { textRange } from '../manifest/source.ts';
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
    range: textRange(source, locate(body, finding.at)),
    message: texts(finding.code, finding.args),
    related: (finding.related ?? []).map(({ at, code, args }) => ({
      range: textRange(source, locate(body, at)),
      message: texts(code, args),
    })),
  };
}
