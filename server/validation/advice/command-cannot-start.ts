import { type FieldPath, field, item } from '../../kubernetes/finding/field-path.ts';
import type { Container } from '../../kubernetes/generated/types.ts';
import { type AdviceRule, atValue } from './rule.ts';

/** A program that does not exist: misspelt, on its own or in a script, written with its arguments in one word, or not in the image. */
export const commandCannotStart: AdviceRule<'command-cannot-start'> = {
  code: 'command-cannot-start',
  level: 'warning',
  check({ pod, podPath, runOf }) {
    for (const list of ['initContainers', 'containers'] as const) {
      for (const [place, container] of (pod[list] ?? []).entries()) {
        const { missing, misspelt } = runOf(container);
        const path = item(field(podPath, list), place);
        const { image = '' } = container;
        if (misspelt) return atValue(scriptIn(container, path, misspelt.command), { ...misspelt, cause: 'in-script', image });
        if (!missing) continue;
        const word = container.command?.length ? item(field(path, 'command'), 0) : item(field(path, 'args'), 0);
        const command = container.command?.[0] ?? container.args?.[0] ?? '';
        return atValue(word, { command, nearest: missing.nearest ?? '', cause: missing.kind, image });
      }
    }
    return undefined;
  },
};

/** The word of the command line in which a program is called. */
function scriptIn({ command = [], args = [] }: Container, path: FieldPath, program: string): FieldPath {
  const place = command.findLastIndex((word) => word.includes(program));
  if (place >= 0) return item(field(path, 'command'), place);
  return item(
    field(path, 'args'),
    Math.max(
      0,
      args.findLastIndex((word) => word.includes(program)),
    ),
  );
}
