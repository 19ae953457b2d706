import { t } from '@vscode/l10n';
import type { RefObject } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { View } from '../../axis/view.ts';
import type { Picture } from '../../picture/picture.ts';
import type { Row } from '../../picture/rows.ts';
import type { Selected } from '../../state/page-state.ts';
import type { LineActs } from './line-acts.ts';
import './lanes.css';
import { LineRow } from './line-row.tsx';
import { rowHeight } from './visible-rows.ts';

/** What all lines show alike. */
interface Shown {
  readonly picture: Picture;
  readonly view: View;
  /** Of the axis, in pixels. */
  readonly width: number;
  readonly selected: Selected | undefined;
  readonly acts: LineActs;
}

interface LanesProps extends Shown {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly rows: readonly Row[];
  /** Which of them are drawn, and the place of the one that is chosen. */
  readonly drawn: { readonly first: number; readonly last: number };
  readonly active: number;
  readonly onScroll: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The lines that scroll. While the playhead moves they stay as they are. */
export function Lanes({ box, rows, drawn: { first, last }, active, onScroll, onKeyDown, ...shown }: LanesProps) {
  const { picture, view, width, selected } = shown;
  const acts = useLatest(shown.acts);
  const lines = useMemo(
    () =>
      rows.slice(first, last).map((row, at) => {
        const isActive = first + at === active;
        const place = { at: first + at, count: rows.length, isActive, isChosen: isActive && isAmongRows(selected, picture) };
        return <LineRow key={row.key} picture={picture} row={row} view={view} width={width} selected={selected} acts={acts} {...place} />;
      }),
    [picture, rows, first, last, view, width, active, selected],
  );
  return (
    <div class="lanes" ref={box} onScroll={onScroll}>
      <div
        class="rows"
        role="listbox"
        tabIndex={0}
        aria-label={t('The Job and its pods over time')}
        aria-activedescendant={rows.length > 0 ? `line-${active}` : undefined}
        onKeyDown={onKeyDown}
        style={{ height: `${rows.length * rowHeight}px` }}
      >
        {lines}
        <div class="track" />
      </div>
      {rows.length === 0 && <p class="quiet empty">{nothingWords(picture)}</p>}
    </div>
  );
}

/** Why there are no lines: of the whole run, or of what is wanted to be seen of it. */
function nothingWords({ run, jobs, lives }: Picture): string {
  if (run.kind === 'CronJob' && jobs.length === 0) return t('Nothing to show: no Job is started.');
  return lives.count === 0 ? t('Nothing to show: no pod is created.') : t('Nothing to show: no pod is like that.');
}

/** Whether what is chosen has a line among those that scroll. While nothing is, a Job is, which has a line of its own. */
function isAmongRows(selected: Selected | undefined, { run }: Picture): boolean {
  return selected !== undefined && !(selected.kind === 'Job' && run.kind === 'Job');
}

/** A Job's own line, which always stays in sight. A CronJob has none. */
export function OwnLine(shown: Shown) {
  const { picture, view, width, selected } = shown;
  const acts = useLatest(shown.acts);
  return useMemo(() => {
    const [job] = picture.jobs;
    if (picture.run.kind === 'CronJob' || !job) return null;
    const row: Row = { kind: 'job', key: 'job 0', job, fold: 'fixed' };
    const isChosen = !isAmongRows(selected, picture);
    const place = { at: undefined, count: 1, isActive: isChosen, isChosen };
    return (
      <div class="own-line" role="listbox" aria-label={t('Job')} tabIndex={-1}>
        <LineRow picture={picture} row={row} view={view} width={width} selected={selected} acts={acts} {...place} />
      </div>
    );
  }, [picture, view, width, selected]);
}

/** The same value each time, which does what the latest of them does. */
function useLatest(acts: LineActs): LineActs {
  const latest = useRef(acts);
  latest.current = acts;
  return useMemo(
    () => ({
      point: (selected, pointed) => latest.current.point(selected, pointed),
      explain: (explained) => latest.current.explain(explained),
      toggle: (row) => latest.current.toggle(row),
      open: (row) => latest.current.open(row),
    }),
    [],
  );
}
