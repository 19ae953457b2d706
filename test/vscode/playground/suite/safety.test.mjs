import { deepStrictEqual, match, strictEqual } from 'node:assert';
import { deflateRawSync } from 'node:zlib';
import { describe, it } from 'mocha';
import { eventually } from '../../eventually.mjs';
import { opens } from './playground.mjs';

/** All that somebody might hope is shown as what it says. */
const hostile = `apiVersion: batch/v1
kind: Job
metadata:
  name: </script><script>globalThis.broken=1</script>
  annotations:
    a: "![x](https://example.com/a.png) <img src=https://example.com/b.png onerror=globalThis.broken=1>"
spec:
  comletions: 2
  template:
    spec:
      restartPolicy: "<img src=https://example.com/c.png onerror=globalThis.broken=1>"
      containers:
        - {name: "[x](command:kubejob.simulate)", image: "https://example.com/d.png", command: ["</script>"]}
`;

describe('in the playground', () => {
  it('what a link holds is shown and never run', async () => {
    const shared = JSON.stringify({ manifest: hostile, scenario: '</script><script>globalThis.broken=1</script>', version: '1.37' });
    const { page, frame, outcome, problems, clickWord } = await opens({ hash: `#job=${deflateRawSync(shared).toString('base64url')}` });
    await outcome(/would not accept this/);
    await problems(/restartPolicy/);
    for (const word of ['comletions', 'restartPolicy', 'annotations']) {
      await clickWord(word);
      await page.keyboard.press('Control+k');
      await page.keyboard.press('Control+i');
      await page.locator('.monaco-hover').getByText(word).first().waitFor();
      await page.keyboard.press('Escape');
      await eventually(async () => strictEqual(await page.locator('.monaco-hover').getByText(word).filter({ visible: true }).count(), 0));
    }
    deepStrictEqual(await page.evaluate(() => globalThis.broken), undefined);
    deepStrictEqual(await frame.locator('body').evaluate(() => globalThis.broken), undefined);
    strictEqual(await frame.locator('img').count(), 0);
  });

  it('nothing can be asked of the network: not by the page, the server or the panel', async () => {
    const { page, frame, outcome } = await opens({ expected: /Content Security Policy|asked for https:/ });
    await page.route('https://example.com/', (route) => route.fulfill({ headers: { 'access-control-allow-origin': '*' }, body: '' }));
    await outcome(/5 pods/);
    const tries = async () => {
      const outside = 'https://example.com/';
      const worker = new Worker(
        URL.createObjectURL(new Blob([`fetch('${outside}').then(() => postMessage('sent'), () => postMessage('refused'))`])),
      );
      return Promise.all([
        fetch(outside).then(
          () => 'sent',
          () => 'refused',
        ),
        new Promise((done) => Object.assign(new Image(), { onload: () => done('sent'), onerror: () => done('refused'), src: outside })),
        new Promise((done) => Object.assign(worker, { onmessage: ({ data }) => done(data), onerror: () => done('refused') })),
      ]);
    };
    deepStrictEqual(await page.evaluate(tries), ['refused', 'refused', 'refused']);
    deepStrictEqual(
      await frame
        .locator('body')
        .evaluate(tries)
        .catch((error) => match(String(error), /Worker/)),
      ['refused', 'refused', 'refused'],
    );
  });
});
