import { namespaceFindings } from '../../admission/namespace-findings.ts';
import { inDocument, type JudgedFinding } from '../../validation/judge/judged-finding.ts';
import type { Analysis, ObjectInText } from '../analysis.ts';
import { factsAbout } from './facts-in-force.ts';

/** What its namespace says of an object. It is asked only of what the server would accept, and not of patches and templates: nobody knows their pods. */
export function namespaceVerdict({ judged, source, partial }: ObjectInText, analysis: Analysis): readonly JudgedFinding[] {
  const { object, findings, at, filledInLater } = judged;
  if (!object || partial || filledInLater || source.document.body.templated) return [];
  if (findings.some(({ severity }) => severity === 'error')) return [];
  const found = namespaceFindings(object, factsAbout({ judged }, analysis), analysis.settings.kubernetesVersion);
  return found.map((finding) => inDocument(finding, at));
}
