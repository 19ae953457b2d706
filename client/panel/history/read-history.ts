import type { PodChange, PodMeant, ScenarioAction, WhatIfEdit } from '../../../server/simulator/what-if/what-if-edit.ts';
import { type History, noHistory } from './history.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Reads what was stored or sent of edits by hand; what is none of ours is left out. */
export function readHistory(value: unknown): History {
  if (!isFields(value)) return noHistory;
  const { edits, undone, withoutScenario } = value;
  return { edits: readEdits(edits), undone: readEdits(undone), withoutScenario: withoutScenario === true };
}

function readEdits(value: unknown): readonly WhatIfEdit[] {
  return Array.isArray(value) ? value.filter(isEdit) : [];
}

export function isEdit(value: unknown): value is WhatIfEdit {
  if (!isFields(value)) return false;
  switch (value['kind']) {
    case 'run-time':
    case 'start':
      return isAmountOrNull(value['seconds']);
    case 'failure-rate':
      return isAmountOrNull(value['share']);
    case 'room':
      return isAmountOrNull(value['pods']);
    case 'seed':
      return isAmount(value['seed']);
    case 'pod':
      return isPod(value['pod']) && isChange(value['change']);
    case 'action':
      return isAction(value['action']);
    default:
      return false;
  }
}

function isPod(value: unknown): value is PodMeant {
  if (!isFields(value)) return false;
  const { ordinal, index, attempt, job } = value;
  const isOne = (isAmount(ordinal) && index === undefined) || (isAmount(index) && ordinal === undefined);
  return isOne && [attempt, job].every((one) => one === undefined || isAmount(one));
}

function isChange(value: unknown): value is PodChange {
  if (!isFields(value)) return false;
  const [[name, what] = []] = Object.entries(value);
  if (name === 'for' || name === 'exit') return isAmount(what);
  return what === true && ['outOfMemory', 'cannotStart', 'cannotPull', 'cannotSchedule'].includes(name ?? '');
}

function isAction(value: unknown): value is ScenarioAction {
  if (!isFields(value) || !isAmount(value['at'])) return false;
  const { patch, deletePod, evictPod, killContainer, failNode, delete: propagation } = value;
  if (patch !== undefined) return isFields(patch);
  if (failNode !== undefined) return typeof failNode === 'string';
  if (propagation !== undefined) return ['Foreground', 'Background', 'Orphan'].some((one) => one === propagation);
  return [deletePod, evictPod, killContainer].some(isAmount);
}

function isAmountOrNull(value: unknown): boolean {
  return value === null || isAmount(value);
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
