// Runs tests in VS Code for the Web: no machine behind it, every extension in a worker of the browser.
import { openBrowser } from './browser.mjs';
import { startWebServer } from './web-server.mjs';

const patience = 300_000;

/**
 * `extension` and `files` are folders, `tests` is a path in the first; the second fills the workspace. Resolves with the
 * results of the tests, or undefined where none came.
 */
export async function runInWeb({ extension, tests, files, settings }) {
  const server = await startWebServer({ extension, tests, files, settings });
  let browser;
  try {
    browser = await openBrowser();
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] });
    // As a user does: a command of the editor would read the clipboard that it keeps for tests.
    server.onPaste(async (text) => {
      await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
      await page.keyboard.press('ControlOrMeta+v');
    });
    if (process.env.KUBEJOB_VSCODE_LOG) page.on('console', (message) => console.log(message.type(), message.text()));
    const ended = new Promise((done) => page.exposeFunction('codeAutomationExit', () => done(undefined)));
    await page.goto(`${server.address}?folder=tmp:/examples`);
    const late = new Promise((done) => setTimeout(done, patience, undefined).unref());
    return await Promise.race([server.report, ended, late]);
  } finally {
    await browser?.close();
    await server.stop();
  }
}
