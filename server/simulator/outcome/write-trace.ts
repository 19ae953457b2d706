import type { Instant } from '../engine/clock.ts';
import type { Skipped } from '../engine/skipped.ts';
import { differencesOf, timesOf } from '../run/columns.ts';
import type { TraceColumns, TraceStep } from '../run/run.ts';
import { explanationLater } from '../watch/later.ts';
import { createTable } from '../watch/table.ts';
import type { TraceLog } from '../watch/trace-log.ts';
import { eachRow } from './each-row.ts';

export function writeTrace(log: TraceLog, told: Instant): TraceColumns {
  const [at, pod, step, dues]: [number[], number[], number[], number[]] = [[], [], [], []];
  const steps = createTable<TraceStep, TraceStep>(JSON.stringify, (one) => one);
  const places = new Map<TraceStep, number>();
  const placeOf = (one: TraceStep) => {
    const place = places.get(one) ?? steps.place(one);
    places.set(one, place);
    return place;
  };
  let latest: { readonly reason: TraceStep; readonly by: Skipped; readonly told: TraceStep } | undefined;
  /** Of what comes again and again the same object, which is found sooner. */
  const later = (reason: TraceStep, by: Skipped): TraceStep => {
    if (!('args' in reason)) return reason;
    if (latest?.reason !== reason || latest.by.completions !== by.completions) latest = { reason, by, told: explanationLater(reason, by) };
    return latest.told;
  };
  eachRow(log, told, (row, by, instant) => {
    const reason = log.steps[log.step[row] ?? -1];
    const ofPod = log.pod[row] ?? -1;
    if (!reason) return;
    at.push(instant);
    pod.push(ofPod < 0 ? -1 : ofPod + by.pods);
    step.push(placeOf(later(reason, by)));
    if (!('args' in reason)) dues.push((log.due[row] ?? 0) + by.time);
  });
  return { at: timesOf(at), pod: differencesOf(pod), step, steps: steps.rows, dues: timesOf(dues) };
}
