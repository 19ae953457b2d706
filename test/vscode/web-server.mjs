// Serves VS Code for the Web: the workbench that code-server ships, without any remote machine behind it. All extensions run in
// a worker of the browser, and the workspace is in its memory.
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, relative, sep } from 'node:path';
import { codeServer } from './install.mjs';

const types = {
  '.html': 'text/html',
  '.txt': 'text/plain',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/**
 * `extension`: the folder under development. `tests`: the path of the tests in it. `files`: the folder whose files the workspace is filled with, by the tests.
 * Resolves once it listens on a free port of this machine; `report` resolves with what the tests post;
 * `onPaste` takes what pastes the texts that they ask for.
 */
export async function startWebServer({ extension, tests, files, settings = {} }) {
  const folders = { vscode: codeServer, extension };
  let posted;
  let paste = async () => {};
  const report = new Promise((done) => {
    posted = done;
  });
  const receive = {
    '/report': async (text) => posted(JSON.parse(text)),
    '/paste': (text) => paste(text),
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (Object.hasOwn(receive, pathname)) return void take(request, response, receive[pathname]);
    if (pathname === '/filter') return answer(response, '.txt', process.env.KUBEJOB_TEST_FILTER ?? '');
    if (pathname === '/') return answer(response, '.html', page(server.address().port, tests, settings));
    if (pathname === `/vscode/${program}`) return answer(response, '.js', workbench());
    if (pathname === '/files') return answer(response, '.json', JSON.stringify(textsOf(files)));
    const [, name, ...rest] = decodeURIComponent(pathname).split('/');
    const file = Object.hasOwn(folders, name) ? inside(folders[name], rest.join('/')) : undefined;
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'access-control-allow-origin': '*' });
    createReadStream(file).pipe(response);
  });
  await new Promise((listening, failed) => server.once('error', failed).listen(0, '127.0.0.1', listening));
  const stop = () =>
    new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    });
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    report,
    stop,
    onPaste: (how) => {
      paste = how;
    },
  };
}

/** The path of a file in a folder; undefined where there is none, or where the path leads out of it. */
function inside(folder, path) {
  const file = normalize(join(folder, path));
  return file.startsWith(folder + sep) && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

/** The texts of a folder's files, by their path in it. */
function textsOf(folder) {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    paths
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [relative(folder, path).replaceAll(sep, '/'), readFileSync(path, 'utf8')]),
  );
}

function answer(response, type, content) {
  response.writeHead(200, { 'content-type': types[type] }).end(content);
}

async function take(request, response, use) {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part;
  await use(text);
  response.writeHead(204, { 'access-control-allow-origin': '*' }).end();
}

const program = 'out/vs/code/browser/workbench/workbench.js';

/**
 * Where code-server's workbench differs from VS Code's own: it takes the machine that it came from for a remote one, and keeps
 * the user's settings there. Here there is none, so both are put back.
 */
const ownWays = [
  ['remoteAuthority:location.host', 'remoteAuthority:undefined'],
  [
    /(get userRoamingDataHome\(\)\{return )\w+\((\w+)\.file\(this\.userDataPath\)\.with\(\{scheme:(\w+)\.vscodeRemote\}\),"User"\)\}/,
    '$1$2.file("/User").with({scheme:$3.vscodeUserData})}',
  ],
];

/** Throws where the program is not the one that this was written for. */
function workbench() {
  return ownWays.reduce(
    (text, [own, upstream]) => {
      const put = text.replace(own, upstream);
      if (put === text) throw new Error(`code-server's workbench has changed: ${own} is not in it`);
      return put;
    },
    readFileSync(join(codeServer, program), 'utf8'),
  );
}

function page(port, tests, settings) {
  const here = (path) => ({ scheme: 'http', authority: `127.0.0.1:${port}`, path });
  const configuration = {
    developmentOptions: { extensions: [here('/extension')], extensionTestsPath: tests && here(`/extension/${tests}`) },
    configurationDefaults: settings,
    webviewEndpoint: '/vscode/out/vs/workbench/contrib/webview/browser/pre',
    enableWorkspaceTrust: false,
    // Nothing here reaches the network.
    productConfiguration: { enableTelemetry: false, aiConfig: undefined, extensionsGallery: undefined },
    userDataPath: '/User',
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    callbackRoute: '/callback',
  };
  const base = '/vscode';
  const filled = {
    WORKBENCH_WEB_CONFIGURATION: JSON.stringify(configuration).replaceAll('"', '&quot;'),
    WORKBENCH_WEB_BASE_URL: base,
    WORKBENCH_NLS_FALLBACK_URL: `${base}/out/nls.messages.js`,
    WORKBENCH_NLS_URL: `${base}/out/nls.messages.js`,
    WORKBENCH_AUTH_SESSION: '',
    WORKBENCH_SCRIPT_NONCE: '',
    VS_BASE: base,
    BASE: base,
  };
  const html = readFileSync(join(codeServer, 'out/vs/code/browser/workbench/workbench.html'), 'utf8');
  return html.replace(/{{(\w+)}}/g, (_, name) => filled[name] ?? '');
}
