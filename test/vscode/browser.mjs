// Opens a Chromium: one that is installed, otherwise the one among this folder's packages (Linux x64).
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const installed = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
// Nothing here reaches the network: without these a browser tries many times.
const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'];

/** Throws where no browser can be had. CHROME_PATH names one to use. */
export async function openBrowser() {
  const path = process.env.CHROME_PATH ?? find();
  if (path) return chromium.launch({ executablePath: path, args: ['--headless', '--no-sandbox', ...quiet] });
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('no Chrome, Edge or Chromium is installed here: set CHROME_PATH to one, or install a desktop VS Code');
  // The package unpacks the system libraries that it brings along only where it believes to run in a cloud function.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  // It brings one font along; this machine's own, where there are any, include one for code.
  if (existsSync('/etc/fonts/fonts.conf')) process.env.FONTCONFIG_PATH = '/etc/fonts';
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    args: [...packaged.args.filter((arg) => arg !== '--single-process'), '--headless', '--no-sandbox', ...quiet],
  });
}

function find() {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => installed.map((name) => join(folder, name)));
  return [...onPath, ...applications].find((path) => existsSync(path));
}
