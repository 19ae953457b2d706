import { nearestNames } from '../../kubernetes/names/nearest-name.ts';
import { readDuration } from '../../simulator/scenario/scenario-duration.ts';

/** What somebody expects of a simulation, as a sentence says it. Durations are seconds, shares from 0 to 1. */
export type Expectation =
  | { readonly kind: 'completes'; readonly within?: number }
  | { readonly kind: 'fails'; readonly reason?: string; readonly within?: number }
  | { readonly kind: 'pods'; readonly bound: Bound; readonly count: number; readonly atOnce: boolean }
  | { readonly kind: 'runs-at-once'; readonly count: number }
  | { readonly kind: 'runs'; readonly bound: Bound; readonly count: number }
  | { readonly kind: 'restarts'; readonly count: number }
  | { readonly kind: 'no-run-left-out' }
  | { readonly kind: 'likely'; readonly failureRate: number; readonly complete: number; readonly within?: number };

export type Bound = 'at most' | 'at least';

/** One way to say something, as it is offered to who said it otherwise. */
interface Form {
  readonly example: string;
  /** Shorter and longer ways, and those with other words. */
  readonly others?: readonly string[];
  readonly pattern: RegExp;
  /** Undefined where a number in it is none. */
  read(groups: Readonly<Record<string, string | undefined>>): Expectation | undefined;
}

const forms: readonly Form[] = [
  {
    example: 'completes within 10m',
    others: ['completes'],
    pattern: /^completes(?: within (?<within>\S+))?$/,
    read: ({ within }) => timed({ kind: 'completes' }, within),
  },
  {
    example: 'fails with DeadlineExceeded within 1h',
    others: ['fails', 'fails within 1h', 'fails with DeadlineExceeded'],
    pattern: /^fails(?: with (?<reason>[A-Za-z]+))?(?: within (?<within>\S+))?$/,
    read: ({ reason, within }) => timed({ kind: 'fails', ...(reason === undefined ? {} : { reason }) }, within),
  },
  {
    example: 'at most 4 pods at once',
    others: ['at least 4 pods at once', 'at most 4 pods', 'at least 4 pods'],
    pattern: /^(?<bound>at most|at least) (?<count>\d+) pods?(?<atOnce> at once)?$/,
    read: ({ bound, count, atOnce }) => ({ kind: 'pods', bound: boundOf(bound), count: Number(count), atOnce: atOnce !== undefined }),
  },
  {
    example: 'never two runs at once',
    others: ['at most 2 runs at once'],
    pattern: /^(?:never (?:two|2)|at most (?<count>\d+)) runs? at once$/,
    read: ({ count = '1' }) => ({ kind: 'runs-at-once', count: Number(count) }),
  },
  {
    example: 'at least 3 runs',
    others: ['at most 3 runs'],
    pattern: /^(?<bound>at most|at least) (?<count>\d+) runs?$/,
    read: ({ bound, count }) => ({ kind: 'runs', bound: boundOf(bound), count: Number(count) }),
  },
  {
    example: 'no run is left out',
    others: ['no run is skipped', 'no run is missed'],
    pattern: /^no run is (?:left out|skipped|missed)$/,
    read: () => ({ kind: 'no-run-left-out' }),
  },
  {
    example: 'at most 2 restarts',
    others: ['never restarts'],
    pattern: /^(?:never|at most (?<count>\d+)) restarts?$/,
    read: ({ count = '0' }) => ({ kind: 'restarts', count: Number(count) }),
  },
  {
    example: 'at 5 % failures 99 % complete',
    others: ['at 5 % failures 99 % complete within 10m'],
    pattern: /^at (?<rate>\d+(?:\.\d+)?) ?% failures (?:at least )?(?<complete>\d+(?:\.\d+)?) ?% complete(?: within (?<within>\S+))?$/,
    read({ rate, complete, within }) {
      const [failureRate, share] = [Number(rate) / 100, Number(complete) / 100];
      return failureRate <= 1 && share <= 1 ? timed({ kind: 'likely', failureRate, complete: share }, within) : undefined;
    },
  },
];

/** The ways to say something. */
export const examplesOfExpectations: readonly string[] = forms.map(({ example }) => example);

/** What a sentence expects; undefined where it is none of the known ones. Blanks and upper case at its head do not count. */
export function readExpectation(sentence: string): Expectation | undefined {
  const plain = sentence.trim().replace(/\s+/g, ' ').replace(/\.$/, '');
  const lower = plain.slice(0, 1).toLowerCase() + plain.slice(1);
  for (const { pattern, read } of forms) {
    const found = pattern.exec(lower);
    if (found) return read(found.groups ?? {});
  }
  return undefined;
}

/**
 * What a sentence that is none was probably meant to say, in its own numbers and with its own reason; undefined where it is near to
 * nothing that there is to say.
 */
export function expectationMeant(sentence: string): string | undefined {
  const plain = sentence
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/(\d) ?(h|m|s)[a-z]+\b/g, '$1$2');
  const numbers = plain.match(numbered) ?? [];
  const [, reason] = /\bwith ([A-Za-z]+)/.exec(plain) ?? [];
  const inItsWords = (example: string) => {
    const [first = '', ...parts] = (reason === undefined ? example : example.replace('DeadlineExceeded', reason)).split(numbered);
    return parts.reduce((text, part, at) => `${text}${numbers[at] ?? ''}${part}`, first);
  };
  const ways = forms.flatMap(({ example, others = [] }) => [example, ...others]);
  const said = ways.filter((way) => (way.match(numbered) ?? []).length === numbers.length).map(inItsWords);
  return nearestNames(plain, said).find((way) => readExpectation(way) !== undefined);
}

/** Numbers and durations. */
const numbered = /\d+(?:\.\d+)?[hms\d]*/g;

function timed(expectation: Extract<Expectation, { within?: number }>, within: string | undefined): Expectation | undefined {
  if (within === undefined) return expectation;
  const seconds = readDuration(within);
  return seconds === undefined ? undefined : { ...expectation, within: seconds };
}

function boundOf(text: string | undefined): Bound {
  return text === 'at least' ? 'at least' : 'at most';
}
