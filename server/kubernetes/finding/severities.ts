import type { Severity } from './finding.ts';

/** The loudest first. */
export const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[];
