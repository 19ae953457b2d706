import { type FieldPath, field, item, nodePath } from '../../../kubernetes/finding/field-path.ts';
import type { Remedy } from '../../../kubernetes/finding/remedy.ts';
import { adviceRule, atValue, type RulePage } from '../rule/rule.ts';
import { containerAt, type Subject } from '../rule/subject.ts';

/** `sh -c` takes one script: words behind it are the script's parameters, so `sh -c sleep 30` runs `sleep` without a time. */
export const scriptInPieces = adviceRule({
  code: 'script-in-pieces',
  tier: 'pitfall',
  level: 'warning',
  ofValue: true,
  carriedBy: 'part',
  english:
    'sh -c runs only the word behind it, `{script}`; `{rest}` are parameters that it does not see: put the whole command into one string',
  korean:
    'sh -c는 바로 뒤의 `{script}`만 실행하고, 나머지(`{rest}`)는 그 명령이 쓰지 않는 매개변수가 됩니다. 명령 전체를 한 문자열로 쓰십시오.',
  check({ pod, podPath }) {
    for (const list of ['initContainers', 'containers'] as const) {
      for (const [place, { command = [], args = [] }] of (pod[list] ?? []).entries()) {
        const words = [...command, ...args];
        const option = words.findIndex((word) => /^-[a-z]*c$/.test(word));
        const [program = '', script = '', next] = [words[0], words[option + 1], words[option + 2]];
        if (option < 1 || !/^(?:.*\/)?(?:ba|da|a|z|k)?sh$/.test(program)) continue;
        if (next === undefined || script.startsWith('-') || !/^[\w./-]+$/.test(script) || /\$/.test(words.join(' '))) continue;
        // What is no text was read as none.
        if (words.slice(option + 2).includes('')) continue;
        const path = item(field(podPath, list), place);
        const at = option + 1;
        const word = at < command.length ? item(field(path, 'command'), at) : item(field(path, 'args'), at - command.length);
        return atValue(word, { script, rest: words.slice(option + 2).join(' ') });
      }
    }
    return undefined;
  },
  remedies: ({ path }, subject) => wholeScript(path, subject),
});

export const page: RulePage = {
  finds: '`sh -c` is followed by more than one word, and the first of them is a single program',
  why: "The shell runs the one word behind `-c` as its script; further words become the script's parameters. `sh -c sleep 30` runs `sleep` without a time, which fails.",
  advice: 'Put the whole command into one string, or leave the shell out',
  wrong: `
apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  ttlSecondsAfterFinished: 86400
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
          image: registry.example/report:1.4
          command: [sh, -c]
          args: [sleep, "30"]
          #      ^^^^^ script-in-pieces
          resources: {requests: {memory: 64Mi}}
`,
  right: `
apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  ttlSecondsAfterFinished: 86400
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
          image: registry.example/report:1.4
          command: [sh, -c, "sleep 30"]
          resources: {requests: {memory: 64Mi}}
`,
};

function wholeScript(path: FieldPath, subject: Subject): readonly Remedy[] {
  const list = path.parent;
  const container = containerAt(path, subject);
  if (!list || !container || typeof path.segment !== 'number') return [];
  const inCommand = list.segment === 'command';
  const words = (inCommand ? container.command : container.args) ?? [];
  const behind = inCommand ? (container.args ?? []) : [];
  const script = [...words.slice(path.segment), ...behind].join(' ');
  const whole = { does: 'set', path: nodePath(list), value: [...words.slice(0, path.segment), script] } as const;
  const rest = { does: 'remove', path: [...nodePath(list).slice(0, -1), 'args'] } as const;
  return [{ title: { code: 'fix-whole-script', args: {} }, changes: behind.length ? [whole, rest] : [whole], preferred: true }];
}
