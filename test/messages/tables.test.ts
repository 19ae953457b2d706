import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { recordOf } from '../../server/language/fields/field-records.ts';
import { details } from '../../server/messages/en/yaml-details.ts';
import { render, tableIn } from '../../server/messages/render.ts';
import { type Arguments, fill, type Message, type MessageTable } from '../../server/messages/table/message-table.ts';

const en: MessageTable = tableIn('en');
const ko: MessageTable = tableIn('ko');
const codes = Object.keys(en);

/** Texts that are the same in every language: figures and units. */
const wordless = new Set([
  'value-duration',
  'value-cpu',
  'clock-time',
  'runs-at',
  'runs-hours-between',
  'runs-range',
  'runs-steps',
  'runs-list',
]);

/** What a text says of its arguments; undefined where its function cannot take them. */
function said(message: Message, args: Arguments): string | undefined {
  try {
    return fill(message, args);
  } catch {
    return undefined;
  }
}

/** The arguments that a text asks for, whichever way it goes. */
function asked(message: Message): ReadonlySet<string> {
  const names = new Set<string>();
  for (const value of [undefined, '', 'x', 0, 1, true, false, ['x']])
    said(
      message,
      new Proxy<Arguments>(
        {},
        {
          get: (_, name) => {
            if (typeof name === 'string') names.add(name);
            return value;
          },
        },
      ),
    );
  if (typeof message === 'string') for (const [, name = ''] of message.matchAll(/\{(\w+)\}/g)) names.add(name);
  return names;
}

/** The arguments whose values can be read in a text; undefined where it cannot take them. */
function shown(message: Message, args: Arguments): readonly string[] | undefined {
  const text = said(message, args);
  return text === undefined ? undefined : Object.keys(args).filter((name) => text.includes(`«${name}»`));
}

/** Everything that texts with arguments of these names may be given, words by which they go another way included. */
function argumentSets(names: readonly string[]): readonly Arguments[] {
  const withWords = names.flatMap((name) => {
    const others = names.filter((other) => other !== name);
    return (words[name] ?? []).flatMap((word) => [...marked(others)].map((args) => ({ ...args, [name]: word })));
  });
  return [...marked(names), ...withWords];
}

/** Each argument as a mark, or as a list of one; then each of them missing, empty or a number, which changes how some texts go. */
function* marked(names: readonly string[]): Generator<Arguments> {
  for (const marks of markings(names)) {
    yield marks;
    for (const name of names) {
      const { [name]: _, ...others } = marks;
      yield others;
      for (const value of ['', 0, 1, 6, true, false, ['a', 'b']]) yield { ...marks, [name]: value };
    }
  }
}

function markings([name, ...others]: readonly string[]): readonly Arguments[] {
  if (name === undefined) return [{}];
  return markings(others).flatMap((rest) => [
    { [name]: `«${name}»`, ...rest },
    { [name]: [`«${name}»`], ...rest },
  ]);
}

/** The words by which some texts go another way. */
const words: Readonly<Record<string, readonly string[]>> = {
  cause: ['spaces', 'in-script', 'misspelt', 'not-in-image', 'earlier'],
  becomes: ['nothing', 'default', 'unreadable'],
  field: ['minute', 'dayOfWeek', 'livenessProbe'],
  comparison: ['>=', '<='],
  expected: ['string', 'boolean', 'duration', 'integer', 'quantity'],
  got: ['string', 'number', 'boolean'],
  detail: Object.keys(details),
};

describe('English and Korean', () => {
  test('show the same arguments, whatever they are', () => {
    const faults = codes.flatMap((code) => {
      const [english = '', korean = ''] = [en[code], ko[code]];
      const names = [...new Set([...asked(english), ...asked(korean)])];
      return argumentSets(names).flatMap((args) => {
        const [here, there] = [shown(english, args), shown(korean, args)];
        return here === undefined || here.join() === there?.join()
          ? []
          : [`${code} ${JSON.stringify(args)}: en ${here.join()}, ko ${there?.join()}`];
      });
    });
    expect(faults).toEqual([]);
  });

  test('say nothing in the other language', () => {
    const english = codes.filter((code) => /[가-힣]/.test(String(en[code])));
    const korean = codes.filter((code) => !wordless.has(code) && !/[가-힣]/.test(plain(ko[code])));
    expect({ english, korean }).toEqual({ english: [], korean: [] });
  });

  test('are one line, without a particle that two readings fit', () => {
    const faults = codes.filter((code) => {
      const text = plain(ko[code]);
      return text.includes('\n') || /\((은|는|이|가|을|를|과|와|으|이)\)/.test(text) || text.trim() !== text;
    });
    expect(faults).toEqual([]);
  });

  test('put no particle that depends on the sound before it behind an argument', () => {
    const particle =
      /\{\w+\}["'`]?(은|는|이|가|을|를|과|와|로|으로|이나|나|이란|란|이라는|라는|이라고|라고|이라서|라서|이며|며|이면|면)(?=[\s.,:)]|$)/;
    const faults = Object.entries(ko).flatMap(([code, message]) => {
      const text = plain(message).replace(/«/g, '{').replace(/»/g, '}');
      return particle.test(text) ? [`${code}: ${text}`] : [];
    });
    expect(faults).toEqual([]);
  });
});

describe('the language', () => {
  test('is English unless another is asked for', () => {
    expect(render('fix-add-field', { field: 'spec' })).toBe('Add spec');
    expect(render('fix-add-field', { field: 'spec' }, 'en')).toBe('Add spec');
    expect(render('fix-add-field', { field: 'spec' }, 'ko')).toBe('spec 필드 추가');
  });

  test('changes nothing of how values are kept in one line', () => {
    expect(render('fix-remove-value', { value: 'a\nb' }, 'ko')).toBe('a\\nb 삭제');
  });
});

test('every field of which there is something to say has words in both languages, or the API’s own', () => {
  const ours = codes.filter((code) => code.startsWith('field.'));
  expect(ours.length).toBeGreaterThan(100);
  for (const owner of ['Job', 'CronJob', 'JobSpec', 'CronJobSpec', 'PodFailurePolicyRule', 'SuccessPolicyRule'])
    for (const code of ours.filter((one) => one.startsWith(`field.${owner}.`))) {
      const [, , name = ''] = code.split('.');
      const { page, example } = recordOf({ owner, name });
      expect(page ?? example, code).toBeDefined();
      expect(plain(ko[code]), code).toMatch(/[가-힣]/);
    }
});

describe('the code of the server', () => {
  const files = globSync('server/**/*.ts', { ignore: ['server/messages/**', 'server/**/generated/**'] });
  const source = files.map((path) => readFileSync(path, 'utf8')).join('\n');

  test('uses every text', () => {
    const beginnings = [...source.matchAll(/`([a-z][\w-]*[-.])\$\{/g)].map(([, beginning = '']) => beginning);
    const unused = codes.filter(
      (code) => !source.includes(`'${code}'`) && !source.includes(`\`${code}\``) && !beginnings.some((one) => code.startsWith(one)),
    );
    expect(unused).toEqual([]);
  });
});

/** A text with a mark for each argument. */
function plain(message: Message = ''): string {
  return argumentSets([...asked(message)]).flatMap((args) => said(message, args) ?? [])[0] ?? '';
}
