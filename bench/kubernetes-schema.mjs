// The JSON Schemas that the peers judge by, made from the OpenAPI description in Kubernetes' own Go module as
// yannh/kubernetes-json-schema makes them: all.json and _definitions.json for yaml-language-server, and a whole schema
// for each kind for kubeconform, strict both.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const version = 'v1.37.1';
const measured = new Set(['Job', 'CronJob', 'Deployment', 'Service', 'ConfigMap', 'List']);

/** Undefined without Go or its module proxy. */
export function kubernetesSchemas() {
  try {
    const { Dir } = JSON.parse(
      execFileSync('go', ['mod', 'download', '-json', `k8s.io/kubernetes@${version}`], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
    const { definitions } = JSON.parse(readFileSync(join(Dir, 'api/openapi-spec/swagger.json'), 'utf8'));
    return schemasFrom(definitions);
  } catch {
    return undefined;
  }
}

function schemasFrom(definitions) {
  const strict = Object.fromEntries(Object.entries(definitions).map(([name, definition]) => [name, strictly(name, definition)]));
  const kinds = Object.entries(definitions).filter(([, definition]) => definition['x-kubernetes-group-version-kind']?.length === 1);
  return {
    all: JSON.stringify({ oneOf: kinds.map(([name]) => ({ $ref: `_definitions.json#/definitions/${name}` })) }),
    definitions: JSON.stringify({ definitions: strict }),
    /** Writes the schemas of the kinds that are measured into a folder, named as kubeconform looks for them. */
    write(folder) {
      mkdirSync(folder, { recursive: true });
      for (const [name, definition] of kinds) {
        const [{ group, kind, version }] = definition['x-kubernetes-group-version-kind'];
        const file = [kind.toLowerCase(), ...(group ? [group.split('.')[0]] : []), version].join('-');
        if (measured.has(kind)) writeFileSync(join(folder, `${file}.json`), JSON.stringify(inlined(strict[name], strict)));
      }
    },
  };
}

function strictly(name, definition) {
  if (name.endsWith('.IntOrString')) return { oneOf: [{ type: 'string' }, { type: 'integer' }] };
  if (name.endsWith('.Quantity')) return { oneOf: [{ type: 'string' }, { type: 'number' }] };
  const [identity] = definition['x-kubernetes-group-version-kind'] ?? [];
  const properties = definition.properties && { ...definition.properties };
  if (identity && properties) {
    properties.apiVersion = { type: 'string', enum: [identity.group ? `${identity.group}/${identity.version}` : identity.version] };
    properties.kind = { type: 'string', enum: [identity.kind] };
  }
  return { ...definition, ...(properties ? { properties, additionalProperties: false } : {}) };
}

function inlined(schema, definitions) {
  return JSON.parse(JSON.stringify(schema), (_, value) => {
    const name = typeof value?.$ref === 'string' ? value.$ref.split('/').at(-1) : undefined;
    return name && definitions[name] ? inlined(definitions[name], definitions) : value;
  });
}
