import './language-of-monaco.ts';
import './page.css';
import { languageServer } from '../server/language-server.ts';
import { partOf, workerOf } from '../server/worker-of.ts';
import { readStories, type Story } from '../stories/story.ts';
import { fragmentOf, type Shared, sharedIn, type Unreadable } from './address.ts';
import { keepChoices, readChoices } from './choices.ts';
import { createEditor, type Problem } from './editor.ts';
import { showHelp } from './help.ts';
import { part, select, showDialog, tell, withCode } from './parts.ts';
import { keepForReload, keptForReload } from './reload.ts';
import { simulation } from './simulation.ts';
import { words } from './words.ts';

const manifest = 'file:///playground/job.yaml';
const scenario = 'file:///playground/job.scenario.yaml';
/** Typing goes on; what is simulated meanwhile nobody looks at. */
const pause = 250;

const choices = readChoices();
const said = words[choices.language];
const stories = readStories();
document.documentElement.lang = choices.language;
document.documentElement.dataset['theme'] = choices.theme;
document.title = said.title;

const version = select('version');
const settings = () => ({ kubernetesVersion: version.value, language: choices.language });
const server = languageServer(workerOf(partOf('server')), { locale: choices.language, simulates: true, settings: settings() });
const editor = createEditor(part('editor'), server, choices.theme);
const texts = choices.language === 'ko' ? JSON.parse(partOf('korean')) : {};
const panel = simulation({ script: partOf('panel'), style: partOf('panel-style') }, server, manifest, {
  ...choices,
  texts,
  reveal(uri, place) {
    showTab(uri);
    editor.reveal(uri, place);
  },
  saveScenario(text) {
    editor.setText(scenario, text);
    showTab(scenario);
  },
  showScenario: () => showTab(scenario),
  showText: (title, text) => showDialog(title, text, said.close),
  copy: (text) => void copy(text, ''),
  nameOf: (uri) => uri.slice(uri.lastIndexOf('/') + 1),
});
part('panel').append(panel.frame.element);

let simulating: number | undefined;
editor.onChange(() => {
  clearTimeout(simulating);
  simulating = window.setTimeout(() => void panel.refresh(), pause);
});
editor.onCaret((uri, place) => void panel.caret(uri, place));
editor.onProblems(manifest, showProblems);
editor.onCommand('kubejob.simulate', (_uri, id) => {
  showSide('simulation');
  void panel.refresh(id as { readonly document: number });
});

for (const [id, text] of Object.entries({
  about: said.about,
  'tab-manifest': said.manifest,
  'tab-scenario': said.scenario,
  'side-text': said.text,
  'side-simulation': said.simulation,
  share: said.share,
  language: said.language,
}))
  part(id).textContent = text;
for (const [id, label] of Object.entries({
  story: said.stories,
  previous: said.previous,
  next: said.next,
  version: said.version,
  help: said.help,
  theme: said.theme,
})) {
  part(id).setAttribute('aria-label', label);
  part(id).title = label;
}

const story = select('story');
story.append(
  ...[said.ownText, ...stories.map(({ title }, at) => `${at + 1}. ${title[choices.language]}`)].map(
    (text, at) => new Option(text, `${at - 1}`),
  ),
);
story.addEventListener('change', () => tellStory(stories[Number(story.value)]));
part('previous').addEventListener('click', () => go(-1));
part('next').addEventListener('click', () => go(1));
version.addEventListener('change', () => {
  chooseVersion(version.value);
  void panel.refresh();
});
part('tab-manifest').addEventListener('click', () => showTab(manifest));
part('tab-scenario').addEventListener('click', () => showTab(scenario));
part('side-text').addEventListener('click', () => showSide('text'));
part('side-simulation').addEventListener('click', () => showSide('simulation'));
part('share').addEventListener('click', () => void share());
part('help').addEventListener('click', () => showHelp(JSON.parse(partOf('docs')), partOf('notices'), said));
part('theme').addEventListener('click', () => again({ ...choices, theme: choices.theme === 'dark' ? 'light' : 'dark' }));
part('language').addEventListener('click', () => again({ ...choices, language: choices.language === 'en' ? 'ko' : 'en' }));
window.addEventListener('hashchange', () => void sharedIn(location.hash).then(open));
window.addEventListener('pagehide', () => keepForReload(isToldAsItIs() ? undefined : state()));
void (async () => open(keptForReload() ?? (await sharedIn(location.hash))))();

