import { field, item } from '../../kubernetes/finding/field-path.ts';
import { type AdviceRule, atValue } from './rule.ts';

/** `sh -c` takes one script: words behind it are the script's parameters, so `sh -c sleep 30` runs `sleep` without a time. */
export const scriptInPieces: AdviceRule<'script-in-pieces'> = {
  code: 'script-in-pieces',
  level: 'warning',
  check({ pod, podPath }) {
    for (const list of ['initContainers', 'containers'] as const) {
      for (const [place, { command = [], args = [] }] of (pod[list] ?? []).entries()) {
        const words = [...command, ...args];
        const option = words.findIndex((word) => /^-[a-z]*c$/.test(word));
        const [program = '', script = '', next] = [words[0], words[option + 1], words[option + 2]];
        if (option < 1 || !/^(?:.*\/)?(?:ba|da|a|z|k)?sh$/.test(program)) continue;
        if (next === undefined || !/^[\w./-]+$/.test(script) || /\$/.test(words.join(' '))) continue;
        const path = item(field(podPath, list), place);
        const at = option + 1;
        const word = at < command.length ? item(field(path, 'command'), at) : item(field(path, 'args'), at - command.length);
        return atValue(word, { script, rest: words.slice(option + 2).join(' ') });
      }
    }
    return undefined;
  },
};
