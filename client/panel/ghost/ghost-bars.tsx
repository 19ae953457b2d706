import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Seconds } from '../../../server/protocol/requests.ts';
import { stretchOf } from '../axis/stretch.ts';
import type { View } from '../axis/view.ts';
import type { PodLives } from '../picture/pod-lives.ts';
import type { JobLine } from '../picture/segments.ts';
import { type Ghost, jobOtherwise, podsOtherwise } from './ghost.ts';
import './ghost.css';

/** The run to compare with; undefined where there is none. */
export const ComparedGhost = createContext<Ghost | undefined>(undefined);

/** The outlines of pods that were otherwise. */
export function PodGhosts({ lives, pods, view }: { readonly lives: PodLives; readonly pods: readonly number[]; readonly view: View }) {
  const ghost = useContext(ComparedGhost);
  if (!ghost) return null;
  return (
    <>
      {podsOtherwise(ghost, lives, pods).map(({ from, to }) => (
        <Outline key={`${from} ${to}`} from={from} to={to} view={view} />
      ))}
    </>
  );
}

/** The outline of a Job that was otherwise. */
export function JobGhost({ job, view }: { readonly job: JobLine; readonly view: View }) {
  const ghost = useContext(ComparedGhost);
  const before = ghost && jobOtherwise(ghost, job);
  return before ? <Outline from={before.from} to={before.to} view={view} /> : null;
}

function Outline({ from, to, view }: { readonly from: Seconds; readonly to: Seconds; readonly view: View }) {
  if (to < view.from || from > view.to) return null;
  return <span class="ghost" aria-hidden="true" style={stretchOf(from, to, view)} />;
}
