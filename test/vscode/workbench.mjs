// Opens the workbench with our extension under development in it, in a browser that this program drives.
import { openBrowser } from './browser.mjs';
import { calm } from './calm.mjs';
import { startServer } from './server.mjs';

/**
 * Resolves with the page, before the workbench has loaded. `ended` resolves with the exit code of the tests.
 * Paths are absolute. `close` ends the browser and the server.
 */
export async function openWorkbench({ extension, tests, folder, settings = {}, size = { width: 1400, height: 900 }, scale = 1, log }) {
  const server = await startServer({ driver: true, settings: { ...calm, ...settings } });
  let browser;
  try {
    browser = await openBrowser();
    const page = await browser.newPage({ viewport: size, deviceScaleFactor: scale, permissions: ['clipboard-read', 'clipboard-write'] });
    const ended = new Promise((done) => page.exposeFunction('codeAutomationExit', done));
    await page.exposeFunction('codeAutomationLog', (type, args) => log?.(type, args));
    const remote = (path) => `vscode-remote://${server.authority}${path}`;
    const payload = [['extensionDevelopmentPath', remote(extension)]];
    if (tests) payload.push(['extensionTestsPath', remote(tests)]);
    await page.goto(`${server.address}?folder=${encodeURI(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`);
    return { page, ended, close: () => close(browser, server) };
  } catch (error) {
    await close(browser, server);
    throw error;
  }
}

async function close(browser, server) {
  await browser?.close();
  await server.stop();
}
