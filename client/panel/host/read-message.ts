import type { Assumed, LikelihoodResult, ProblemInFile, SimulateAnswer, WhatIf } from '../../../server/protocol/requests.ts';
import { isEdit } from '../history/read-history.ts';
import { type Answer, type FromPanel, type Output, outputs, type Target, type ToPanel } from './messages.ts';
import { readTarget } from './read-target.ts';

type Simulated = Extract<SimulateAnswer, { readonly status: 'simulated' }>;
type KnownLikelihood = Extract<LikelihoodResult, { readonly status: 'known' }>;

type Guard<Value> = (value: unknown) => value is Value;
type AnyFields = Readonly<Record<string, Guard<unknown>>>;

/** A guard for each field of a value, of its type; of one that may be left out, `optional`. `Name` is the field that names the kind. */
type FieldsOf<Value, Name extends string = never> = {
  readonly [Field in Exclude<keyof Value, Name>]-?: Guard<Exclude<Value[Field], undefined>> | Guard<Value[Field] | undefined>;
};
/** The same for each kind of value, by the name of the kind. */
type KindsOf<Value extends Readonly<Record<Name, string>>, Name extends string> = {
  readonly [Kind in Value[Name]]: FieldsOf<Extract<Value, Readonly<Record<Name, Kind>>>, Name>;
};

const text = (value: unknown): value is string => typeof value === 'string';
const amount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const count = (value: unknown): value is number => amount(value) && Number.isSafeInteger(value);
const share = (value: unknown): value is number => amount(value) && value <= 1;
const flag = (value: unknown): value is boolean => typeof value === 'boolean';
const path = list((step: unknown): step is string | number => text(step) || count(step));
const target = (value: unknown): value is Target => readTarget(value) !== undefined;
const output = (value: unknown): value is Output => outputs.some((one) => one === value);
const texts = (value: unknown): value is Readonly<Record<string, string>> => isPlain(value) && Object.values(value).every(text);

const fromPanel: KindsOf<FromPanel, 'type'> = {
  ready: {},
  reveal: { uri: text, line: count, character: count },
  moment: { t: optional(amount) },
  'what-if': { whatIf: fields<WhatIf>({ edits: list(isEdit), withoutScenario: optional(flag) }) },
  likelihood: { failureRate: share },
  'save-scenario': {},
  'open-scenario': {},
  start: { startAt: optional(amount) },
  'reveal-field': { path },
  open: { output, text },
  'open-recording': { text },
  copy: { text },
  text: { id: count, text },
};

const problems = list(fields<ProblemInFile>({ uri: text, line: count, character: count, message: text }));
const objectHead = { kind: oneOf('Job', 'CronJob'), name: orNull(text), scenario: optional(text) };

const results: KindsOf<SimulateAnswer, 'status'> = {
  simulated: {
    ...objectHead,
    name: text,
    run: madeByServer<Simulated['run']>,
    outcome: text,
    assumptions: list(fields<Assumed>({ text, control: optional(oneOf('runTime', 'failureRate', 'room')) })),
    reasons: list(text),
    refusals: list(fields<Simulated['refusals'][number]>({ t: amount, action: count, text })),
    inForce: madeByServer<Simulated['inForce']>,
    worst: list(text),
    actions: list(madeByServer<Simulated['actions'][number]>),
    calendar: optional(madeByServer<NonNullable<Simulated['calendar']>>),
  },
  refused: { ...objectHead, what: oneOf('object', 'scenario'), problems },
  unfinished: { ...objectHead, message: text, problems },
  gone: { scenario: optional(text) },
};

const answers: KindsOf<Answer, 'status'> = {
  waiting: {},
  broken: { text },
  shown: { target, files: list(text), result: kinds<SimulateAnswer, 'status'>('status', results), scenario: optional(text) },
};

const likelihoods: KindsOf<LikelihoodResult, 'status'> = {
  known: { sentence: text, failureRate: share, runs: list(madeByServer<KnownLikelihood['runs'][number]>) },
  unknown: { sentence: text },
};

const toPanel: KindsOf<ToPanel, 'type'> = {
  answer: { answer: kinds<Answer, 'status'>('status', answers), texts, language: text },
  changed: {},
  replaced: {},
  likelihood: { result: kinds<LikelihoodResult, 'status'>('status', likelihoods) },
  saved: {},
  caret: { path: optional(path) },
  moment: { t: amount },
  edit: { edit: isEdit },
  read: { id: count },
};

/** Whether the page may have sent it: a message with another field, or with one of another kind, is none of ours. */
export const isFromPanel = kinds<FromPanel, 'type'>('type', fromPanel);

/** Whether the extension may have sent it, as above. */
export const isToPanel = kinds<ToPanel, 'type'>('type', toPanel);

/** A value of the server's own, and perhaps far too large to be looked through: an object, and no more is asked. */
function madeByServer<Value>(value: unknown): value is Value {
  return isPlain(value);
}

/** An object with these fields and no other; a field that holds `undefined` is as good as none. */
function fields<Value>(wanted: FieldsOf<Value>): Guard<Value> {
  const isIt = haveFields(wanted);
  return (value): value is Value => isIt(value);
}

/** One of several kinds of objects, told apart by one of their fields. */
function kinds<Value extends Readonly<Record<Name, string>>, Name extends string>(name: Name, all: KindsOf<Value, Name>): Guard<Value> {
  const checks = new Map(Object.entries<AnyFields>(all).map(([kind, wanted]) => [kind, haveFields({ ...wanted, [name]: oneOf(kind) })]));
  return (value): value is Value => {
    const kind = isPlain(value) ? value[name] : undefined;
    return text(kind) && (checks.get(kind)?.(value) ?? false);
  };
}

function haveFields(wanted: AnyFields): (value: unknown) => boolean {
  const guards = Object.entries(wanted);
  return (value) =>
    isPlain(value) &&
    guards.every(([name, guard]) => guard(value[name])) &&
    Object.keys(value).every((name) => Object.hasOwn(wanted, name) || value[name] === undefined);
}

function list<Item>(item: Guard<Item>): Guard<readonly Item[]> {
  return (value): value is readonly Item[] => Array.isArray(value) && value.every(item);
}

function optional<Value>(guard: Guard<Value>): Guard<Value | undefined> {
  return (value): value is Value | undefined => value === undefined || guard(value);
}

function orNull<Value>(guard: Guard<Value>): Guard<Value | null> {
  return (value): value is Value | null => value === null || guard(value);
}

function oneOf<const Text extends string>(...all: readonly Text[]): Guard<Text> {
  return (value): value is Text => all.some((one) => one === value);
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
