import { deepStrictEqual, strictEqual } from 'node:assert';
import { describe, it } from 'mocha';
import { faultsOf } from '../../axe.mjs';
import { opens } from './playground.mjs';

describe('the playground is for everyone', () => {
  it('in the few colours of the system the panel has those of high contrast, and what is chosen is seen', async () => {
    const { page, frame, outcome } = await opens({ colorScheme: 'dark', forcedColors: 'active' });
    await outcome(/5 pods/);
    strictEqual(await frame.locator('body').getAttribute('class'), 'vscode-high-contrast');
    strictEqual(await page.locator('.monaco-editor.hc-black').count(), 1);
    const grounds = page.locator('[role=tab]').evaluateAll((tabs) => tabs.map((tab) => getComputedStyle(tab).backgroundColor));
    strictEqual(new Set(await grounds).size, 2);
  });

  for (const [name, look] of Object.entries({
    light: {},
    'dark, in Korean, on a phone': { colorScheme: 'dark', locale: 'ko-KR', width: 360, height: 740 },
  }))
    it(`axe-core finds nothing: ${name}`, async () => {
      const { page, outcome, problems } = await opens({ ...look, hash: '#story=2' });
      await problems(/restartPolicy/);
      await outcome(/API/);
      deepStrictEqual(await faultsOf(page), []);
      if (look.width) await page.locator('#side-simulation').click();
      deepStrictEqual(await faultsOf(page.frames()[1]), []);
    });
});
