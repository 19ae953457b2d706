import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { factsOf } from '../../server/language/fields/field-facts.ts';
import { render, tables } from '../../server/messages/render.ts';
import { fill, type Message, type MessageArguments } from '../../server/messages/table/message-table.ts';

const { en, ko } = tables;
const codes = Object.keys(en);

/** Texts that are the same in every language: figures and units. */
const wordless = new Set(['value-duration', 'value-cpu', 'clock-time']);

/** The arguments that a text asks for, whichever way it goes. */
function asked(message: Message): ReadonlySet<string> {
  const names = new Set<string>();
  for (const value of [undefined, '', 'x', 0, 1, true, false, ['x']])
    fill(
      message,
      new Proxy<MessageArguments>(
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

/** The arguments whose values can be read in a text. */
function shown(message: Message, args: MessageArguments): readonly string[] {
  const text = fill(message, args);
  return Object.keys(args).filter((name) => text.includes(`«${name}»`));
}

/** All arguments as marks; then each of them missing, empty or a number, which changes how some texts go. */
function* argumentSets(names: readonly string[]): Generator<MessageArguments> {
  const marks: MessageArguments = Object.fromEntries(names.map((name) => [name, `«${name}»`]));
  yield marks;
  yield Object.fromEntries(names.map((name) => [name, [`«${name}»`]]));
  for (const name of names) {
    const { [name]: _, ...others } = marks;
    yield others;
    for (const value of ['', 0, 1, 6, true, false, ['a', 'b']]) yield { ...marks, [name]: value };
  }
}

/** The words by which some texts go another way. */
const words: Readonly<Record<string, readonly string[]>> = {
  cause: ['spaces', 'in-script', 'misspelt', 'not-in-image', 'earlier'],
  field: ['minute', 'dayOfWeek', 'livenessProbe'],
  comparison: ['>=', '<='],
  expected: ['string', 'boolean', 'duration', 'integer', 'quantity'],
  got: ['string', 'number', 'boolean'],
};

describe('English and Korean', () => {
  test('have a text for the same codes', () => {
    expect(codes.length).toBeGreaterThan(500);
    expect(codes.filter((code) => !(code in ko))).toEqual([]);
    expect(Object.keys(ko).filter((code) => !(code in en))).toEqual([]);
  });

  test('show the same arguments, whatever they are', () => {
    const faults = codes.flatMap((code) => {
      const [english, korean] = [en[code], ko[code]];
      if (english === undefined || korean === undefined) return [];
      const names = [...new Set([...asked(english), ...asked(korean)])];
      const sets = [...argumentSets(names)];
      for (const name of names)
        for (const word of words[name] ?? [])
          sets.push(...[...argumentSets(names.filter((other) => other !== name))].map((args) => ({ ...args, [name]: word })));
      return sets.flatMap((args) => {
        const [here, there] = [shown(english, args), shown(korean, args)];
        return here.join() === there.join() ? [] : [`${code} ${JSON.stringify(args)}: en ${here.join()}, ko ${there.join()}`];
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
      const text = typeof message === 'string' ? message : fill(message, everyArgument).replace(/«/g, '{').replace(/»/g, '}');
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
      const { page, example } = factsOf(owner, name);
      expect(page ?? example, code).toBeDefined();
      expect(render(code, {}, 'ko'), code).toMatch(/[가-힣]/);
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

  test('asks for no text that is not there', () => {
    const asked = [...source.matchAll(/\b(?:texts|render|titled)\(\s*'([^']+)'/g)].map(([, code = '']) => code);
    expect(asked.length).toBeGreaterThan(40);
    expect(asked.filter((code) => !(code in en))).toEqual([]);
  });

  test('finds nothing that has no text', () => {
    const found = [
      ...source.matchAll(/\b(?:bad|misplaced|missing|warning)\([^;]{0,100}?'([a-z]+(?:-\w+)+)'/g),
      ...source.matchAll(/\bcode: '([a-z]+(?:-\w+)+)'/g),
    ].map(([, code = '']) => code);
    expect(found.length).toBeGreaterThan(200);
    expect(found.filter((code) => !(code in en))).toEqual([]);
  });
});

const everyArgument = new Proxy<MessageArguments>({}, { get: (_, name) => (typeof name === 'string' ? `«${name}»` : undefined) });

function plain(message: Message | undefined): string {
  return message === undefined ? '' : fill(message, everyArgument);
}
