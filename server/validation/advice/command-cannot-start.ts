import { estimateContainerRun } from '../../estimate/container-run.ts';
import { field, item } from '../../kubernetes/field-path.ts';
import { type AdviceRule, atValue } from './rule.ts';

/** A program that does not exist: misspelt, written with its arguments in one word, or not in the image. */
export const commandCannotStart: AdviceRule = {
  code: 'command-cannot-start',
  level: 'warning',
  check({ pod, podPath }) {
    for (const list of ['initContainers', 'containers'] as const) {
      for (const [place, container] of (pod[list] ?? []).entries()) {
        const { missing } = estimateContainerRun(container, pod);
        if (!missing) continue;
        const path = item(field(podPath, list), place);
        const word = container.command?.length ? item(field(path, 'command'), 0) : item(field(path, 'args'), 0);
        const command = container.command?.[0] ?? container.args?.[0] ?? '';
        return atValue(word, { command, nearest: missing.nearest ?? '', cause: missing.kind, image: container.image ?? '' });
      }
    }
    return undefined;
  },
};
