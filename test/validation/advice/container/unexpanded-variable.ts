import { type Cases, container, job } from '../advised.ts';

const run = (lines: string, spec = '') => job(spec, container(lines));
const indexed = 'completionMode: Indexed\ncompletions: 3';

export const cases: Cases = {
  called: [
    [run('args: [--node, $NODE]'), '$NODE', 'No shell reads `$NODE` here, so it stays as it is: write $(NODE) and define NODE'],
    [run(`command: [load, "--db=\${DB}"]\nenv: [{name: DB, value: orders}]`), `"--db=\${DB}"`, 'write $(DB)'],
    [run(`env: [{name: DB, value: x}, {name: URL, value: "pg://\${DB}@pg"}]`), `"pg://\${DB}@pg"`, 'write $(DB)'],
    [run(`env: [{name: LIBRARIES, value: "\${LIBRARIES}:/opt/lib"}]`), `"\${LIBRARIES}:/opt/lib"`, 'No shell reads'],
    [run('env: [{name: A, value: $(B)}, {name: B, value: x}]'), '$(B)', 'B is defined after it'],
    [run('env: [{name: A, value: $(B)}]'), '$(B)', 'no variable B is defined before it'],
    [run('args: [$(NODE_NAME)]'), '$(NODE_NAME)', 'write $$(NODE_NAME) if the text is meant'],
    [run('command: [load, $DB/$DB_x/$DB]\nenv: [{name: DB, value: x}]'), '$DB/$DB_x/$DB', 'write $(DB)'],
    [run('args: [--day, $(date)]'), '$(date)', 'no variable date is defined here'],
    [run('env: [{name: A, value: part-$(JOB_COMPLETION_INDEX)}]', indexed), 'part-$(JOB_COMPLETION_INDEX)', 'set behind all other'],
    [run('args: [$(JOB_COMPLETION_INDEX)]'), '$(JOB_COMPLETION_INDEX)', 'only an Indexed Job has it'],
    [run('command: [sh, -c, "echo $(JOB_COMPLETION_INDEX)"]'), '"echo $(JOB_COMPLETION_INDEX)"', 'only an Indexed Job'],
    [job('', `initContainers: [{name: a, image: registry.example/a:1, args: [$HOME]}]\n${container('')}`), '$HOME', 'No shell reads'],
  ],
  silent: [
    run(`env: [{name: REGION, value: "\${REGION}"}]`),
    run('args: [$(DB)]\nenv: [{name: DB, value: orders}]'),
    run('env: [{name: DB, value: x}, {name: URL, value: "pg://$(DB)@pg"}]'),
    run('args: [$(JOB_COMPLETION_INDEX)]', indexed),
    run(`command: [sh, -c, "echo $NODE \${DB} $(date)"]`),
    run('command: [timeout, "5", bash, -ec, "echo $NODE"]'),
    run('command: [/bin/busybox, sh, -c, "echo $NODE"]'),
    run('command: [awk, "{print $NF}"]'),
    run(`command: [load, "\${REGION}"]`),
    run('args: ["echo $NODE"]'),
    run('args: [$$(NODE), $$NODE, costs-5$, ^a$, $a]'),
    run('args: [$(KUBERNETES_SERVICE_HOST)]'),
    run('args: [$(DB)]\nenvFrom: [{secretRef: {name: db}}]'),
    run(`env: [{name: PATTERN, value: "^\${APP}-$"}]`),
    run('env: [{name: A, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]'),
  ],
};
