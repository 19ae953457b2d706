import { field, item } from '../../../kubernetes/finding/field-path.ts';
import { hasDigest, imageTag } from '../../../kubernetes/names/image-reference.ts';
import { adviceRule, atValue, type RulePage } from '../rule/rule.ts';

/** `latest`, written or left out: each pod of a Job may run another program. */
export const imageLatest = adviceRule({
  code: 'image-latest',
  tier: 'practice',
  level: 'info',
  carriedBy: 'part',
  english: 'The image `{image}` may be another program each time a pod starts: name a version, or a digest',
  korean: '이미지 `{image}`의 내용은 파드가 시작될 때마다 달라질 수 있습니다. 버전이나 다이제스트를 지정하십시오.',
  check({ pod, podPath }) {
    for (const list of ['initContainers', 'containers'] as const) {
      const place = (pod[list] ?? []).findIndex(({ image = '' }) => imageTag(image) === 'latest' && !hasDigest(image));
      const image = pod[list]?.[place]?.image;
      if (image !== undefined) return atValue(field(item(field(podPath, list), place), 'image'), { image });
    }
    return undefined;
  },
});

export const page: RulePage = {
  finds: 'An image has the tag `latest`, or neither tag nor digest, which means the same',
  why: 'Each pod pulls whatever is newest: a retry may run another program than the first try, and nobody can tell later which one ran.',
  advice: 'Name a version',
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
          image: registry.example/report
          #      ^^^^^^^^^^^^^^^^^^^^^^^ image-latest
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
