import { deepStrictEqual } from 'node:assert';
import { describe, it } from 'mocha';
import { faultsOf } from '../../axe.mjs';
import { opens } from './playground.mjs';

describe('the playground is for everyone', () => {
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
