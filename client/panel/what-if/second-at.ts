import type { Seconds } from '../../../server/protocol/requests.ts';

/** The second of the timeline that was pointed at; undefined beside its axis. The timeline says in its data what it shows. */
export function secondAt({ target, clientX }: MouseEvent): Seconds | undefined {
  const timeline = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-from]') : null;
  const track = timeline?.querySelector('.track')?.getBoundingClientRect();
  if (!timeline || !track || track.width === 0) return undefined;
  const [from, to] = [Number(timeline.dataset['from']), Number(timeline.dataset['to'])];
  const share = (clientX - track.left) / track.width;
  return share < 0 || share > 1 ? undefined : Math.round((from + share * (to - from)) * 10) / 10;
}
