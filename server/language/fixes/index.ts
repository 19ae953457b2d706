import type { Analysis } from '../../application/analysis.ts';
import type { ObjectFinding } from '../../application/located-finding.ts';
import { knownPlace } from '../../kubernetes/fields/places.ts';
import { holdsPlaceholder } from '../../kubernetes/values/placeholder.ts';
import { placeInObject } from '../../kubernetes/written-part.ts';
import type { Source } from '../../manifest/source.ts';
import type { Code } from '../../messages/en/index.ts';
import { isAdvice, type JudgedFinding } from '../../validation/judge/judged-finding.ts';
import { isOfFilling } from '../../validation/judge/unsaid.ts';
import { commentOut } from '../writing/comment-out.ts';
import { replaceUnseen, spacesForUnseen } from './as-seen.ts';
import { choices } from './choices.ts';
import { bytes, path, requestAboveLimit, trimmed, volumeUnknown } from './containers.ts';
import { addField, type Fix, type FixContext, type Fixer, fix, setTo } from './fix.ts';
import { apiVersion, kind, wrongKind } from './kind.ts';
import { keepsPlaceholders } from './placeholders.ts';
import {
  completionsMissing,
  failIndex,
  needsIndexed,
  oneRequirement,
  policyContainer,
  selectorByHand,
  someRequirement,
  someValues,
  sortedValues,
  withoutZero,
} from './policies.ts';
import { remedyFixes } from './remedies.ts';
import { replacement } from './replacement.ts';
import { requiredField } from './required.ts';
import { restartPolicy } from './restart-policy.ts';
import { revert } from './revert.ts';
import { daySeven, descriptor, fieldCount, noZone, unknownZone, zoneInSchedule } from './schedule.ts';
import { duplicateKey, lostIndentation, takenOut } from './structure.ts';
import { blankBehindColon, colon, mends, unknownAnchor } from './syntax.ts';
import { mayRemove, removeIt, unknownField } from './unknown-field.ts';
import { atMost, duplicate, intoRange, nearestTo, quantity, removeEntry, replacedBy, validName } from './values.ts';
import { wrongType } from './wrong-type.ts';

/** By the code of the finding. */
const fixers: { readonly [C in Code]?: Fixer<C> } = {
  'job-restart-policy': restartPolicy,
  'job-restart-policy-missing': restartPolicy,
  'job-restart-policy-pod-failure-policy': restartPolicy,
  'no-api-version': apiVersion,
  'unknown-api-version': apiVersion,
  'api-version-unreadable': apiVersion,
  'cron-job-v1beta1': apiVersion,
  'no-kind': kind,
  'unknown-kind': kind,
  'wrong-kind': wrongKind,
  'unknown-field': unknownField,
  'wrong-type': wrongType,
  'number-negative': replacedBy(0),
  'number-range': intoRange,
  'job-indexed-limit': atMost('limit'),
  'job-many-completions-limit': atMost('limit'),
  'duplicate-value': duplicate,
  'lost-indentation': lostIndentation,
  'unseen-blanks': spacesForUnseen,
  'yaml-separator-misread': mends,
  'yaml-signs-misread': mends,
  'yaml-tab-indentation': mends,
  'yaml-quotes-needed': mends,
  'yaml-colon-in-text': mends,
  'yaml-two-keys': mends,
  'yaml-quote-open': mends,
  'yaml-quote-inside': mends,
  'yaml-colon-missing': colon,
  'yaml-blank-behind-colon': blankBehindColon,
  'yaml-blank-behind-dash': mends,
  'yaml-list-beside-key': mends,
  'yaml-block-header': mends,
  'yaml-bracket-open': mends,
  'yaml-lines-too-far-right': mends,
  'yaml-column-left': mends,
  'yaml-column-right': mends,
  'yaml-control-character': mends,
  'yaml-syntax': mends,
  'yaml-not-read': mends,
  'yaml-behind-end': mends,
  'yaml-unknown-anchor': unknownAnchor,
  'yaml-bracket-extra': mends,
  'yaml-comment': mends,
  'yaml-duplicate-key': duplicateKey,
  'yaml-directive': takenOut,

  'job-needs-indexed': needsIndexed,
  'job-completions-missing': completionsMissing,
  'job-max-failed-indexes-completions': atMost('completions'),
  'job-selector-missing': selectorByHand,
  'job-selector-none': selectorByHand,
  'job-selector-mismatch': selectorByHand,
  'job-pod-replacement-policy-failure-policy': setTo('podReplacementPolicy', 'Failed'),
  'pod-failure-policy-values-order': sortedValues,
  'pod-failure-policy-values-missing': someValues,
  'pod-failure-policy-exit-code-zero': withoutZero,
  'pod-failure-policy-rule-both': oneRequirement,
  'pod-failure-policy-rule-neither': someRequirement,
  'pod-failure-policy-container': policyContainer,
  'pod-failure-policy-fail-index': failIndex,
  'success-policy-rule-empty': addField('succeededCount', 1),
  'success-policy-count-completions': atMost('completions'),
  'success-policy-count-indexes': atMost('listed'),

  'cron-job-schedule-time-zone': zoneInSchedule,
  'cron-job-two-time-zones': zoneInSchedule,
  'schedule-above': daySeven,
  'schedule-field-count': fieldCount,
  'schedule-descriptor-unknown': descriptor,
  'cron-job-time-zone-unknown': unknownZone,
  'cron-job-time-zone-local': noZone,
  'cron-job-time-zone-empty': noZone,
  'cron-job-name-length': validName,

  'request-above-limit': requestAboveLimit,
  'request-unlike-limit': requestAboveLimit,
  'mount-volume-unknown': volumeUnknown,
  'unreadable-quantity': quantity,
  'bytes-fractional': bytes,
  'image-blanks': trimmed,
  'image-pull-secret-empty': removeEntry,
  'image-pull-secret-twice': removeEntry,
  'localhost-profile-blanks': trimmed,
  'path-absolute': path,
  'path-relative': path,
  'probe-success-threshold': nearestTo(1),
  'number-positive': nearestTo(1),
  'grace-period-negative': nearestTo(0),
  'resize-policy-never': setTo('restartPolicy', 'NotRequired'),
  'resize-policy-init': setTo('restartPolicy', 'NotRequired'),
  'restart-rules-policy-missing': setTo('restartPolicy', 'Never'),
  'toleration-key-missing': setTo('operator', 'Exists'),
  'toleration-seconds-effect': setTo('effect', 'NoExecute'),
  'host-process-network': setTo('hostNetwork', true),
  'recursive-read-only-writable': setTo('readOnly', true),

  'immutable-change': revert,
  'gated-field': mayRemove,

  // What may not be there at all.
  'field-too-new': removeIt,
  'field-gone': removeIt,
  'cron-job-selector': removeIt,
  'cron-job-manual-selector': removeIt,
  'job-selector-not-generated': removeIt,
  'not-on-windows': removeIt,
  'not-on-linux': removeIt,
  'init-container-field': removeIt,
  'ephemeral-container-field': removeIt,
  'ephemeral-containers-template': removeIt,
  'container-restart-policy': removeIt,
  'restart-rules-sidecar': removeIt,
  'probe-grace-period-readiness': removeIt,
  'pod-resources-claims': removeIt,
  'selector-values-forbidden': removeIt,
  'toleration-exists-value': removeIt,
  'min-domains-policy': removeIt,
  'hostname-override-network': removeIt,
  'annotation-mirror': removeIt,
  'annotation-tolerations': removeIt,
  'localhost-profile-unused': removeIt,
  'claim-template-metadata': removeIt,
  'projection-empty': removeIt,
  'job-name-as-own-label': removeIt,
  'job-controller-uid-label': removeIt,
  'schedule-zone-only': removeIt,
};

