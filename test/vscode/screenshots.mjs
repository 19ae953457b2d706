// npm run screenshots: pictures of what a user sees, in two languages and three themes, into test/vscode/screenshots/, and
// index.html there, a page of them all; the stories of the panel by themselves in four themes, and a film of it. Needs the
// bundles in dist/. Names of pictures, or parts of them, as arguments take only those.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { here, install } from './install.mjs';
import { userOf } from './user.mjs';
import { settingsOfTools, whereJobsLive, writeWhereJobsLive } from './where-jobs-live.mjs';

const home = join(here, '../..');
const pictures = join(here, 'screenshots');
const themes = { light: 'Light Modern', dark: 'Dark Modern', contrast: 'Dark High Contrast' };
const languages = ['en', 'ko'];

const script = `apiVersion: batch/v1
kind: Job
metadata:
  name: import
spec:
  ttlSecondsAfterFinished: 86400
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: main
          image: busybox:1.36
          command: ["sh", "-c"]
          args:
            - |
              # Take what is new, and say how much.
              for file in /data/*.csv; do
                if [ -s "$file" ]; then
                  import --table "\${TABLE:-rows}" "$file" || exit 3
                fi
              done
              echo "done: $(ls /data | wc -l) files"
          env:
            - {name: TABLE, value: sales}
          resources:
            requests: {cpu: 250m, memory: 64Mi}
`;

/** Three mistakes and more, each with a fix: what mends them all is shown before it is done. */
const faulty = script
  .replace('batch/v1', 'batch/v1beta1')
  .replace('ttlSecondsAfterFinished: 86400', 'completions: "3"\n  parallelism: -1')
  .replace('env:', 'evn:')
  .replace('Never', 'Always');

/** What to do before each picture is taken; `panel` waits for the simulation. */
const scenes = {
  ...whereJobsLive,
  fixes: async (user) => {
    await user.open('restart-always.yaml');
    await user.page.waitForSelector('.squiggly-error');
    await user.goTo(14, 24);
    await user.page.keyboard.press('Control+.');
    await user.page.waitForSelector('.action-widget');
  },
  hover: async (user) => {
    await user.open('fixed-count.yaml');
    await user.goTo(8, 6);
    await user.page.waitForTimeout(1500);
    await user.command('Show or Focus Hover');
    await user.page.waitForSelector('.monaco-hover:not(.hidden) .hover-contents');
  },
  panel: async (user) => {
    await user.open('fixed-count.yaml');
    await user.simulate();
  },
  failing: async (user) => {
    await user.open('missing-command-never.yaml');
    await user.simulate();
  },
  restarts: async (user) => {
    await user.open('missing-command-on-failure.yaml');
    await user.simulate();
  },
  cronjob: async (user) => {
    await user.open('every-fifteen-minutes.yaml');
    await user.simulate();
  },
  refused: async (user) => {
    await user.open('restart-always.yaml');
    await user.simulate();
  },
  completion: async (user) => {
    await user.open('fixed-count.yaml');
    await user.goTo(8, 1);
    await user.page.keyboard.press('Control+Enter');
    await user.page.keyboard.type('backoff');
    await user.page.keyboard.press('Control+Space');
    await user.page.waitForSelector('.suggest-widget .monaco-list-row');
  },
  script: async (user) => {
    await user.open('script.yaml');
    await user.page.waitForTimeout(1500);
  },
  lenses: async (user) => {
    await user.open('every-fifteen-minutes.yaml');
    await user.page.waitForSelector('.codelens-decoration a');
  },
  kubectl: async (user) => {
    await user.open('deadline.yaml');
    await user.simulate();
    await user.command('Kubejob: Open kubectl Output of the Simulation', ['describe']);
    await user.page.waitForTimeout(1500);
  },
  'story-schedule': async (user) => {
    await user.open('11-schedule-step-that-does-not-divide.yaml');
    await user.goTo(7, 15);
    await user.command('Show or Focus Hover');
    await user.page.waitForSelector('.monaco-hover:not(.hidden) .hover-contents');
  },
  'story-preview': async (user) => {
    await user.open('faulty.yaml');
    await user.page.waitForSelector('.squiggly-error');
    await user.goTo(2, 1);
    await user.goTo(1, 14);
    await user.page.keyboard.press('Control+.');
    await user.page
      .locator('.action-widget .monaco-list-row', { hasText: /^(Fix everything|.*모두)/ })
      .last()
      .click();
    await user.page.waitForSelector('.bulk-edit-panel, .refactor-preview');
  },
  problems: async (user) => {
    await user.command('Kubejob: Check All Manifests in the Workspace');
    await user.page.keyboard.press('Control+Shift+m');
    await user.page.waitForSelector('.markers-panel .monaco-list-row');
  },
};

