import { type UnexpandedVariable, unexpandedVariables } from '../../../estimate/runs/unexpanded-variable.ts';
import { type FieldPath, field, item } from '../../../kubernetes/finding/field-path.ts';
import { type Remedy, replacing } from '../../../kubernetes/finding/remedy.ts';
import { adviceRule, atValue, type RulePage } from '../rule/rule.ts';
import { containerAt, type Subject } from '../rule/subject.ts';

/** A variable that Kubernetes does not expand where it stands: the program gets its name instead of its value. */
export const unexpandedVariable = adviceRule({
  code: 'unexpanded-variable',
  tier: 'pitfall',
  level: 'info',
  carriedBy: 'job',
  english: inEnglish,
  korean: inKorean,
  check(subject) {
    const { pod, podPath, job } = subject;
    return (['initContainers', 'containers'] as const).flatMap((list) =>
      (pod[list] ?? []).flatMap((container, place) =>
        unexpandedVariables(container, job.completionMode === 'Indexed').map((found) => {
          const { text, name, cause, defined } = found;
          return atValue(pathOf(found, item(field(podPath, list), place)), { text, name, cause, defined, place: found.list });
        }),
      ),
    );
  },
  remedies: ({ path, args: { name, cause, defined } }, subject) =>
    cause === 'shell' && defined ? inKubernetesForm(path, name, subject) : [],
});

export const page: RulePage = {
  finds: 'A text has `$(NAME)` of a variable that is not defined there, or the `$NAME` of a shell where no shell runs',
  why: `Kubernetes expands one form, \`$(NAME)\`, in \`command\`, \`args\` and the values of \`env\`. A value sees the variables that stand before it; a name that it does not know stays as it is written, and nothing tells. \`JOB_COMPLETION_INDEX\` is set behind all others and in Indexed Jobs alone, so no value sees it, while \`command\` and \`args\` do.

\`$NAME\` and \`\${NAME}\` are for a shell, and without \`sh -c\` none reads them. Nothing is said where variables come from \`envFrom\`, of programs that read a \`$\` themselves, and of names between braces that the container does not define: other tools fill those in.`,
  advice: 'Write `$(NAME)`, and define the variable before it is used',
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
          args: [--region, $REGION]
          #                ^^^^^^^ unexpanded-variable
          env:
            - {name: REGION, value: north}
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
          args: [--region, $(REGION)]
          env:
            - {name: REGION, value: north}
          resources: {requests: {memory: 64Mi}}
`,
};

function pathOf({ list, place }: UnexpandedVariable, container: FieldPath): FieldPath {
  const entry = item(field(container, list), place);
  return list === 'env' ? field(entry, 'value') : entry;
}

type Said = Pick<UnexpandedVariable, 'text' | 'name' | 'cause' | 'defined'> & { readonly place: UnexpandedVariable['list'] };

function inEnglish({ text, name, cause, defined, place }: Said): string {
  switch (cause) {
    case 'later':
      return `\`${text}\` stays as it is, as ${name} is defined after it: put ${name} before it`;
    case 'index':
      return `\`${text}\` stays as it is, as the index is set behind all other variables: use it in command or args, or define it first by its annotation`;
    case 'not-indexed':
      return `\`${text}\` stays as it is, as only an Indexed Job has it: set completionMode to Indexed`;
    case 'shell':
      return `No shell reads \`${text}\` here, so it stays as it is: write $(${name})${defined ? '' : ` and define ${name} before it`}`;
    default:
      return `\`${text}\` stays as it is, as no variable ${name} is defined ${place === 'env' ? 'before it' : 'here'}: define it in env, or write $${text} if the text is meant`;
  }
}

function inKorean({ text, name, cause, defined }: Said): string {
  switch (cause) {
    case 'later':
      return `\`${text}\`보다 뒤에 ${name} 변수가 정의되어 그대로 남습니다. 앞으로 옮기십시오.`;
    case 'index':
      return `완료 인덱스는 다른 변수들 뒤에 설정되므로 \`${text}\` 부분이 그대로 남습니다. command나 args에서 쓰거나 먼저 정의하십시오.`;
    case 'not-indexed':
      return `Indexed 잡에만 있는 변수이므로 \`${text}\` 부분이 그대로 남습니다. completionMode를 Indexed로 설정하십시오.`;
    case 'shell':
      return `여기서는 셸이 읽지 않아 \`${text}\` 부분이 그대로 남습니다. ${defined ? '' : '변수를 먼저 정의하고 '}다음과 같이 쓰십시오: $(${name})`;
    default:
      return `정의되지 않은 변수 ${name}: \`${text}\` 부분이 그대로 남습니다. env에 정의하거나, 글자 그대로라면 $${text} 형식으로 쓰십시오.`;
  }
}

/** The same word with `$(NAME)` wherever the variable stands in it. */
function inKubernetesForm(path: FieldPath, name: string, subject: Subject): readonly Remedy[] {
  const container = containerAt(path, subject);
  const inEnv = path.segment === 'value';
  const place = Number(inEnv ? path.parent?.segment : path.segment);
  const list = path.parent?.segment === 'args' ? container?.args : container?.command;
  const word = inEnv ? container?.env?.[place]?.value : list?.[place];
  const written = new RegExp(`(?<!\\$)\\$(?:${name}(?!\\w)|\\{${name}\\})`, 'g');
  return word === undefined
    ? []
    : [
        replacing(
          path,
          word.replace(written, () => `$(${name})`),
        ),
      ];
}
