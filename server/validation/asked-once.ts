import type { FieldPath } from '../kubernetes/finding/field-path.ts';
import type { Finding } from '../kubernetes/finding/finding.ts';
import { oncePerVersion } from '../kubernetes/once-per-version.ts';
import type { RuleContext } from './context.ts';

/** Rules for a value, wherever it stands, that know nothing but the value and the version. */
type RulesOf<Value> = (value: Value, path: FieldPath, context: Pick<RuleContext, 'version'>) => Finding[];

/**
 * The same rules, which are not asked again of a value and a version of which they had nothing to say: that holds wherever the value
 * stands. What was found is not kept, as its paths tell where it was.
 */
export function askedOnce<Value extends object>(rules: RulesOf<Value>): RulesOf<Value> {
  const answerOf = oncePerVersion((_: Value): { isSilent: boolean } => ({ isSilent: false }));
  return (value, path, { version }) => {
    const answer = answerOf(value, version);
    if (answer.isSilent) return [];
    const found = rules(value, path, { version });
    answer.isSilent = found.length === 0;
    return found;
  };
}