/** The fixes of a finding, the preferred first. */
export function fixesOf({ texts }: Analysis, { object, finding }: ObjectFinding): readonly Fix[] {
  const { kind, at, carrier } = object.judged;
  const written = { at, part: carrier?.carried.part ?? [] };
  const surroundings = { source: object.source, kind: kind ?? 'Job', written, isCarried: carrier !== undefined, texts };
  // Only the fix of a variable may touch it: the finding says that nobody fills it in.
  const ofVariable = finding.code === 'unexpanded-variable' || isOfFilling(finding);
  if (!ofVariable && isFilledIn(object.source, finding)) return [];
  const meant = remedyFixes(finding.remedies ?? [], surroundings);
  const fixes = isAdvice(finding) ? meant : onePreferred([...meant, ...fixesByCode({ ...surroundings, finding })]);
  const kept = ofVariable ? fixes : fixes.filter((one) => keepsPlaceholders(object.source.text, one));
  return [...kept].sort((a, b) => Number(b.preferred ?? false) - Number(a.preferred ?? false));
}

/** Whether another program puts a value in the place of what a finding is about: no fix knows better. */
function isFilledIn({ document: { body } }: Source, { at: { path, part } }: JudgedFinding): boolean {
  const written = part === 'key' ? String(path.at(-1)) : body.scalarSource(path)?.text;
  return part !== 'parent' && written !== undefined && holdsPlaceholder(written);
}

/** What was meant by whoever wrote it goes before what is usual. */
function onePreferred(fixes: readonly Fix[]): readonly Fix[] {
  const first = fixes.findIndex(({ preferred }) => preferred);
  return fixes.map(({ preferred, ...one }, index) => (index === first && preferred ? { ...one, preferred } : one));
}

function fixesByCode(context: FixContext): readonly Fix[] {
  const unseen = replaceUnseen(context);
  if (unseen.length) return unseen;
  const own = ownFixes(context);
  const fixes = own.length ? own : generalFixes(context);
  return fixes.length || context.finding.remedies?.length ? fixes : asComment(context);
}

/** Where nobody can say what was meant: what may be left out as a comment, which keeps it and is accepted. */
function asComment({ source, finding, texts, kind, written }: FixContext): readonly Fix[] {
  const { severity, at } = finding;
  const field = at.path.at(-1);
  const place = knownPlace(kind, placeInObject(written, at.path));
  if (severity !== 'error' || typeof field !== 'string' || at.part === 'parent' || place?.field.required) return [];
  const fixes = fix(texts('fix-comment-out', { field }), commentOut(source, at.path), true);
  return fixes.map((one) => ({ ...one, onlyAsked: true }));
}

function ownFixes<C extends Code>(context: FixContext<C>): readonly Fix[] {
  return fixers[context.finding.code]?.(context) ?? [];
}

/** What a kind of finding has in common, where its code has no fix of its own. */
function generalFixes(context: FixContext): readonly Fix[] {
  const { code, reason } = context.finding;
  const chosen = choices(context);
  if (chosen.length) return chosen;
  if (reason === 'Required') return requiredField(context);
  return /^name-(dns|port)/.test(code) ? validName(context) : replacement(context);
}
