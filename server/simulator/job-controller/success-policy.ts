import type { SuccessPolicy } from '../../kubernetes/generated/types.ts';
import { below, type CompletionIndexes, countIndexes, countShared, listedIndexes } from '../objects/completion-indexes.ts';

/** The place of the first rule that the succeeded indexes meet, if any (pkg/controller/job/success_policy.go). */
export function metSuccessRule(policy: SuccessPolicy | undefined, succeeded: CompletionIndexes, completions: number): number | undefined {
  const count = countIndexes(succeeded);
  if (count === 0) return undefined;
  const place = (policy?.rules ?? []).findIndex(({ succeededIndexes, succeededCount }) => {
    if (succeededIndexes === undefined) return succeededCount !== undefined && count >= succeededCount;
    const wanted = below(listedIndexes(succeededIndexes), completions);
    if (wanted.length === 0) return false;
    const shared = countShared(succeeded, wanted);
    return shared === countIndexes(wanted) || (succeededCount !== undefined && shared >= succeededCount);
  });
  return place < 0 ? undefined : place;
}
