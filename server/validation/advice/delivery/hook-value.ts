import { type FieldPath, field, key, root } from '../../../kubernetes/finding/field-path.ts';
import { replacing } from '../../../kubernetes/finding/remedy.ts';
import { hookAnnotations, hookNames, isHookName } from '../../../kubernetes/names/hook-annotations.ts';
import { nearestNames } from '../../../kubernetes/names/nearest-name.ts';
import { type Advice, adviceRule, atValue, type RulePage } from '../rule/rule.ts';

/** A name in a hook's annotation that its tool does not know: Helm and Argo CD say nothing, and do nothing. */
export const hookValue = adviceRule({
  code: 'hook-value',
  tier: 'pitfall',
  level: 'warning',
  ofValue: true,
  english: inEnglish,
  korean: inKorean,
  check({ metadata: { annotations = {} } }) {
    for (const [annotation, about] of Object.entries(hookAnnotations)) {
      const value = annotations[annotation];
      const name = value === undefined ? undefined : hookNames(value).find((one) => !isHookName(one, about));
      if (name === undefined || isFilledIn(name)) continue;
      const [nearest = ''] = nearestNames(name, about.known);
      const { tool, says, known } = about;
      return atValue(annotationPath(annotation), { tool, name, nearest, says, known: known.join(', ') });
    }
    return undefined;
  },
  remedies: (found, { metadata }) => corrected(found, metadata.annotations?.[String(found.path.segment)] ?? ''),
});

export const page: RulePage = {
  finds: 'A hook of Helm or Argo CD has a phase or a delete policy that there is not',
  why: `Both tools pass over what they do not know, without a word that anybody reads:

- Helm creates nothing at all for an object with a hook that it does not know, not even where others of the same annotation are right. A delete policy that it does not know is one that never applies, and the default no longer does: the next release stops at "already exists".
- Argo CD creates nothing for a hook of which it knows no phase, and names are to be written as it writes them (\`PreSync\`). A delete policy that it does not know counts for nothing.`,
  advice: 'Write the name as the tool knows it; completion offers all of them',
  wrong: `
apiVersion: batch/v1
kind: Job
metadata:
  name: report
  annotations:
    helm.sh/hook: pre-upgrad,post-install
    #             ^^^^^^^^^^^^^^^^^^^^^^^ hook-value
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
          image: registry.example/report:1.4
          resources: {requests: {memory: 64Mi}}
`,
  right: `
apiVersion: batch/v1
kind: Job
metadata:
  name: report
  annotations:
    helm.sh/hook: pre-upgrade,post-install
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
          image: registry.example/report:1.4
          resources: {requests: {memory: 64Mi}}
`,
};

type UnknownName = {
  readonly tool: 'Helm' | 'Argo CD';
  readonly says: 'phase' | 'deletion';
  readonly name: string;
  readonly nearest: string;
  readonly known: string;
};

function inEnglish({ tool, says, name, nearest, known }: UnknownName): string {
  const effect = says === 'phase' ? neverRuns(tool) : neverDeletes(tool);
  const unknown = `${tool} knows no ${says === 'phase' ? 'hook' : 'delete policy'} \`${name}\`, so it ${effect}`;
  return nearest === '' ? `${unknown}: use ${known}` : `${unknown}: is ${nearest} meant?`;
}

function neverRuns(tool: string): string {
  return tool === 'Helm' ? 'creates nothing for this' : 'never runs it then';
}

function neverDeletes(tool: string): string {
  return tool === 'Helm' ? 'never deletes the hook' : 'passes it over';
}

function inKorean({ tool, says, name, nearest, known }: UnknownName): string {
  const unknown = `${tool}에 없는 이름 \`${name}\`: ${says === 'phase' ? '훅이 만들어지지 않습니다' : '이 삭제 정책은 적용되지 않습니다'}.`;
  return nearest === '' ? `${unknown} 다음 중 하나를 쓰십시오: ${known}` : `${unknown} 혹시 ${nearest}입니까?`;
}

function annotationPath(name: string): FieldPath {
  return key(field(root, 'metadata', 'annotations'), name);
}

/** A template or a substitution writes the name later. */
function isFilledIn(name: string): boolean {
  return /\$|\{\{/.test(name);
}

function corrected({ path, args: { name, nearest } }: Advice<UnknownName>, value: string) {
  if (nearest === '') return [];
  const names = hookNames(value).map((one) => (one === name ? nearest : one));
  return [replacing(path, [...new Set(names)].join(','))];
}
