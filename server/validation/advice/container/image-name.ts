import { isInvalidImage } from '../../../estimate/runs/images.ts';
import { field, item } from '../../../kubernetes/finding/field-path.ts';
import { replacing } from '../../../kubernetes/finding/remedy.ts';
import { isImageReference } from '../../../kubernetes/names/image-reference.ts';
import { adviceRule, atValue, type RulePage } from '../rule/rule.ts';

/** The API server takes any text for an image; the kubelet reads it before it pulls, and waits as InvalidImageName. */
export const imageName = adviceRule({
  code: 'image-name',
  tier: 'pitfall',
  level: 'warning',
  carriedBy: 'part',
  english: ({ image, replacement }: { image: string; replacement: string }) =>
    replacement
      ? `\`${image}\` is no image name, so its pods wait as InvalidImageName and never start: write ${replacement}, in lower case`
      : `\`${image}\` is no image name, so its pods wait as InvalidImageName and never start: write it as registry/name:tag`,
  korean: ({ image, replacement }) =>
    replacement
      ? `이미지 이름으로 읽을 수 없는 \`${image}\` 때문에 파드가 InvalidImageName 상태로 멈춰 시작되지 않습니다. 소문자로 쓰십시오: ${replacement}`
      : `이미지 이름으로 읽을 수 없는 \`${image}\` 때문에 파드가 InvalidImageName 상태로 멈춰 시작되지 않습니다. registry/name:tag 형식으로 쓰십시오.`,
  check({ pod, podPath }) {
    for (const list of ['initContainers', 'containers'] as const) {
      const place = (pod[list] ?? []).findIndex(({ image = '' }) => isInvalidImage(image.trim()));
      const image = pod[list]?.[place]?.image;
      if (image === undefined) continue;
      const lower = inLowerCase(image);
      return atValue(field(item(field(podPath, list), place), 'image'), { image, replacement: isImageReference(lower) ? lower : '' });
    }
    return undefined;
  },
  remedies: ({ path, args: { replacement } }) => (replacement === '' ? [] : [replacing(path, replacement)]),
});

export const page: RulePage = {
  finds: 'The text at `image` is no image name',
  why: 'The API server takes any text. On the node, the kubelet cannot read it: the pod waits as `InvalidImageName` and never starts, nothing fails, no retry is counted, and the Job goes on until somebody looks. The usual cause is a capital letter: before the tag a name has lower case alone.',
  advice: 'Write the name as a registry knows it, `registry/name:tag`, without `https://`',
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
          image: registry.example/Report:1.4
          #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ image-name
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
          resources: {requests: {memory: 64Mi}}
`,
};

/** Capitals may stand in a tag, and nowhere before it. */
function inLowerCase(image: string): string {
  const [, name = '', rest = ''] = /^(.*?)((?::[^:/]*)?(?:@.*)?)$/.exec(image) ?? [];
  return name.toLowerCase() + rest;
}
