import { type Cases, container, job } from '../advised.ts';

const indexed = (lines: string, pod = '', mode = 'Indexed') => job(`completionMode: ${mode}\ncompletions: 3`, `${pod}${container(lines)}`);

export const cases: Cases = {
  called: [
    [indexed('args: [hello-0.workers.default.svc]'), 'spec', 'The name hello-0.workers leads nowhere'],
    [indexed('command: [sh, -c, "ping hello-$JOB_COMPLETION_INDEX.workers"]'), 'spec', "set it to a headless Service's name"],
    [indexed('env: [{name: MASTER, value: "hello-0:29500"}]'), 'spec', 'The name hello-0 leads nowhere'],
  ],
  silent: [
    indexed('args: [hello-0.workers]', 'subdomain: workers\n'),
    indexed('args: [hello-0.workers]', '', 'NonIndexed'),
    indexed('args: [hello-0.log, out/hello-1.csv, hello-0, othello-0.workers, hello-x.workers]'),
    job(''),
    ...['?', '*', 'a(', '[', '\\\\', 'a+', '{2}'].map((name) =>
      indexed('args: [hello-0.workers]').replace('name: hello', () => `name: "${name}"`),
    ),
  ],
};
