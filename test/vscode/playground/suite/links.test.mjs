import { match, ok, strictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { describe, it } from 'mocha';
import { eventually } from '../../eventually.mjs';
import { file, opens } from './playground.mjs';

const manifest = `apiVersion: batch/v1
kind: Job
metadata: {name: shared, annotations: {what: 작업}}
spec:
  managedBy: example.com/mine
  template: {spec: {restartPolicy: Never, containers: [{name: main, image: "busybox:1.36", command: [sleep, "5"]}]}}
`;
const packed = (value) => `#job=${deflateRawSync(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')}`;

describe('links of the playground', () => {
  it('hold text, scenario and version', async () => {
    const { page, outcome, text } = await opens({ hash: '#story=9' });
    await outcome(/restart|RESTARTS|Complete|Failed/);
    await page.locator('#version').selectOption('1.33');
    await page.locator('#share').click();
    await eventually(async () => match(page.url(), /#job=[\w-]+$/));
    const other = await opens({ hash: new URL(page.url()).hash });
    await eventually(async () => strictEqual(await other.text(), await text()));
    strictEqual(await other.page.locator('#version').inputValue(), '1.33');
    await eventually(async () => match(await other.frame.locator('header').textContent(), /job\.scenario\.yaml/));
  });

  it('are judged by the version that they hold, and opened one after the other', async () => {
    const { page, problems, outcome } = await opens({ hash: packed({ manifest, scenario: '', version: '1.29' }) });
    await problems(/managedBy/);
    await page.evaluate((hash) => location.assign(hash), packed({ manifest, scenario: '', version: '1.36' }));
    await problems(/Nothing to mend/);
    await outcome(/shared/);
    await page.evaluate(() => location.assign('#story=2'));
    await outcome(/would not accept this/);
  });

  it('are read from a web server as from a file, and nothing else is asked of it', async () => {
    // What is asked for beside the page itself fails every test of this folder.
    const address = 'http://playground.test/anywhere/index.html';
    const body = readFileSync(fileURLToPath(file));
    const { outcome, text } = await opens({ address, body, hash: packed({ manifest, scenario: 'run: {for: 4s}', version: '1.37' }) });
    await outcome(/shared/);
    match(await text(), /작업.*managedBy: example\.com\/mine/);
  });

  it('that nobody can read say so, and the first story is there', async () => {
    const { page, outcome } = await opens();
    await outcome(/5 pods/);
    const whole = packed({ manifest, scenario: '', version: '' });
    const bomb = packed(JSON.stringify({ manifest: ' '.repeat(100_000_000), scenario: '', version: '' }));
    const unreadable = {
      'one that was cut off': whole.slice(0, -20),
      'one with other letters': `${whole}%20!`,
      'one without a text': '#job=',
      'no JSON': packed('kind: Job'),
      'no object': packed('null'),
      'no manifest': packed({ scenario: '', version: '1.37' }),
      'a manifest that is no text': packed({ manifest: { toString: 1 }, scenario: '' }),
      'a page of letters': `#job=${'A'.repeat(1_000_000)}`,
      'little that stands for very much': bomb,
    };
    for (const [name, hash] of Object.entries(unreadable)) {
      await page.evaluate((one) => location.assign(one), '#story=3');
      await eventually(async () => strictEqual(await page.locator('#story').inputValue(), '2'));
      await page.evaluate((one) => location.assign(one), hash);
      await eventually(async () => match(await page.locator('#look').textContent(), /cannot be read/, name));
      strictEqual(await page.locator('#story').inputValue(), '0', name);
    }
    ok(bomb.length < 200_000);
    for (const [hash, story] of Object.entries({ '#story=0': '0', '#story=99999999999999999999': '9', '#story=two': '0', '#%%%': '0' })) {
      await page.evaluate((one) => location.assign(one), '#story=3');
      await eventually(async () => strictEqual(await page.locator('#story').inputValue(), '2'));
      await page.evaluate((one) => location.assign(one), hash);
      await eventually(async () => strictEqual(await page.locator('#story').inputValue(), story, hash));
    }
    await outcome(/5 pods/);
  });
});
