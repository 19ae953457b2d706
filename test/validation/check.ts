import { expect } from 'vitest';
import { locate } from '../../server/application/locate.ts';
import type { Finding } from '../../server/kubernetes/finding/finding.ts';
import { type KubernetesVersion, newestVersion } from '../../server/kubernetes/versions.ts';
import type { ManifestBody } from '../../server/manifest/document.ts';
import { parseManifests } from '../../server/manifest/parse.ts';
import { render } from '../../server/messages/render.ts';
import { judge } from '../../server/validation/judge/judge.ts';

/**
 * Judges a manifest whose faults are marked below their lines with `#  ^^^ code`, several codes apart by spaces. A `#`
 * right before the first `^` counts as one, so that the first column can be marked too. Advice does not count.
 */
export function check(manifest: string, version: KubernetesVersion = newestVersion): void {
  const found = parseManifests(manifest).documents.flatMap(({ body }) => {
    const findings = judge(body, { version }).flatMap((judged) => judged.findings);
    return findings.filter(({ reason }) => reason !== 'Advice').map((finding) => marked(finding, body));
  });
  expect(found.sort()).toEqual(markers(manifest).sort());
}

/** A Job with these lines in its spec. */
export function jobWith(spec: string, pod = 'restartPolicy: Never'): string {
  return `apiVersion: batch/v1
kind: Job
metadata:
  name: hello
spec:
${indent(spec.trim(), 2)}
  template:
    spec:
${indent(pod.trim(), 6)}
      containers:
        - name: main
          image: busybox:1.36
`;
}

/** A CronJob with these lines in its spec. */
export function cronJobWith(spec: string, jobSpec = 'backoffLimit: 1'): string {
  return `apiVersion: batch/v1
kind: CronJob
metadata:
  name: hello
spec:
${indent(spec.trim(), 2)}
  jobTemplate:
    spec:
${indent(jobSpec.trim(), 6)}
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: main
              image: busybox:1.36
`;
}

/** A message that repeats a code has no text; a line and the columns say where it shows. */
function marked(finding: Finding, body: ManifestBody): string {
  expect(render(finding.code, finding.args)).not.toBe(finding.code);
  for (const { code, args } of finding.related ?? []) expect(render(code, args)).not.toBe(code);
  const { start, end } = locate(body, finding.at);
  const line = body.text.slice(0, start).split('\n').length;
  const column = start - (body.text.lastIndexOf('\n', start - 1) + 1);
  const length = body.text.slice(start, end).split('\n')[0]?.length ?? 0;
  return `${line}:${column}-${column + length} ${finding.code}`;
}

function markers(text: string): string[] {
  let line = 0;
  return text.split('\n').flatMap((content, index) => {
    const marker = /^( *)#( *)(\^+) (.+)$/.exec(content);
    if (!marker) {
      line = index + 1;
      return [];
    }
    const [, before = '', between = '', carets = '', codes = ''] = marker;
    const start = before.length + (between === '' ? 0 : 1 + between.length);
    const end = before.length + 1 + between.length + carets.length;
    return codes.split(' ').map((code) => `${line}:${start}-${end} ${code}`);
  });
}

/** The lines of a text, each moved to the right. */
export function indent(text: string, columns: number): string {
  return text
    .split('\n')
    .map((line) => ' '.repeat(columns) + line)
    .join('\n');
}
