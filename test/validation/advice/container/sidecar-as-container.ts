import { type Cases, container, job, sleep, two } from '../advised.ts';

export const cases: Cases = {
  called: [
    [job('', two(sleep(30), sleep('infinity', 'log'))), 'name', '`log` never ends, so the Job never completes'],
    [job('', two(sleep(30), container('command: [sh, -c, "while true; do date; sleep 5; done"]', 'log'))), 'name', '`log` never ends'],
    [
      job('', `${sleep(30)}  - {name: proxy, image: "docker.io/istio/proxyv2:1.24"}\n`),
      '{name: proxy, image: "docker.io/istio/proxyv2:1.24"}'.slice(1, 5),
      '`proxy`',
    ],
    [job('', `${sleep(30)}  - {name: mesh, image: "cr.l5d.io/linkerd/proxy:stable"}\n`), 'name', '`mesh`'],
    [job('', `${sleep(30)}  - {name: db, image: "postgres:16", env: [{name: POSTGRES_PASSWORD, value: a}]}\n`), 'name', '`db` never ends'],
    [job('', `${sleep(30)}  - {name: cache, image: docker.io/library/redis}\n`), 'name', '`cache` never ends'],
    [
      job('', `initContainers: [{name: log, image: x:1, command: [tail, -f, /x]}]\n${sleep(3)}`),
      'name',
      'what comes after it never starts',
    ],
  ],
  silent: [
    job('', `initContainers: [{name: wait, image: busybox, command: [sh, -c, "until curl -s x; do sleep 1; done"]}]\n${sleep(3)}`),
    job('', sleep('infinity')),
    job('', `${sleep(30)}  - {name: db, image: "postgres:16", args: [psql, --version]}\n`),
    job('', `${sleep(30)}  - {name: web, image: "registry.example/nginx:1"}\n`),
    job('', 'containers: [{name: db, image: "postgres:16"}]'),
    job('', two(sleep(30), sleep(40, 'other'))),
    job('', `initContainers: [{name: log, image: x:1, restartPolicy: Always, command: [tail, -f, /x]}]\n${sleep(3)}`),
    job(
      '',
      `${container('command: [sh, -c, "work; curl -X POST localhost/quitquitquit"]')}  - {name: proxy, image: "envoyproxy/envoy:v1"}\n`,
    ),
  ],
};
