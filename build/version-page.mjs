// Makes docs/versions.md from server/simulator/versions and the schema: `npm run docs`. A test holds that it is up to date.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { importBundled } from './import-bundled.mjs';

const file = join(dirname(fileURLToPath(import.meta.url)), '../docs/versions.md');

const entry = `
  export { apiType, rootTypes } from './server/kubernetes/fields/api-fields.ts';
  export { closedGate } from './server/kubernetes/fields/gates.ts';
  export { differences, releases } from './server/simulator/versions/differences.ts';
  export { kubernetesVersions } from './server/kubernetes/versions.ts';
`;

export async function versionPage() {
  const { differences, releases, kubernetesVersions, ...fields } = await importBundled(entry);
  return `# What differs between versions

<!-- Made from server/simulator/versions/differences.ts by \`npm run docs\`; changes here are lost. -->

\`kubejob simulate --kubernetes-version\`, the setting \`kubejob.kubernetesVersion\` and the panel play the controllers, the API server and kubectl of the version asked for, ${kubernetesVersions[0]} to ${kubernetesVersions.at(-1)}, each feature gate as it is unless somebody sets it. What is in no row is alike in all of them.

The sources are those of ${releases.slice(0, -1).join(', ')} and ${releases.at(-1)}. A later release of the same version may have mended what an earlier one did.

| versions | what | source |
| --- | --- | --- |
${Object.values(differences).map(row).join('\n')}

What a kubelet does besides is alike from 1.29 on, as \`pkg/kubelet\` was compared version by version: sidecars and the order in which they stop, phases, probes, hooks, grace periods, the waits for images, and the waits for restarts, from 10 s to 300 s (other waits are behind gates that are off, or in the node's configuration). \`PodReadyToStartContainers\` is a condition in all of them. What nobody knows beforehand is left out, such as the size of an image, which the event Pulled tells from 1.30 on.

A Job is created without the fields whose gate is off, as if nobody had written them:

| field | gate | off in |
| --- | --- | --- |
${droppedFields(kubernetesVersions, fields).join('\n')}
`;
}

function droppedFields(versions, { apiType, rootTypes, closedGate }) {
  const { $ref: type } = apiType(rootTypes.Job).properties.spec;
  return Object.keys(apiType(type).properties).flatMap((field) => {
    const off = versions.filter((version) => closedGate(type, field, version));
    return off.length > 0 ? [`| \`${field}\` | ${closedGate(type, field, off[0])} | ${span(off[0], off.at(-1))} |`] : [];
  });
}

function row({ from, upTo, but, what, source }) {
  return `| ${span(from, upTo)}${but ? ` but ${but}` : ''} | ${what} | \`${source.replace(' ', '` ')} |`;
}

function span(from, upTo) {
  if (from === upTo) return from;
  if (from === undefined) return `up to ${upTo}`;
  return upTo === undefined ? `from ${from}` : `${from} to ${upTo}`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(file, await versionPage());
