import type { NamespaceFacts } from '../../admission/namespace-facts.ts';
import type { Analysis, ObjectInText } from '../analysis.ts';
import { factsInWords } from '../facts/facts-words.ts';
import { factsFor } from '../facts/known-facts.ts';

/** What is known of the namespace that an object would live in; nothing where a setting says to leave it aside. */
export function factsAbout(
  { judged }: Pick<ObjectInText, 'judged'>,
  { facts, settings }: Pick<Analysis, 'facts' | 'settings'>,
): NamespaceFacts | undefined {
  return settings.namespaceFacts ? factsFor(facts, judged.object?.metadata?.namespace) : undefined;
}

/** What is in force in the namespaces that the objects of a file live in: `work: Pod Security enforce=baseline`, each line once. */
export function factsInForce(analysis: Analysis): readonly string[] {
  const lines = analysis.objects.flatMap((object) => {
    const facts = factsAbout(object, analysis);
    const namespace = object.judged.object?.metadata?.namespace ?? analysis.facts.namespace;
    return facts ? factsInWords(facts).map((words) => (namespace === undefined ? words : `${namespace}: ${words}`)) : [];
  });
  return [...new Set(lines)];
}
