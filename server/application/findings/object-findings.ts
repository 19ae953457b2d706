import { readIgnores } from '../../manifest/ignores.ts';
import { textRange } from '../../manifest/source.ts';
import { isPractice, type JudgedFinding } from '../../validation/judge/judged-finding.ts';
import { isFilledInLater } from '../../validation/judge/unsaid.ts';
import type { Analysis, ObjectInText } from '../analysis.ts';
import { locate } from '../locate.ts';
import { byPosition, type ObjectFinding, type ObjectName, objectName } from '../located-finding.ts';
import { immutableChanges } from './immutable-changes.ts';
import { hasLostIndentation } from './lost-indentation.ts';
import { namespaceVerdict } from './namespace-verdict.ts';
import { withPracticesOnce } from './practices.ts';

/** What is to be said of the Jobs and CronJobs of a file, in the order of the text. */
export function objectFindings(analysis: Analysis): readonly ObjectFinding[] {
  const ignores = readIgnores(analysis.text.getText());
  const isIgnored = ({ finding, range }: ObjectFinding) =>
    finding.severity !== 'error' && ignores.isIgnored(finding.code, range.start.line);
  const found = analysis.objects
    .flatMap((object) => {
      const about = objectName(object);
      return [...findingsOf(object), ...namespaceVerdict(object, analysis), ...changesOf(object, analysis)].map((finding) =>
        located(object, about, finding, analysis),
      );
    })
    .filter((found) => isWanted(found.finding, analysis) && !isIgnored(found))
    .sort(byPosition);
  return withPracticesOnce(found);
}

/** Where every key lost its indentation, all that follows from it is one finding. */
function findingsOf({ source, judged }: ObjectInText): readonly JudgedFinding[] {
  if (!hasLostIndentation(source.document.body, judged)) return judged.findings;
  const first = judged.findings.find(({ reason }) => reason === 'NotYAML' || reason === 'UnknownField');
  return first ? [{ ...first, code: 'lost-indentation', args: {} }] : judged.findings;
}

function changesOf({ judged, source }: ObjectInText, { committed, settings }: Analysis): readonly JudgedFinding[] {
  if (!settings.immutableFields || committed.length === 0) return [];
  return immutableChanges(judged, committed, settings.kubernetesVersion).filter((change) => !isFilledInLater(change, source.document.body));
}

function located(object: ObjectInText, about: ObjectName, finding: JudgedFinding, { texts }: Analysis): ObjectFinding {
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

function isWanted(finding: JudgedFinding, { settings: { advice } }: Analysis): boolean {
  if (finding.reason !== 'Advice') return true;
  switch (advice) {
    case 'all':
      return true;
    case 'pitfalls':
      return !isPractice(finding);
    case 'warnings':
      return finding.severity === 'warning';
    case 'off':
      return false;
  }
}
