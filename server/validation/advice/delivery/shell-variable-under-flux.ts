import { scriptPlace } from '../../../estimate/shell/programs/wrappers.ts';
import { type FieldPath, field, item, nodePath } from '../../../kubernetes/finding/field-path.ts';
import type { Remedy } from '../../../kubernetes/finding/remedy.ts';
import type { Container } from '../../../kubernetes/generated/types.ts';
import type { TakenByFlux } from '../../../plain/taken-by-flux.ts';
import { adviceRule, type RulePage } from '../rule/rule.ts';
import type { Subject } from '../rule/subject.ts';

/** A shell's own `${NAME}` in a script that Flux fills in: Flux takes it for a variable of its own, and the shell never sees it. */
export const shellVariableUnderFlux = adviceRule({
  code: 'shell-variable-under-flux',
  tier: 'pitfall',
  level: 'warning',
  english: ({ written, becomes }: Told) => `${inEnglish[becomes](written)}: write ${escaped(written)} to leave it to the shell`,
  korean: ({ written, becomes }) => `${inKorean[becomes](written)} 셸에 맡기려면 ${escaped(written)} 형식으로 쓰십시오.`,
  check: (subject) =>
    scriptsOf(subject).flatMap(({ path, container }) => {
      const taken = takenFrom(path, container, subject);
      const worst = taken.find(({ becomes }) => becomes === 'unreadable') ?? taken[0];
      const { range, written = '', becomes = 'nothing' } = worst ?? {};
      return worst ? [{ path, part: 'value' as const, ...(range ? { range } : {}), args: { written, becomes } }] : [];
    }),
  remedies: ({ path }, subject) =>
    scriptsOf(subject)
      .filter((one) => `${nodePath(one.path)}` === `${nodePath(path)}`)
      .flatMap(({ container }) => escaping(path, takenFrom(path, container, subject))),
});

export const page: RulePage = {
  finds: 'A script has a variable of its own between braces, and Flux fills in variables where it is applied',
  why: `Where a Kustomization of Flux has \`postBuild\`, Flux puts values in the place of each \`\${NAME}\` in all that it applies, scripts included. A name to which it gives no value becomes nothing, or the default behind it (\`:-\`, \`:=\`), before a shell sees it; of forms that it cannot read, such as \`\${list[@]}\` or \`\${NAME-default}\`, it refuses to apply anything. \`$NAME\` and \`$(…)\` it leaves alone.

Which names are the shell's is known where all values of Flux are in the repository, or where the script or the container sets the name. Nothing is said of an object with the label or annotation \`kustomize.toolkit.fluxcd.io/substitute: disabled\`.`,
  advice: 'Write `$` before it, as in `$${`, which Flux makes `${` of, or leave the braces out',
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
          command:
            - sh
            - -c
            - |
              for day in mon tue; do
                report --region \${REGION} --day "\${day}"
                #                                ^^^^^^ shell-variable-under-flux
              done
          resources: {requests: {memory: 64Mi}}
---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: report
  namespace: flux-system
spec:
  path: ./report
  postBuild:
    substitute:
      REGION: north
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
          command:
            - sh
            - -c
            - |
              for day in mon tue; do
                report --region \${REGION} --day "$\${day}"
              done
          resources: {requests: {memory: 64Mi}}
---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: report
  namespace: flux-system
spec:
  path: ./report
  postBuild:
    substitute:
      REGION: north
`,
};

type Told = Pick<TakenByFlux, 'written' | 'becomes'>;

const inEnglish: Readonly<Record<Told['becomes'], (written: string) => string>> = {
  nothing: (written) => `Flux puts nothing in the place of \`${written}\` before the shell sees it`,
  default: (written) => `Flux puts the default in the place of \`${written}\`, whatever the shell knows of it`,
  unreadable: (written) => `Flux cannot read \`${written}\` and applies nothing`,
};

const inKorean: Readonly<Record<Told['becomes'], (written: string) => string>> = {
  nothing: (written) => `셸이 보기 전에 Flux가 \`${written}\` 부분을 빈 값으로 바꿉니다.`,
  default: (written) => `셸의 값과 관계없이 Flux가 \`${written}\` 부분을 기본값으로 바꿉니다.`,
  unreadable: (written) => `Flux가 \`${written}\` 부분을 읽지 못해 아무것도 적용하지 않습니다.`,
};

interface Script {
  readonly path: FieldPath;
  readonly container: Container;
}

/** The words of containers that a shell takes for its script. */
function scriptsOf({ pod, podPath, takenByFlux }: Subject): readonly Script[] {
  if (takenByFlux.length === 0) return [];
  return (['initContainers', 'containers'] as const).flatMap((list) =>
    (pod[list] ?? []).flatMap((container, place): readonly Script[] => {
      const { command = [], args = [] } = container;
      const at = scriptPlace([...command, ...args]);
      if (at === undefined) return [];
      const path = item(field(podPath, list), place);
      const inCommand = at < command.length;
      return [{ path: item(field(path, inCommand ? 'command' : 'args'), inCommand ? at : at - command.length), container }];
    }),
  );
}

/** What Flux takes out of a script that is the shell's. A default may be meant for Flux, but where the script or the container sets the name. */
function takenFrom(path: FieldPath, { env = [], command = [], args = [] }: Container, { takenByFlux }: Subject): readonly TakenByFlux[] {
  const here = `${nodePath(path)}`;
  const script = [...command, ...args].join('\n');
  const isSet = (name: string) => /^\d+$/.test(name) || env.some((one) => one.name === name) || setsVariable(script, name);
  return takenByFlux.filter(
    ({ path: of, becomes, name, isSure }) =>
      `${of}` === here && (becomes === 'unreadable' || isSet(name) || (becomes === 'nothing' && isSure)),
  );
}

/** Whether a script gives a variable a value, as far as its words tell. */
function setsVariable(script: string, name: string): boolean {
  return new RegExp(
    `(?<![\\w$\\{.-])(?:${name}\\+?=|(?:for|local|export|declare|readonly|typeset|getopts|read|mapfile|readarray)\\b[^\\n;|&]*[ \\t]${name}(?!\\w))`,
    'u',
  ).test(script);
}

/** A `$` before each of them; none where one is not written as it reads. */
function escaping(path: FieldPath, taken: readonly TakenByFlux[]): readonly Remedy[] {
  const [first] = taken;
  if (!first || taken.some(({ range }) => range === undefined)) return [];
  const places = taken.flatMap(({ written, range }) => [...written.matchAll(/\$\{/g)].map(({ index }) => (range?.start ?? 0) + index));
  return [
    {
      title: { code: 'fix-escape-for-flux', args: { escaped: escaped(first.written), text: first.written } },
      changes: [{ does: 'insert', path: nodePath(path), places, text: '$' }],
      preferred: true,
    },
  ];
}

/** With what may be within it. */
function escaped(written: string): string {
  return written.replaceAll('${', '$$${');
}
