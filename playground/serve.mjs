// npm run playground: builds the page and serves it on this machine alone, until Ctrl-C; --build builds it and ends.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { buildPlayground, playground } from './build.mjs';

const { ours, whole } = await buildPlayground();
const kilobytes = (bytes) => Math.round(bytes / 1000);
console.log(
  `dist/playground/index.html is built: ${kilobytes(ours)} kB compressed before Monaco, ${kilobytes(whole)} kB with it. It opens as a file, too, and from any static host.`,
);

if (!process.argv.includes('--build')) {
  const server = createServer(({ url }, response) => {
    const script = url === '/kubejob-timeline.js';
    const file = join(playground, script ? 'kubejob-timeline.js' : 'index.html');
    // A build that goes on meanwhile takes the page away for a while.
    const found = (script || /^\/(index\.html)?([?#]|$)/.test(url ?? '/')) && existsSync(file);
    response.writeHead(found ? 200 : 404, { 'content-type': `text/${script ? 'javascript' : 'html'}; charset=utf-8` });
    response.end(found ? readFileSync(file) : '');
  });
  server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
    const { port } = Object(server.address());
    console.log(`http://127.0.0.1:${port}/`);
  });
}
