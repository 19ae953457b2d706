// What the server is in Node and in a browser alike stands once, in one script: a browser starts it as the worker that serves, and
// the programs of Node take their modules from it.
import { relative, resolve } from 'node:path';
import { build } from 'esbuild';

/** The script, beside the programs. */
const script = 'core.js';

/**
 * Builds `dist/core.js` from the browser's server and `programs`, which share its modules. `web` and `node` are esbuild's options for
 * the two, `home` the folder of the project. Returns the results of both builds.
 */
export async function buildWithCore({ home, entry, web, node, programs }) {
  const inputs = await inputsOf(entry, web);
  const core = new Set([...inputs.keys()].map((path) => resolve(home, path)));
  const shared = new Set();
  const built = await build({ ...node, entryPoints: programs, plugins: [...(node.plugins ?? []), fromCore(home, core, shared)] });
  const modules = [...shared].sort();
  const contents = [
    ...modules.flatMap((path, at) => (inputs.get(path).format === 'esm' ? [`import * as module${at} from './${path}';`] : [])),
    `export { serveHere } from './${entry}';`,
    'export const modules = {',
    ...modules.map((path, at) => `${JSON.stringify(path)}: ${inputs.get(path).format === 'esm' ? `module${at}` : `require('./${path}')`},`),
    '};',
  ].join('\n');
  const stdin = { contents, resolveDir: home, sourcefile: script, loader: 'js' };
  // A worker of a browser has no modules of Node's kind.
  const footer = { js: "if (typeof module === 'undefined') core.serveHere(); else module.exports = core;" };
  return [built, await build({ ...web, format: 'iife', globalName: 'core', footer, stdin, entryNames: 'core' })];
}

/** Every file in the bundle of an entry, relative to the project, with its format. */
async function inputsOf(entry, web) {
  const { metafile } = await build({ ...web, format: 'iife', entryPoints: [entry], write: false });
  return new Map(Object.entries(metafile.inputs));
}

/** Takes modules from the script; tells which in `shared`. What is loaded later stands in files of its own. */
function fromCore(home, core, shared) {
  const asked = Symbol('asked');
  return {
    name: 'from-core',
    setup: ({ onResolve, onLoad, resolve: find }) => {
      onResolve({ filter: /.*/ }, async ({ path, importer, namespace, resolveDir, kind, pluginData }) => {
        if (namespace === 'core') return { path, external: true };
        if (pluginData === asked || kind === 'entry-point') return undefined;
        const found = await find(path, { importer, namespace, resolveDir, kind, pluginData: asked });
        if (found.external || !core.has(found.path)) return undefined;
        const name = relative(home, found.path).replaceAll('\\', '/');
        shared.add(name);
        return { path: name, namespace: 'core' };
      });
      onLoad({ filter: /.*/, namespace: 'core' }, ({ path }) => ({
        contents: `module.exports = require('./${script}').modules[${JSON.stringify(path)}];`,
      }));
    },
  };
}
