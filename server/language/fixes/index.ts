import type { Analysis } from '../../application/analysis.ts';
import type { ObjectFinding } from '../../application/located-finding.ts';
import type { Code } from '../../messages/en/index.ts';
import { addField, addMissing, addNear, fewerRetries, longerDeadline, memoryRequest, parallelismDown, setRestartPolicy } from './advice.ts';
import { choices } from './choices.ts';
import { bytes, command, path, requestAboveLimit, sidecar, trimmed, volumeUnknown, wholeScript } from './containers.ts';
import { type Fix, type FixContext, type Fixer, setTo } from './fix.ts';
import { apiVersion, kind } from './kind.ts';
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
import { replacement } from './replacement.ts';
import { requiredField } from './required.ts';
import { restartPolicy } from './restart-policy.ts';
import { revert } from './revert.ts';
import { daySeven, descriptor, eitherDay, fieldCount, noZone, unknownZone, zoneInSchedule } from './schedule.ts';
import { duplicateKey, lostIndentation, tabs, takenOut } from './structure.ts';
import { mayRemove, removeIt, unknownField } from './unknown-field.ts';
import { atMost, duplicate, intoRange, nearestTo, quantity, removeEntry, replacedBy, validName, wrongType } from './values.ts';

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
  'unknown-field': unknownField,
  'wrong-type': wrongType,
  'number-negative': replacedBy(0),
  'number-range': intoRange,
  'job-indexed-limit': atMost('limit'),
  'job-many-completions-limit': atMost('limit'),
  'duplicate-value': duplicate,
  'lost-indentation': lostIndentation,
  'yaml-tab-indentation': tabs,
  'yaml-duplicate-key': duplicateKey,
  'byte-order-mark': takenOut,
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
  'schedule-either-day': eitherDay,
  'schedule-field-count': fieldCount,
  'schedule-descriptor-unknown': descriptor,
  'cron-job-time-zone-unknown': unknownZone,
  'cron-job-time-zone-local': noZone,
  'cron-job-time-zone-empty': noZone,
  'cron-job-name-length': validName,

  'command-cannot-start': command,
  'image-name': replacement,
  'script-in-pieces': wholeScript,
  'sidecar-as-container': sidecar,
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
  'deadline-before-work': longerDeadline,
  'many-retries': fewerRetries,
  'unreachable-policy-rule': mayRemove,
  'gated-field': mayRemove,
  'parallelism-above-completions': parallelismDown,
  'logs-gone-at-limit': setRestartPolicy('Never'),
  'overlapping-runs': addNear('concurrencyPolicy', 'Forbid'),
  'replaced-before-done': addNear('concurrencyPolicy', 'Forbid'),
  'short-starting-deadline': nearestTo(300),
  'unremoved-job': addMissing(86_400),
  'no-memory-request': memoryRequest,
};

/** What may not be there at all. */
const toRemove: ReadonlySet<Code> = new Set<Code>([
  'field-too-new',
  'field-gone',
  'cron-job-selector',
  'cron-job-manual-selector',
  'job-selector-not-generated',
  'not-on-windows',
  'not-on-linux',
  'init-container-field',
  'ephemeral-container-field',
  'ephemeral-containers-template',
  'container-restart-policy',
  'restart-rules-sidecar',
  'probe-grace-period-readiness',
  'pod-resources-claims',
  'selector-values-forbidden',
  'toleration-exists-value',
  'min-domains-policy',
  'hostname-override-network',
  'annotation-mirror',
  'annotation-tolerations',
  'localhost-profile-unused',
  'liveness-probe',
  'claim-template-metadata',
  'projection-empty',
  'job-name-as-own-label',
  'job-controller-uid-label',
  'schedule-zone-only',
]);

/** The fixes of a finding, the preferred first. */
export function fixesOf({ texts }: Analysis, { object, finding }: ObjectFinding): readonly Fix[] {
  const { kind, at } = object.judged;
  const context = { source: object.source, finding, kind: kind ?? 'Job', base: at, texts };
  const own = toRemove.has(finding.code) ? removeIt(context) : ownFixes(context);
  const all = own.length ? own : generalFixes(context);
  return [...all].sort((a, b) => Number(b.preferred ?? false) - Number(a.preferred ?? false));
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
