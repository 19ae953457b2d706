import { isEdit } from '../history/read-history.ts';
import { type FromPanel, outputs, type ToPanel } from './messages.ts';
import { readTarget } from './read-target.ts';

type Check = (value: unknown) => boolean;
type Fields = Readonly<Record<string, Check>>;

/** A check for each field of a message; of one that may be left out, `optional`. */
type FieldsOf<Message> = { readonly [Field in Exclude<keyof Message, 'type'>]-?: Check };
type Messages<Message extends { readonly type: string }> = {
  readonly [Type in Message['type']]: FieldsOf<Extract<Message, { readonly type: Type }>>;
};

const text: Check = (value) => typeof value === 'string';
const count: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const amount: Check = (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const share: Check = (value) => amount(value) && Number(value) <= 1;
const flag: Check = (value) => typeof value === 'boolean';
const anObject: Check = (value) => isPlain(value);
const path = list((step) => text(step) || count(step));
const target: Check = (value) => readTarget(value) !== undefined;

const fromPanel: Messages<FromPanel> = {
  ready: {},
  reveal: { uri: text, line: count, character: count },
  moment: { t: optional(amount) },
  'what-if': { whatIf: fields({ edits: list(isEdit), withoutScenario: optional(flag) }) },
  likelihood: { failureRate: share },
  'save-scenario': {},
  'open-scenario': {},
  start: { startAt: optional(amount) },
  'reveal-field': { path },
  open: { output: (value) => outputs.some((one) => one === value), text },
  'open-recording': { text },
  copy: { text },
  text: { id: count, text },
};

const problems = list(fields({ uri: text, line: count, character: count, message: text }));
const objectHead: Fields = { kind: oneOf('Job', 'CronJob'), name: orNull(text), scenario: optional(text) };

/** A run is the server's own value, and far too large to be looked through: what is around it is checked. */
const results: Readonly<Record<string, Fields>> = {
  simulated: {
    ...objectHead,
    name: text,
    run: anObject,
    outcome: text,
    assumptions: list(fields({ text, control: optional(oneOf('runTime', 'failureRate', 'room')) })),
    reasons: list(fields({ t: amount, pod: optional(count), text })),
    refusals: list(fields({ t: amount, text })),
    inForce: anObject,
    worst: list(text),
    actions: list(anObject),
    calendar: optional(anObject),
  },
  refused: { ...objectHead, what: oneOf('object', 'scenario'), problems },
  unfinished: { ...objectHead, message: text, problems },
  gone: { scenario: optional(text) },
};

const answers: Readonly<Record<string, Fields>> = {
  waiting: {},
  broken: { text },
  shown: { target, files: list(text), result: byName('status', results), scenario: optional(text) },
};

const likelihoods: Readonly<Record<string, Fields>> = {
  known: {
    sentence: text,
    failureRate: share,
    runs: list(fields({ seed: count, outcome: text, reason: text, duration: orNull(amount), podsCreated: count, restarts: count })),
  },
  unknown: { sentence: text },
};

const toPanel: Messages<ToPanel> = {
  answer: { answer: byName('status', answers), texts: (value) => isPlain(value) && Object.values(value).every(text), language: text },
  changed: {},
  likelihood: { result: byName('status', likelihoods) },
  saved: {},
  caret: { path: optional(path) },
  moment: { t: amount },
  edit: { edit: isEdit },
  read: { id: count },
};

const isOfPanel = byName('type', fromPanel);
const isForPanel = byName('type', toPanel);

/** Whether the page may have sent it: a message with another field, or with one of another kind, is none of ours. */
export function isFromPanel(value: unknown): value is FromPanel {
  return isOfPanel(value);
}

/** Whether the extension may have sent it, as above. */
export function isToPanel(value: unknown): value is ToPanel {
  return isForPanel(value);
}

/** An object with these fields and no other; a field that holds `undefined` is as good as none. */
function fields(wanted: Fields): Check {
  const names = Object.keys(wanted);
  return (value) =>
    isPlain(value) &&
    names.every((name) => wanted[name]?.(value[name])) &&
    Object.keys(value).every((name) => Object.hasOwn(wanted, name) || value[name] === undefined);
}

/** One of several kinds of objects, told apart by one of their fields. */
function byName(field: string, kinds: Readonly<Record<string, Fields>>): Check {
  const checks = new Map(Object.entries(kinds).map(([name, wanted]) => [name, fields({ ...wanted, [field]: oneOf(name) })]));
  return (value) => {
    const name = isPlain(value) ? value[field] : undefined;
    return typeof name === 'string' && (checks.get(name)?.(value) ?? false);
  };
}

function list(item: Check): Check {
  return (value) => Array.isArray(value) && value.every(item);
}

function optional(check: Check): Check {
  return (value) => value === undefined || check(value);
}

function orNull(check: Check): Check {
  return (value) => value === null || check(value);
}

function oneOf(...names: readonly string[]): Check {
  return (value) => typeof value === 'string' && names.includes(value);
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
