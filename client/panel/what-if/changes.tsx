import { t } from '@vscode/l10n';
import type { ComponentChildren, TargetedMouseEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { Seconds } from '../../../server/protocol/requests.ts';
import type { WhatIfEdit } from '../../../server/simulator/what-if/what-if-edit.ts';
import { type WallClock, whenText } from '../axis/wall-clock.ts';
import { withEdit } from '../history/history.ts';
import type { Picture } from '../picture/picture.ts';
import { endedAt } from '../picture/segments.ts';
import type { Dispatch } from '../state/page-action.ts';
import type { Drawn, PageState } from '../state/page-state.ts';
import { Menu } from './menu.tsx';
import { momentItems, podItems } from './menu-items.ts';
import { nodeOf, podMeant, restartsInPlace } from './pod-meant.ts';
import { secondAt } from './second-at.ts';

interface Props {
  readonly drawn: Drawn;
  readonly clock: WallClock | undefined;
  readonly page: Pick<PageState, 'second' | 'selected' | 'history'>;
  readonly dispatch: Dispatch;
  readonly children: ComponentChildren;
}

interface Opened {
  readonly about: 'pod' | 'moment';
  readonly x: number;
  readonly y: number;
  readonly second: Seconds;
}

/** What it is around can be changed: by the buttons above it, and by the menu of each bar and of the axis. */
export function Changes({ drawn, clock, page, dispatch, children }: Props) {
  const [opened, open] = useState<Opened | undefined>(undefined);
  const { picture } = drawn;
  const { run } = drawn.result;
  const { selected, history } = page;
  const pod = selected?.kind === 'Pod' ? selected.ordinal : undefined;
  const meant = pod === undefined ? undefined : podMeant(run, pod);
  const second = page.second ?? middleOf(picture);
  const below = (about: Opened['about']) => (event: TargetedMouseEvent<HTMLElement>) => {
    const { left: x, bottom: y } = event.currentTarget.getBoundingClientRect();
    open({ about, x, y, second });
  };
  const onContextMenu = (event: MouseEvent) => {
    if (!(event.target instanceof HTMLElement)) return;
    const line = event.target.closest('[role="option"]');
    if (!line && !event.target.closest('.axis, .rows')) return;
    event.preventDefault();
    // What is pointed at is what is chosen; a key opens the menu of what is chosen already.
    if (line && event.button === 2) event.target.click();
    open({ about: line || event.button !== 2 ? 'pod' : 'moment', x: event.clientX, y: event.clientY, second: secondAt(event) ?? second });
  };
  const onEdit = (edit: WhatIfEdit) => dispatch({ type: 'history-changed', history: withEdit(history, edit), goesOn: false });
  const ofPod = opened?.about === 'pod' && pod !== undefined && meant;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what the menu offers has buttons too.
    <div onContextMenu={onContextMenu}>
      <div class="change-buttons">
        <button type="button" disabled={pod === undefined} aria-haspopup="menu" onClick={below('pod')}>
          {pod === undefined ? t('Change a pod: choose one below') : t('Change #{0} …', pod)}
        </button>
        <button type="button" aria-haspopup="menu" onClick={below('moment')}>
          {t('Let something happen at {0} …', whenText(second, clock))}
        </button>
      </div>
      {children}
      {opened && (
        <Menu
          key={`${opened.about} ${opened.x} ${opened.y}`}
          title={ofPod ? t('Pod #{0}, at {1}', pod, whenText(opened.second, clock)) : t('At {0}', whenText(opened.second, clock))}
          items={
            ofPod
              ? podItems(
                  { meant: ofPod, ordinal: pod, restartsInPlace: restartsInPlace(run), node: nodeOf(run, pod) },
                  opened.second,
                  whenText(opened.second, clock),
                )
              : momentItems(run.kind, opened.second)
          }
          x={opened.x}
          y={opened.y}
          onEdit={onEdit}
          onClose={() => open(undefined)}
        />
      )}
    </div>
  );
}

/**
 * A second at which there is something to be changed, where none was chosen: at the end there is nothing left, and before the first
 * run of a CronJob nothing yet.
 */
function middleOf({ jobs: [first], finish }: Picture): Seconds {
  const [from, to] = [first?.segments[0]?.from ?? 0, (first && endedAt(first)) ?? finish];
  return Math.round((from + to) * 5) / 10;
}
