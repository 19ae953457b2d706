import { t } from '@vscode/l10n';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Seconds } from '../../../../server/protocol/requests.ts';
import type { Picture } from '../../picture/picture.ts';
import { changeBefore, nextChange } from '../../picture/steps.ts';
import type { Dispatch } from '../../state/page-action.ts';

interface Props {
  readonly picture: Picture;
  readonly second: Seconds;
  readonly dispatch: Dispatch;
}

/** In milliseconds: so long takes a whole run, however long it is; so far apart are steps where motion is not wanted. */
const wholeRunTakes = 10_000;
const stillFor = 700;

/** Plays the run, and goes on by single changes: with space, `.` and `,` wherever nothing else takes them. */
export function Play({ picture: { run, finish }, second, dispatch }: Props) {
  const [isPlaying, setPlaying] = useState(false);
  const now = useRef(second);
  now.current = second;
  const goTo = (next: Seconds | undefined) => {
    if (next !== undefined) dispatch({ type: 'second-chosen', second: next < finish ? next : undefined });
  };
  const toggle = () => {
    if (!isPlaying && now.current >= finish) goTo(0);
    setPlaying(!isPlaying);
  };
  const keys = useRef({ toggle, forward: () => {}, back: () => {} });
  keys.current = { toggle, forward: () => goTo(nextChange(run, now.current)), back: () => goTo(changeBefore(run, now.current)) };
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const act = isTyping(event) ? undefined : actionOf(event, keys.current);
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  useEffect(() => {
    if (!isPlaying) return;
    const stop = playOn((passed) => {
      const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
      const next = isStill ? (nextChange(run, now.current) ?? finish) : now.current + (passed / wholeRunTakes) * finish;
      goTo(next);
      if (next >= finish) setPlaying(false);
    });
    return stop;
  }, [isPlaying, run]);
  return (
    <fieldset class="play" aria-label={t('Playhead')}>
      <button type="button" class="icon" aria-label={t('Change before')} title={`${t('Change before')} (,)`} onClick={keys.current.back}>
        <Icon path="M11 3.5v9L5 8zM4 3.5v9" />
      </button>
      <button
        type="button"
        class="icon"
        aria-label={isPlaying ? t('Pause') : t('Play')}
        title={`${isPlaying ? t('Pause') : t('Play')} (${t('space')})`}
        onClick={toggle}
      >
        <Icon path={isPlaying ? 'M5.5 3.5v9M10.5 3.5v9' : 'M5 3v10l8-5z'} />
      </button>
      <button type="button" class="icon" aria-label={t('Next change')} title={`${t('Next change')} (.)`} onClick={keys.current.forward}>
        <Icon path="M5 3.5v9L11 8zM12 3.5v9" />
      </button>
    </fieldset>
  );
}

function Icon({ path }: { readonly path: string }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

/** Calls with the milliseconds that have passed since the last time: each frame, or now and then where motion is not wanted. */
function playOn(step: (passed: number) => void): () => void {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (isStill) {
    const timer = setInterval(() => step(stillFor), stillFor);
    return () => clearInterval(timer);
  }
  let before = performance.now();
  let frame = requestAnimationFrame(function go(time) {
    step(Math.max(0, time - before));
    before = time;
    frame = requestAnimationFrame(go);
  });
  return () => cancelAnimationFrame(frame);
}

/** Where keys write, or press a button, they are not ours. */
function isTyping({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'range';
  return (
    target.isContentEditable ||
    ['TEXTAREA', 'SELECT'].includes(target.tagName) ||
    (key === ' ' && target.closest('button, summary') !== null)
  );
}

function actionOf(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  { toggle, forward, back }: Readonly<Record<'toggle' | 'forward' | 'back', () => void>>,
) {
  if (ctrlKey || metaKey || altKey) return undefined;
  const actions: Readonly<Record<string, () => void>> = { ' ': toggle, '.': forward, ',': back };
  return Object.hasOwn(actions, key) ? actions[key] : undefined;
}
