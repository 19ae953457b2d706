import type { Range } from 'vscode-languageserver-types';
import type { Finding } from '../../kubernetes/finding/finding.ts';
import { readIgnores } from '../../manifest/ignores.ts';
import { textRange } from '../../manifest/source.ts';
import type { Analysis, ObjectInText } from '../analysis.ts';
import { locate } from '../locate.ts';
import { immutableChanges } from './immutable-changes.ts';
import { hasLostIndentation } from './lost-indentation.ts';

/** A finding with its place in the text and its words. */
export interface LocatedFinding {
  readonly object: ObjectInText;
  readonly finding: Finding;
  /** Lines and columns count from 0, in UTF-16 units, the end exclusive. */
  readonly range: Range;
  readonly message: string;
  readonly related: readonly { readonly range: Range; readonly message: string }[];
}

/** Everything that is to be said of a file, in the order of the text: the same for editors and the command line. */
export function locateFindings(analysis: Analysis): readonly LocatedFinding[] {
  const ignores = readIgnores(analysis.text.getText());
  return analysis.objects
    .flatMap((object) => [...findingsOf(object), ...changesOf(object, analysis)].map((finding) => located(object, finding, analysis)))
    .filter(
      ({ finding, object, range }) =>
        isWanted(finding, analysis) &&
        !isTemplated(finding, object) &&
        !(finding.severity !== 'error' && ignores.isIgnored(finding.code, range.start.line)),
    )
    .sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
}

/** Where every key lost its indentation, all that follows from it is one finding. */
function findingsOf({ source, judged }: ObjectInText): readonly Finding[] {
  if (!hasLostIndentation(source.document.body, judged)) return judged.findings;
  const first = judged.findings.find(({ reason }) => reason === 'NotYAML' || reason === 'UnknownField');
  return first ? [{ ...first, code: 'lost-indentation', args: {} }] : judged.findings;
}

function changesOf({ judged }: ObjectInText, { committed, settings }: Analysis): readonly Finding[] {
  return settings.immutableFields && committed.length ? immutableChanges(judged, committed, settings.kubernetesVersion) : [];
}

function located(object: ObjectInText, finding: Finding, { texts }: Analysis): LocatedFinding {
  const { source } = object;
  const { body } = source.document;
  return {
    object,
    finding,
    range: textRange(source, locate(body, finding.at)),
    message: texts(finding.code, finding.args),
    related: (finding.related ?? []).map(({ at, code, args }) => ({
      range: textRange(source, locate(body, at)),
      message: texts(code, args),
    })),
  };
}

function isWanted({ reason, severity }: Finding, { settings: { advice } }: Analysis): boolean {
  return reason !== 'Advice' || advice === 'all' || (advice === 'warnings' && severity === 'warning');
}

/** A value that a template fills in later cannot be judged; what concerns the whole document is no such value. */
function isTemplated({ at }: Finding, { source: { document } }: ObjectInText): boolean {
  if (!document.body.templated || at.path.length === 0) return false;
  const range = document.body.valueRange(at.path);
  const text = range ? document.body.text.slice(range.start, range.end) : '';
  return text.includes('{{') && (!text.includes('\n') || document.body.scalarSource(at.path) !== undefined);
}
