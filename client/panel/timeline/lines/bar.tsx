import { t } from '@vscode/l10n';
import { type ComponentChildren, Fragment } from 'preact';
import type { Seconds } from '../../../../server/protocol/requests.ts';
import { isEnd } from '../../../../server/simulator/timeline/drawn-state.ts';
import { stretchOf } from '../../axis/stretch.ts';
import type { View } from '../../axis/view.ts';
import { type WallClock, whenText } from '../../axis/wall-clock.ts';
import { useGoverned } from '../../governed/governed.ts';
import type { FieldPath } from '../../host/messages.ts';
import type { Segment } from '../../picture/segments.ts';
import { Sign } from '../signs/sign.tsx';
import './bars.css';

interface StateProps {
  readonly segment: Segment;
  readonly view: View;
  readonly clock: WallClock | undefined;
  /** What it says, what matters most first: as much of it is shown as there is room for. */
  readonly parts: readonly string[];
  /** Its pod is the one that is chosen among several on the line. */
  readonly isChosen?: boolean;
  readonly onSelect: () => void;
}

/** A stretch in one state, its end at the right a faint rest where nothing follows. */
export function StateBar({ segment, view, clock, parts, isChosen = false, onSelect }: StateProps) {
  const { from, to, state, status, more, last, exitCode } = segment;
  const isTail = last && isEnd(state);
  const exit = exitCode === undefined ? '' : ` · ${t('exit code {0}', exitCode)}`;
  const when = last ? t('from {0}', whenText(from, clock)) : `${whenText(from, clock)} – ${whenText(to, clock)}`;
  return (
    <Stretch
      class={`${state}${isTail ? ' tail' : ''}${isChosen ? ' chosen' : ''}`}
      from={from}
      to={to}
      view={view}
      title={`${status} ${more}${exit} · ${when}`}
      fields={segment.fields}
      onSelect={onSelect}
    >
      {isEnd(state) ? <Sign state={state} /> : null}
      <Parts parts={parts} />
    </Stretch>
  );
}

interface Props {
  readonly class: string;
  readonly from: Seconds;
  readonly to: Seconds;
  readonly view: View;
  readonly title: string;
  /** The fields behind it. */
  readonly fields: () => readonly FieldPath[];
  readonly onSelect: () => void;
  readonly children?: ComponentChildren;
}

/** What begins or ends out of sight is cut there, so that its text is in sight. The list around it takes the keys. */
export function Stretch({ class: kind, from, to, view, title, fields, onSelect, children }: Props) {
  const cut = `${from < view.from ? ' from-before' : ''}${to > view.to ? ' goes-on' : ''}`;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above.
    <span
      class={`bar ${kind}${cut}${useGoverned(fields)}`}
      style={stretchOf(from, to, view)}
      title={title}
      onClick={(event) => {
        event.stopPropagation();
        onSelect();
      }}
    >
      <span class="text">{children}</span>
    </span>
  );
}

/** Parts of what a bar says, each of which is seen whole or not at all. */
export function Parts({ parts }: { readonly parts: readonly string[] }) {
  return (
    <>
      {parts.map((part, at) => (
        <Fragment key={part}>
          {at > 0 && ' '}
          <span class="part">{at > 0 ? `· ${part}` : part}</span>
        </Fragment>
      ))}
    </>
  );
}
