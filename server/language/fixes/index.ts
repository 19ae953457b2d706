import { choices } from './choices.ts';
import type { Fix, FixContext, Fixer } from './fix.ts';
import { apiVersion, kind } from './kind.ts';
import { requiredField } from './required.ts';
import { restartPolicy } from './restart-policy.ts';
import { duplicateKey, lostIndentation, tabs } from './structure.ts';
import { removeIt, unknownField } from './unknown-field.ts';
import { duplicate, nearestNumber, validName, wrongType } from './values.ts';

/** By the code of the finding. */
const fixers: Readonly<Record<string, Fixer>> = {
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
  'field-too-new': removeIt,
  'field-gone': removeIt,
  'wrong-type': wrongType,
  'number-negative': nearestNumber,
  'number-range': nearestNumber,
  'job-indexed-limit': nearestNumber,
  'job-many-completions-limit': nearestNumber,
  'duplicate-value': duplicate,
  'cron-job-selector': removeIt,
  'cron-job-manual-selector': removeIt,
  'lost-indentation': lostIndentation,
  'yaml-tab-indentation': tabs,
  'yaml-duplicate-key': duplicateKey,
};

/** All fixes for a finding, the preferred first. */
export function fixesFor(context: FixContext): readonly Fix[] {
  const { finding } = context;
  const own = fixers[finding.code]?.(context) ?? [];
  const general = own.length ? [] : generalFixer(finding.code, finding.reason)(context);
  return [...own, ...general].sort((a, b) => Number(b.preferred ?? false) - Number(a.preferred ?? false));
}

/** What a kind of finding has in common, where its code has no fix of its own. */
function generalFixer(code: string, reason: string): Fixer {
  return (context) => {
    const chosen = choices(context);
    if (chosen.length) return chosen;
    if (reason === 'Required') return requiredField(context);
    if (/^name-(dns|port)/.test(code)) return validName(context);
    return [];
  };
}
