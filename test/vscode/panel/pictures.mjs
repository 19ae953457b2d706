// Pictures of the stories that the panel tells, in all themes and both languages, without an editor around it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { themes } from '../../../playground/panel/themes.mjs';
import { openBrowser } from '../browser.mjs';
import { cases } from './cases.mjs';
import { koreanFont } from './korean-font.mjs';
import { panelPages, simulator } from './panel-page.mjs';

const korean = readFileSync(new URL('../../../client/words/korean.json', import.meta.url), 'utf8');
const size = { width: 760, height: 900 };

/** Takes those that are wanted by the name of their file without `.png`, which is `panel-STORY-THEME-LANGUAGE`. Throws where one cannot be taken. */
export async function takePanels(folder, isWanted) {
  const due = ['en', 'ko'].flatMap((language) =>
    Object.keys(themes).flatMap((theme) =>
      Object.keys(cases)
        .map((story) => ({ story, theme, language, name: `panel-${story}-${theme}-${language}` }))
        .filter(({ name }) => isWanted(name)),
    ),
  );
  if (due.length === 0) return;
  const font = due.some(({ language }) => language === 'ko') ? koreanFont(join(folder, 'font')) : undefined;
  const simulated = await simulator();
  const browser = await openBrowser();
  try {
    const open = await panelPages(browser);
    for (const { story, theme, language, name } of due) {
      const panel = await open({ theme, language, ...size, ...(language === 'ko' ? { font } : {}) });
      await takePanel(panel, simulated, { story, language }, join(folder, `${name}.png`));
      console.log(name);
    }
  } finally {
    await browser.close();
  }
}

async function takePanel(panel, simulated, { story, language }, path) {
  const { page } = panel;
  const { text, act, ...more } = cases[story];
  if (language === 'ko') await loadLetters(page, simulated.answerOf(text, { ...more, language }));
  await panel.live(simulated, text, { ...more, name: `${story}.yaml` });
  const edited = () => page.waitForFunction(() => document.querySelector('[role="progressbar"]') === null);
  await act({ ...panel, edited });
  await edited();
  // What is likely comes a moment later, and bars move to their places.
  await page.waitForFunction(() => document.querySelector('.likely summary, .upper p.quiet') !== null);
  await page.waitForTimeout(500);
  await page.locator('.upper').evaluate((one) => one.scrollTo(0, 0));
  await page.screenshot({ path });
  await page.close();
}

/** All of Korean that will be shown: what is drawn before its letters are there stays without them. */
async function loadLetters(page, { result: { run, ...told } }) {
  const letters = [...new Set(JSON.stringify([told, korean]).match(/[\uac00-\ud7a3]/g))].join('');
  await page.evaluate(
    (text) => Promise.all(['400', '600'].map((weight) => document.fonts.load(`${weight} 13px "Noto Sans KR"`, text))),
    letters,
  );
}
