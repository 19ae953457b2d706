/** A mapping of a document that has not been given a type yet. */
export type Mapping = Readonly<Record<string, unknown>>;

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The items of a list; nothing for anything else. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** What keeps a container from starting, for a while or for good, by the field that says so. */
export const waitingFates = {
  cannotCreate: 'cannot-create',
  cannotPull: 'cannot-pull',
  cannotMount: 'cannot-mount',
  cannotSchedule: 'cannot-schedule',
} as const;
