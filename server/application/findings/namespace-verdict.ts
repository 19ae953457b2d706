import type { NamespaceFacts } from '../../admission/namespace-facts.ts';
import { namespaceFindings } from '../../admission/namespace-findings.ts';
import { inDocument, type JudgedFinding } from '../../validation/judge/judged-finding.ts';
import type { Analysis, ObjectInText } from '../analysis.ts';
import { factsFor } from '../facts/known-facts.ts';

/** What is known of the namespace that an object would live in; nothing where a setting says to leave it aside. */
export function factsAbout(
  { judged }: Pick<ObjectInText, 'judged'>,
  { facts, settings }: Pick<Analysis, 'facts' | 'settings'>,
): NamespaceFacts | undefined {
  return settings.namespaceFacts ? factsFor(facts, judged.object?.metadata?.namespace) : undefined;
}

/** What its namespace says of an object. It is asked only of what the server would accept, and not of patches and templates: nobody knows their pods. */
export function namespaceVerdict({ judged, source }: ObjectInText, analysis: Analysis): readonly JudgedFinding[] {
  const { object, findings, at, filledInLater } = judged;
  if (!object || analysis.partial || filledInLater || source.document.body.templated) return [];
  if (findings.some(({ severity }) => severity === 'error')) return [];
  const found = namespaceFindings(object, factsAbout({ judged }, analysis), analysis.settings.kubernetesVersion);
  return found.map((finding) => inDocument(finding, at));
}
