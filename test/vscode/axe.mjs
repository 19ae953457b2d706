// What axe-core says of a page in a browser.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds, and on which elements; `except` are parts of the page that are somebody else's, as selectors. */
export async function faultsOf(page, except = []) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (exclude) => globalThis.axe.run({ exclude, include: [['html']] }, { resultTypes: ['violations'] }),
    except.map((selector) => [selector]),
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html.slice(0, 120)} ${any[0]?.message ?? ''}`).join('\n')}`,
  );
}
