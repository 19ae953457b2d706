export const nested = `apiVersion: batch/v1
kind: Job
metadata:
  name: a
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: main
          image: busybox:1.36
`;

/** The same as it comes from some web pages, all at column 0. */
export const lost = nested.replace(/^ +/gm, '');
