// The keys that a user presses in the editor, and the panel that they look at; for pictures, and for tests from outside.
/** What a user does with keys. `panel` is the page of the simulation panel; `simulate` waits until it shows something. */
export function userOf(page) {
  const pick = async (key, text, row, more = []) => {
    await page.keyboard.press(key);
    await page.waitForSelector('.quick-input-widget:visible input');
    await page.keyboard.type(text, { delay: 15 });
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: row }).first().waitFor();
    await page.waitForTimeout(500);
    await page.keyboard.press('Enter');
    for (const next of more) {
      await page.locator('.quick-input-widget .monaco-list-row', { hasText: next }).first().click();
    }
    await page.waitForSelector('.quick-input-widget', { state: 'hidden' });
  };
  const panel = page.frameLocator('iframe.webview').frameLocator('iframe');
  return {
    page,
    open: async (file) => {
      await pick('Control+p', file, file);
      await page.waitForSelector('.monaco-editor .view-line');
      await page.waitForTimeout(2000);
    },
    goTo: (line, column) => pick('Control+g', `${line}:${column}`, `${line}`),
    /** `choices` are the rows to choose from the lists that follow. */
    command: (title, choices = []) => pick('F1', title, title, choices),
    theme: async (label) => {
      await page.waitForTimeout(6000);
      await page.keyboard.press('Control+k');
      await pick('Control+t', label, label);
    },
    /** Leaves what is open, unsaved, for the next picture. */
    leave: async () => {
      for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Escape');
      await pick('F1', 'View: Revert and Close Editor', 'Revert and Close Editor').catch(() => {});
      await pick('F1', 'View: Close All Editors', 'Close All Editors').catch(() => {});
    },
    panel,
    simulate: async () => {
      await pick('F1', 'Kubejob: Simulate Job', 'Simulate Job');
      await panel.locator('h1').waitFor({ timeout: 60_000 });
    },
  };
}
