import { type Cases, container, job } from '../advised.ts';

export const cases: Cases = {
  called: [
    [job('', container('command: [sh, -c]\nargs: [sleep, "30"]')), 'sleep', '`30` are parameters'],
    [job('', container('command: [/bin/bash, -ec, python, work.py]')), 'python', '`work.py`'],
  ],
  silent: [
    job('', container('command: [sh, -c, --, "ls -l; date"]')),
    job('', container('command: [sh, -c, "sleep 30"]')),
    job('', container('command: [sh, -c, "echo $1", sh, word]')),
    job('', container('command: [bash, work.sh, one]')),
    job('', container('command: [git, -c, name, value]')),
  ],
};
