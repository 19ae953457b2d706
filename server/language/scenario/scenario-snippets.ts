/** What a scenario's field is completed with, by owner and name: YAML below or behind the key, with tab stops. */
const bodies: Readonly<Record<string, string>> = {
  'scenario.startAt': ' ${1:2026-01-01T00:00:00Z}$0',
  'scenario.start': ' ${1:5}$0',
  'scenario.run': ' {for: ${1:10}, exit: ${2:0}}$0',
  'scenario.containers': '\n  ${1:main}:\n    run: {for: ${2:10}, exit: ${3:0}}$0',
  'scenario.pods': '\n  - ordinal: ${1:0}\n    run: {for: ${2:2}, exit: ${3:1}}$0',
  'scenario.stop': ' {after: ${1:5}, exit: ${2:143}}$0',
  'scenario.cluster': ' {nodes: ${1:2}, pods: ${2:10}}$0',
  'scenario.actions': '\n  - at: ${1:10}\n    ${2:killContainer}: ${3:0}$0',
  'containers.run': ' {for: ${1:10}, exit: ${2:0}}$0',
  'containers.stop': ' {after: ${1:5}, exit: ${2:143}}$0',
  'pod.run': ' {for: ${1:2}, exit: ${2:1}}$0',
  'pod.stop': ' {after: ${1:5}, exit: ${2:143}}$0',
  'pod.containers': '\n  ${1:main}:\n    run: {for: ${2:10}, exit: ${3:1}}$0',
  'action.patch': ' {spec: {$0}}',
  'action.failNode': ' ${1:node-1}$0',
};

/** What stands in a field that takes more than a scalar, written on one line. */
const wholes: Readonly<Record<string, string>> = {
  'scenario.start': '{min: ${1:1}, max: ${2:10}}',
  'pod.start': '{min: ${1:1}, max: ${2:10}}',
  'run.for': '{min: ${1:5}, max: ${2:60}}',
  'run.exit': '[{code: ${1:1}, share: ${2:0.2}}]',
};

/** What follows the colon of a field. */
export function scenarioBody(owner: string, name: string): string | undefined {
  return bodies[`${owner}.${name}`];
}

/** A value as it may be written behind the colon: a run, a range, exit codes with their shares. */
export function scenarioWhole(owner: string, name: string): string | undefined {
  const body = scenarioBody(owner, name);
  return wholes[`${owner}.${name}`] ?? (body?.startsWith(' {') ? body.slice(1).replace(/\}\$0$/, '}') : undefined);
}
