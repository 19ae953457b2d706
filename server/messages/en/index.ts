import type { ArgumentsIn, NoArguments } from '../table/message-table.ts';
import { changes } from './changes.ts';
import { charts } from './charts.ts';
import { completion } from './completion.ts';
import { configuration } from './configuration.ts';
import { decoding } from './decoding.ts';
import { estimate } from './estimate.ts';
import { explain } from './explain.ts';
import { fields } from './fields.ts';
import { fixes } from './fixes.ts';
import { hover } from './hover.ts';
import { job } from './job.ts';
import { names } from './names.ts';
import { namespace } from './namespace.ts';
import { outcome } from './outcome.ts';
import { containers } from './pod/containers.ts';
import { placement } from './pod/placement.ts';
import { resources } from './pod/resources.ts';
import { security } from './pod/security.ts';
import { shared } from './pod/shared.ts';
import { volumes } from './pod/volumes.ts';
import { warnings } from './pod/warnings.ts';
import { wholePod } from './pod/whole-pod.ts';
import { scenario, simulationReport } from './scenario.ts';
import { scenarioFields } from './scenario-fields.ts';
import { schedule } from './schedule.ts';
import { scheduleWords } from './schedule-words.ts';
import { simulation } from './simulation.ts';
import { values } from './values.ts';

/** What there is to be said of a manifest by the rules of Kubernetes. */
export const verdict = {
  ...decoding,
  ...names,
  ...namespace,
  ...job,
  ...shared,
  ...containers,
  ...resources,
  ...security,
  ...volumes,
  ...placement,
  ...wholePod,
  ...warnings,
};

/** Every text in English, by its code. What codes there are, and what each of their texts is given, follows from it. */
export const english = {
  ...verdict,
  ...outcome,
  ...estimate,
  ...fixes,
  ...changes,
  ...charts,
  ...completion,
  ...explain,
  ...fields,
  ...hover,
  ...simulation,
  ...scenario,
  ...scenarioFields,
  ...configuration,
  ...simulationReport,
  ...schedule,
  ...scheduleWords,
  ...values,
};

/** The texts with their types; a name for them, so that the compiler's messages stay short. */
export interface English extends Readonly<typeof english> {}

/** The codes that there are. */
export type Code = keyof English;

/** What the text of a code must be given. */
export type ArgumentsOf<C extends Code> = ArgumentsIn<English[C]>;

/** Something to be said: the code of a text with what that text is given. */
export type Remark<C extends Code = Code> = { readonly [Each in C]: { readonly code: Each; readonly args: ArgumentsOf<Each> } }[C];

/** The codes whose texts are given nothing. */
export type PlainCode = CodeGiven<NoArguments>;

/** The codes whose texts are given just this. */
export type CodeGiven<Args> = {
  [C in Code]: Args extends ArgumentsOf<C> ? (keyof Args extends keyof ArgumentsOf<C> ? C : never) : never;
}[Code];

/** The codes whose texts are given an argument of this name. */
export type CodeWith<Name extends string> = {
  [C in Code]: string extends keyof ArgumentsOf<C> ? never : Name extends keyof ArgumentsOf<C> ? C : never;
}[Code];