/** What is shared, otherwise the story that the address names, or the first. */
function open(shared: Shared | Unreadable | undefined): void {
  if (shared === undefined || shared === 'unreadable') {
    const told = Number(/[#&]story=(\d+)/.exec(location.hash)?.[1] ?? 1);
    story.value = String(Math.min(Math.max(told, 1), stories.length) - 1);
    tellStory(stories[Number(story.value)]);
    if (shared === 'unreadable') part('look').replaceChildren(said.unreadable);
    return;
  }
  if ([...version.options].some(({ value }) => value === shared.version)) chooseVersion(shared.version);
  story.value = '-1';
  part('look').replaceChildren();
  show(shared.manifest, shared.scenario);
}

function chooseVersion(chosen: string): void {
  version.value = chosen;
  server.notify('workspace/didChangeConfiguration', { settings: { kubejob: settings() } });
}

function go(by: number): void {
  const at = Math.max(0, Number(story.value)) + by;
  story.value = String((at + stories.length) % stories.length);
  tellStory(stories[Number(story.value)]);
}

function tellStory(told: Story | undefined): void {
  part('look').replaceChildren(...(told ? withCode(told.look[choices.language]) : []));
  if (!told) return;
  history.replaceState(null, '', `#story=${stories.indexOf(told) + 1}`);
  show(told.manifest, told.scenario);
}

function show(text: string, behaviour: string): void {
  panel.begin();
  if (behaviour === '') editor.drop(scenario);
  else editor.setText(scenario, behaviour);
  editor.setText(manifest, text);
  showTab(manifest);
}

/** A scenario of which nothing was written is none. */
function showTab(uri: string): void {
  if (uri === scenario && editor.textOf(scenario) === '') editor.setText(scenario, said.scenarioHint);
  editor.show(uri);
  if (uri === manifest && editor.textOf(scenario) === said.scenarioHint) editor.drop(scenario);
  part('tab-manifest').setAttribute('aria-selected', String(uri === manifest));
  part('tab-scenario').setAttribute('aria-selected', String(uri === scenario));
  showSide('text');
}

/** On a narrow screen one of both is seen. */
function showSide(side: 'text' | 'simulation'): void {
  document.body.dataset['side'] = side;
  part('side-text').setAttribute('aria-pressed', String(side === 'text'));
  part('side-simulation').setAttribute('aria-pressed', String(side === 'simulation'));
}

function showProblems(problems: readonly Problem[]): void {
  const items = problems.map(({ isError, line, character, message }) => {
    const button = document.createElement('button');
    button.className = isError ? 'error' : 'remark';
    button.append(...withCode(`${line + 1}: ${message}`));
    button.addEventListener('click', () => editor.reveal(manifest, { line, character }));
    return button;
  });
  part('problems').replaceChildren(...(items.length > 0 ? items : [said.noFaults]));
}

function state(): Shared {
  const behaviour = editor.textOf(scenario);
  return { manifest: editor.textOf(manifest), scenario: behaviour === said.scenarioHint ? '' : behaviour, version: version.value };
}

async function share(): Promise<void> {
  const fragment = await fragmentOf(state());
  if (fragment === undefined) {
    tell(said.tooLong);
    return;
  }
  history.replaceState(null, '', fragment);
  await copy(location.href, said.shared);
}

/** A browser may forbid it without a click, or in a file. */
async function copy(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    if (done) tell(done);
  } catch {
    showDialog(said.share, text, said.close);
  }
}

/** In another language or theme everything is made anew, from the text as it is. */
function again(chosen: typeof choices): void {
  keepChoices(chosen);
  location.reload();
}

/** Whether a story is shown as it is told: somebody who comes back to it wants its words, too. */
function isToldAsItIs(): boolean {
  const told = stories[Number(story.value)];
  const now = state();
  return told?.manifest === now.manifest && told.scenario === now.scenario && now.version === version.options[0]?.value;
}
