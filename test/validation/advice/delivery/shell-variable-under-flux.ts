import { indented } from '../../../text.ts';
import { type Cases, container, job } from '../advised.ts';

const flux = (postBuild: string) => `---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: apps}
spec:
  path: ./apps
  postBuild: ${postBuild}
`;
const given = flux('{substitute: {REGION: north}}');
const hidden = flux('{substitute: {REGION: north}, substituteFrom: [{kind: Secret, name: cluster}]}');
const script = (lines: string, more = '') => job('', container(`command:\n  - bash\n  - -c\n  - |\n${indented(lines, 4)}\n${more}`));

export const cases: Cases = {
  called: [
    [script(`report "\${day}"`) + given, `\${day}`, `write $\${day}`],
    [script(`echo $\${day}\nreport \${day}`) + given, `\${day}`, 'puts nothing'],
    [script(`for day in a b; do\n  report \${REGION} \${day} \${day%.*}\ndone`) + hidden, `\${day}`, 'puts nothing'],
    [script(`read -r first day <<< x\nreport \${day}`) + hidden, `\${day}`, 'puts nothing'],
    [script(`local day=1\nreport \${#day}`) + hidden, `\${#day}`, 'puts nothing'],
    [script(`report \${1}`) + hidden, `\${1}`, 'puts nothing'],
    [script(`report \${LEVEL:-info}`, 'env: [{name: LEVEL, value: debug}]') + given, `\${LEVEL:-info}`, 'the default in the place'],
    [script(`LEVEL=$1\nreport \${LEVEL:-\${REGION}}`) + given, `\${LEVEL:-\${REGION}}`, `write $\${LEVEL:-$\${REGION}}`],
    [script(`days=(mon tue)\nreport \${days[@]}`) + hidden, `\${days[@]}`, 'cannot read'],
    [script(`report \${LEVEL-info}`) + hidden, `\${LEVEL-info}`, 'cannot read'],
    [job('', container(`command: [sh, -c, "report \${day}"]`)) + given, `\${day}`, 'puts nothing'],
    [job('', container(`command: [sh, -c]\nargs: ['report "\${day}" $day']`)) + given, `\${day}`, 'puts nothing'],
  ],
  silent: [
    script(`report "\${day}"`),
    script(`report "\${day}"`) + flux('{}'),
    script(`report "\${day}"`) + flux('{substitute: {}}'),
    script(`report \${REGION} $day $\${day} $(date)`) + given,
    script(`report \${day} \${LEVEL:-info}`) + hidden,
    script(`report \${LEVEL:-info}`) + given,
    job('', container(`args: ["--day=\${day}"]`)) + given,
    script(`report "\${day}"`).replace('metadata:\n', 'metadata:\n  labels: {kustomize.toolkit.fluxcd.io/substitute: disabled}\n') + given,
    script(`report "\${day}"`).replace('metadata:\n', 'metadata:\n  annotations: {kustomize.toolkit.fluxcd.io/substitute: disabled}\n') +
      given,
  ],
};
