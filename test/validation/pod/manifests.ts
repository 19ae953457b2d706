import { indent } from '../check.ts';

/** A Job whose pod has these lines in its spec, besides one sound container. */
export function podWith(spec: string): string {
  return `apiVersion: batch/v1
kind: Job
metadata:
  name: hello
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: main
          image: busybox:1.36
${indent(spec, 6)}
`;
}

/** A Job with these lines in its one container. */
export function containerWith(lines: string, pod = 'restartPolicy: Never'): string {
  return `apiVersion: batch/v1
kind: Job
metadata:
  name: hello
spec:
  template:
    spec:
${indent(pod, 6)}
      containers:
        - name: main
          image: busybox:1.36
${indent(lines, 10)}
`;
}

/** A Job with one volume that has these lines. */
export function volumeWith(lines: string): string {
  return podWith(`volumes:\n  - name: data\n${indent(lines, 4)}`);
}
