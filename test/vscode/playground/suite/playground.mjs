// What the tests of the playground share: one browser for all of them, a page for each, and what no page may do.
import { deepStrictEqual, match } from 'node:assert';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, afterEach, before } from 'mocha';
import { buildPlayground, playground } from '../../../../playground/build.mjs';
import { openBrowser } from '../../browser.mjs';
import { eventually } from '../../eventually.mjs';

/** The page as a file, which is the hardest place to work from. */
export const file = pathToFileURL(join(playground, 'index.html')).href;
export const element = join(playground, 'kubejob-timeline.js');

let browser;
let built;
let opened = [];

before(async function () {
  // Monaco may have to be installed first.
  this.timeout(600_000);
  built = await buildPlayground();
  browser = await openBrowser();
});
after(() => browser?.close());

/** The sizes of what was built for these tests. */
export const sizes = () => built;

/** No script failed, nothing broke the policy, and nothing was asked for but the page itself. */
afterEach(async () => {
  const faults = opened.flatMap((one) => one.faults.filter((fault) => !one.expected?.test(fault)));
  await Promise.all(opened.map(({ page }) => page.close()));
  opened = [];
  deepStrictEqual(faults, []);
});

/** A page of a new browser that may load this address alone; `expected` are faults that a test brings about. */
export async function emptyPage({
  locale = 'en-US',
  width = 1300,
  height = 800,
  colorScheme = 'light',
  forcedColors = 'none',
  address,
  expected,
} = {}) {
  const page = await browser.newPage({ viewport: { width, height }, locale, colorScheme, forcedColors });
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('request', (request) => {
    const [asked] = request.url().split('#');
    if (asked !== address && !/^(blob|data|about):/.test(asked)) faults.push(`asked for ${asked}`);
  });
  opened.push({ page, faults, expected });
  return page;
}

/** The playground as somebody with this browser opens it, with this behind its address; `body` is what a server answers there. */
export async function opens({ hash = '', address = file, body, ...browsing } = {}) {
  const page = await emptyPage({ ...browsing, address });
  if (body) await page.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await page.goto(address + hash);
  const frame = page.frameLocator('iframe');
  return {
    page,
    frame,
    /** The headline of the panel comes to say this. */
    outcome: (said) => eventually(async () => match(await frame.locator('header, .outcome').allTextContents().then(String), said)),
    problems: (said) => eventually(async () => match(await page.locator('#problems').textContent(), said)),
    /** The text in the editor, as far as it is on the screen. */
    text: () =>
      page
        .locator('.view-lines')
        .textContent()
        .then((text) => text.replaceAll('\u00a0', ' ')),
    /** Puts the caret into the text, where this word stands first. */
    async clickWord(word) {
      await page.locator('#editor .view-lines').getByText(word).first().click();
    },
  };
}
