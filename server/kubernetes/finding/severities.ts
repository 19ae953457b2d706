import type { Severity } from './finding.ts';

/** The loudest first. */
export const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[];

/** How many of some findings are errors. */
export function errorsAmong(findings: readonly { readonly severity: Severity }[]): number {
  return findings.filter(({ severity }) => severity === 'error').length;
}

/** Whether one is as severe as another, or more. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(least);
}