/** The stories of test/field, each where its light bulb stands. */
const stories = {
  'story-quotes': ['01-schedule-unquoted-star.yaml', 7, 16],
  'story-column': ['02-lines-shifted-under-apiversion.yaml', 3, 4],
  'story-place': ['03-active-deadline-on-cronjob.yaml', 8, 6],
  'story-nest': ['04-limits-beside-empty-resources.yaml', 17, 18],
  'story-hook': ['22-bash-on-alpine-control.yaml', 8, 40],
};
for (const [story, [file, line, column]] of Object.entries(stories))
  scenes[story] = async (user) => {
    await user.open(file);
    await user.goTo(line, column);
    await user.page.keyboard.press('Control+.');
    await user.page.waitForSelector('.action-widget');
  };

install();
const { openWorkbench } = await import('./workbench.mjs');
const wanted = process.argv.slice(2);
mkdirSync(pictures, { recursive: true });
const isWanted = (name) => wanted.length === 0 || wanted.some((part) => name.includes(part));
for (const language of languages) for (const theme of Object.keys(themes)) await takeAll(language, theme);
const { takePanels } = await import('./panel/pictures.mjs');
await takePanels(pictures, isWanted);
const { filmPanel } = await import('./panel/animation.mjs');
if (isWanted('film')) await filmPanel(join(pictures, 'film.png'));
writeFileSync(join(pictures, 'index.html'), contactSheet(readdirSync(pictures)));

/** All pictures of one language and theme, in one editor. */
async function takeAll(language, theme) {
  const nameOf = (scene) => `${scene}-${theme}-${language}`;
  const due = Object.entries(scenes).filter(([scene]) => isWanted(nameOf(scene)));
  if (due.length === 0) return;
  const scratch = mkdtempSync(join(tmpdir(), 'kubejob-pictures-'));
  const folder = join(scratch, 'examples');
  cpSync(join(home, 'examples'), folder, { recursive: true });
  mkdirSync(join(folder, '.vscode'));
  cpSync(join(home, 'test/field'), join(folder, 'field'), { recursive: true });
  writeFileSync(join(folder, 'script.yaml'), script);
  writeFileSync(join(folder, 'faulty.yaml'), faulty);
  const settings = { 'kubejob.language': language, 'editor.fontSize': 13, 'workbench.tips.enabled': false };
  writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
  const withTools = due.some(([scene]) => scene in whereJobsLive);
  if (withTools) writeWhereJobsLive(folder);
  const tools = withTools ? settingsOfTools() : {};
  const workbench = await openWorkbench({ extension: home, folder, settings: tools, size: { width: 1440, height: 900 } });
  try {
    const { page } = workbench;
    await page.waitForSelector('.explorer-folders-view .monaco-list-row', { timeout: 60_000 });
    const user = userOf(page);
    await user.theme(themes[theme]);
    await page.keyboard.press('Control+b');
    for (const [scene, play] of due) {
      const file = join(pictures, nameOf(scene));
      const failed = await play(user).then(
        () => undefined,
        (error) => error,
      );
      await page.waitForTimeout(1500);
      rmSync(`${file}-failed.png`, { force: true });
      await page.screenshot({ path: failed ? `${file}-failed.png` : `${file}.png` });
      if (failed) process.exitCode = 1;
      console.log(failed ? `${nameOf(scene)}: ${failed.message}` : nameOf(scene));
      await user.leave();
    }
  } finally {
    await workbench.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

function contactSheet(files) {
  const columns = languages.flatMap((language) => Object.keys(themes).map((theme) => `${theme}-${language}`));
  const cell = (name) => (files.includes(name) ? `<a href="${name}"><img src="${name}" alt="${name}"></a>` : '');
  const rows = Object.keys(scenes).map((scene) => {
    const cells = columns.map((column) => `<td>${cell(`${scene}-${column}.png`)}</td>`);
    return `<tr><th>${scene}</th>${cells.join('')}</tr>`;
  });
  const head = columns.map((column) => `<th>${column}</th>`).join('');
  return `<!doctype html><title>Kubejob</title><style>img { width: 480px }</style><table><tr><th></th>${head}</tr>${rows.join('')}</table>`;
}
