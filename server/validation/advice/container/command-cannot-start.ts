import { type FieldPath, field, item } from '../../../kubernetes/finding/field-path.ts';
import { type Remedy, replacing } from '../../../kubernetes/finding/remedy.ts';
import type { Container } from '../../../kubernetes/generated/types.ts';
import { adviceRule, atValue, type RulePage } from '../rule/rule.ts';
import { containerAt, type Subject } from '../rule/subject.ts';

/** A program that does not exist: misspelt, on its own or in a script, written with its arguments in one word, or not in the image. */
export const commandCannotStart = adviceRule({
  code: 'command-cannot-start',
  tier: 'pitfall',
  level: 'warning',
  ofValue: true,
  carriedBy: 'part',
  english: inEnglish,
  korean: inKorean,
  check({ pod, podPath, runOf }) {
    for (const list of ['initContainers', 'containers'] as const) {
      for (const [place, container] of (pod[list] ?? []).entries()) {
        const { missing, absent } = runOf(container);
        const path = item(field(podPath, list), place);
        const { image = '' } = container;
        if (absent) {
          const { command, nearest = '' } = absent;
          return atValue(scriptIn(container, path, command), { command, nearest, cause: 'in-script', image });
        }
        if (!missing) continue;
        const word = container.command?.length ? item(field(path, 'command'), 0) : item(field(path, 'args'), 0);
        const command = container.command?.[0] ?? container.args?.[0] ?? '';
        return atValue(word, { command, nearest: missing.nearest ?? '', cause: missing.kind, image });
      }
    }
    return undefined;
  },
  remedies: ({ path, args }, subject) => {
    if (args.cause === 'spaces') return wordByWord(path, args.command, subject);
    if (args.cause === 'in-script' && args.nearest !== '') return correctedScript(path, args, subject);
    return args.nearest === '' ? [] : [replacing(path, args.nearest)];
  },
});

export const page: RulePage = {
  finds: "The container's program does not exist",
  why: `Kubernetes accepts the manifest, but the container never runs. The pod fails with STATUS \`StartError\` and exit code 128, again and again until backoffLimit is reached. A script that calls such a program gets exit code 127 from it.

Found are slips of a common name (\`slepp\`), as a command or in a script, a command that holds its arguments in the same word (\`"sleep 30"\`), and programs that the image is known not to have, as a command or in a script that brings none itself (\`bash\` or \`curl\` in \`busybox\`), in init containers too. Images other than those of distributions are taken to hold any program that is not a slip of a common one.`,
  advice: 'Correct the name, and write each word as an item of its own',
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
          command: ["sleep 30"]
          #         ^^^^^^^^^^ command-cannot-start
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
          command: [sleep, "30"]
          resources: {requests: {memory: 64Mi}}
`,
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

type MissingProgram = {
  readonly command: string;
  readonly nearest: string;
  readonly cause: 'spaces' | 'in-script' | 'misspelt' | 'not-in-image';
  readonly image: string;
};

function inEnglish({ command, nearest, cause, image }: MissingProgram): string {
  if (cause === 'spaces') return `There is no program called \`${command}\`: write each word as an item of its own, or run it with sh -c`;
  if (cause === 'in-script' && nearest === '')
    return `The image ${image} has no program \`${command}\`, so the script goes on without it or ends with exit code 127: use another image or program`;
  if (cause === 'in-script')
    return `There is no program \`${command}\`, so the script goes on without it or ends with exit code 127: is \`${nearest}\` meant?`;
  if (cause === 'misspelt') return `There is no program \`${command}\`, so the container cannot start: is \`${nearest}\` meant?`;
  return `The image ${image} has no program \`${command}\`, so the container cannot start: use another image or program`;
}

function inKorean({ command, nearest, cause, image }: MissingProgram): string {
  if (cause === 'spaces')
    return `\`${command}\` 전체가 프로그램 이름 하나로 읽히므로 시작할 수 없습니다. 단어마다 목록 항목으로 나누거나 sh -c로 실행하십시오.`;
  if (cause === 'in-script' && nearest === '')
    return `이미지 ${image}에 \`${command}\` 프로그램이 없어 스크립트가 이를 건너뛰고 계속되거나 종료 코드 127로 끝납니다. 다른 이미지나 프로그램을 쓰십시오.`;
  if (cause === 'in-script')
    return `\`${command}\` 프로그램이 없어 스크립트가 이를 건너뛰고 계속되거나 종료 코드 127로 끝납니다. 혹시 \`${nearest}\`입니까?`;
  if (cause === 'misspelt') return `\`${command}\` 프로그램이 없어 컨테이너가 시작할 수 없습니다. 혹시 \`${nearest}\`입니까?`;
  return `이미지 ${image}에 \`${command}\` 프로그램이 없어 컨테이너가 시작할 수 없습니다. 다른 이미지나 프로그램을 쓰십시오.`;
}

/** A script of one line that names the program once, with the name that is meant. */
function correctedScript(path: FieldPath, { command, nearest }: MissingProgram, subject: Subject): readonly Remedy[] {
  const container = containerAt(path, subject);
  const list = path.parent?.segment === 'args' ? container?.args : container?.command;
  const script = list?.[Number(path.segment)] ?? '';
  const around = script.split(new RegExp(`(?<![\\w./-])${command.replace(/\W/g, '\\$&')}(?![\\w./-])`));
  if (script.includes('\n') || around.length !== 2) return [];
  return [replacing(path, around.join(nearest), { title: { code: 'fix-replace', args: { value: nearest } } })];
}

/** The words of a command that stands in one, before those that follow it. */
function wordByWord(path: FieldPath, command: string, subject: Subject): readonly Remedy[] {
  if (command.trim() === '' || !path.parent) return [];
  const container = containerAt(path, subject);
  const list = (path.parent.segment === 'args' ? container?.args : container?.command) ?? [];
  return [replacing(path.parent, [...command.trim().split(/\s+/), ...list.slice(1)])];
}
