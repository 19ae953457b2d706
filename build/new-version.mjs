// npm run new-version PATH/TO/swagger.json: what an OpenAPI document of Kubernetes has that schemas/fields.json has not, and what to do then.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const home = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Compares what a Job and a CronJob can hold: `known` is schemas/fields.json, `described` the OpenAPI document. What is known counts as
 * of its newest version. Types that `known` ends at (quantities, times) count as they are, and what is required is left to the rules.
 */
export function compareVersions(known, { info = {}, definitions }) {
  const newest = known.versions.at(-1);
  const inForce = (own) => own !== undefined && (own.until === undefined || own.until === newest);
  const types = reachable(known, definitions);
  const each = (fieldsOf, look) =>
    types.flatMap((name) => Object.entries(fieldsOf(name)).flatMap(([field, one]) => look(`${name}.${field}`, one, name, field)));
  const ours = (name) => known.types[name]?.properties ?? {};
  const theirs = (name) => definitions[name]?.properties ?? {};
  return {
    version: info.version ?? 'unknown',
    newTypes: types.filter((name) => !known.types[name]),
    newFields: each(theirs, (path, _, name, field) => (inForce(ours(name)[field]) ? [] : [path])),
    goneFields: each(ours, (path, own, name, field) => (inForce(own) && !Object.hasOwn(theirs(name), field) ? [path] : [])),
    changedFields: each(theirs, (path, now, name, field) => {
      const own = ours(name)[field];
      return inForce(own) && shapeOf(now) !== shapeOf(own) ? [`${path}: ${shapeOf(own)}, now ${shapeOf(now)}`] : [];
    }),
  };
}

/** The types that a Job and a CronJob are made of, but for those that `known` ends at. */
function reachable(known, definitions) {
  const types = ['io.k8s.api.batch.v1.Job', 'io.k8s.api.batch.v1.CronJob'].filter((name) => definitions[name]);
  // Grows while it is gone through.
  for (const name of types) {
    const referred = Object.values(definitions[name]?.properties ?? {}).map(typeIn);
    for (const one of referred) if (one !== undefined && !types.includes(one) && known.types[one]?.shape === undefined) types.push(one);
  }
  return types;
}

function typeIn({ $ref, items, additionalProperties }) {
  const reference = $ref ?? items?.$ref ?? additionalProperties?.$ref;
  return reference?.replace('#/definitions/', '');
}

/** What a value may be, in short. */
function shapeOf(described) {
  const reference = typeIn(described)?.split('.').at(-1);
  const { type, items, additionalProperties, format } = described;
  const inner = reference ?? items?.type ?? additionalProperties?.type ?? '';
  return [described.$ref ? '' : [type].flat().join(' or '), inner, format ?? ''].filter(Boolean).join(' ');
}

/** What to do about it, as text. */
export function whatToDo({ version, newTypes, newFields, goneFields, changedFields }) {
  const part = (title, lines, then) => (lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${line}`), `→ ${then}`, '']);
  const parts = [
    ...part('New types', newTypes, 'add them to schemas/fields.json, each with "since" this version.'),
    ...part(
      'New fields',
      newFields,
      'add them with "since"; the gate that each hangs on goes into schemas/gates.json, its text into server/messages/en/fields.ts and ko, its rules (pkg/apis/batch/validation, pkg/apis/core/validation) into server/validation, its default (pkg/apis/batch/v1/defaults.go) into server/kubernetes/defaults.',
    ),
    ...part('Gone fields', goneFields, 'give them "until" the version before.'),
    ...part('Changed fields', changedFields, 'see whether the older versions keep the old shape; decoding follows schemas/fields.json.'),
  ];
  const first = parts.length > 0 ? parts : ['No field differs from the newest version that is known.', ''];
  return [
    `Kubernetes ${version}`,
    '',
    ...first,
    'Besides: add the version to "versions" in schemas/fields.json and to server/kubernetes/versions.ts; compare pkg/controller/job,',
    'pkg/controller/cronjob, pkg/kubelet and pkg/printers with the version before, and write what differs into',
    'server/simulator/versions/differences.ts; then npm run generate, npm run docs, npm test.',
    '',
  ].join('\n');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [path] = process.argv.slice(2);
  if (path === undefined) {
    console.error('npm run new-version PATH: the file api/openapi-spec/swagger.json of a release of Kubernetes');
    process.exit(2);
  }
  const known = JSON.parse(readFileSync(join(home, 'schemas/fields.json'), 'utf8'));
  process.stdout.write(whatToDo(compareVersions(known, JSON.parse(readFileSync(path, 'utf8')))));
}
