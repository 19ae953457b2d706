import fc from 'fast-check';

/** A document's tree together with how it is written: between brackets, with comments, with values in lines of their own. */
type Styled = Scalar | Collection;

interface Scalar {
  readonly kind: 'scalar';
  /** As it stands behind a key; empty for nothing. */
  readonly text: string;
}

interface Collection {
  readonly kind: 'map' | 'list';
  readonly flow: boolean;
  /** Of a flow collection: one entry a line. Of a block: a list's dashes stand right of its key. */
  readonly wide: boolean;
  readonly entries: readonly StyledEntry[];
}

interface StyledEntry {
  /** As it is written; of an item nothing. */
  readonly key: string;
  readonly value: Styled;
  /** A comment in the line, one in a line above, an empty line above, a value that begins in the next line. */
  readonly style: { readonly comment: boolean; readonly above: boolean; readonly gap: boolean; readonly below: boolean };
}

/** Scalars that stand anywhere. */
const inlineScalars = ['word', 'two words', '"a: b"', "'it''s'", '1', 'true', 'null', '~', '"{x}, #y"', 'a-b:c', '/bin/sh', '-3'];
/** Scalars of block YAML alone, with `>` for the column of their further lines. */
const blockScalars = ['', '|\n>one\n\n>  two', '>-\n>one\n>two', 'plain\n>text', '"quoted\n>text"', "'#no\n>comment'", 'a, b]'];
const keys = ['a', 'b', 'c', 'name', '"quoted"', "'single'", 'x.y/z', 'on_e', '"a: b"'];

const yesNo = (weight: number) => fc.nat(9).map((chance) => chance < weight);
const style = fc.record({ comment: yesNo(3), above: yesNo(2), gap: yesNo(1), below: yesNo(1) });
const scalar = (...texts: readonly string[]) => fc.constantFrom(...texts).map((text): Styled => ({ kind: 'scalar', text }));

function collections(flow: boolean, child: fc.Arbitrary<Styled>): fc.Arbitrary<Collection> {
  const entries = fc.uniqueArray(fc.record({ key: fc.constantFrom(...keys), value: child, style }), {
    maxLength: 4,
    selector: ({ key }) => key.replace(/["']/g, ''),
  });
  const list = fc.array(fc.record({ key: fc.constant(''), value: child, style }), { maxLength: 3 });
  const both = { flow: fc.constant(flow), wide: fc.boolean() };
  return fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('map' as const), entries, ...both }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('list' as const), entries: list, ...both }) },
  );
}

const { block } = fc.letrec<{ block: Styled; flow: Styled }>((tie) => ({
  flow: fc.oneof({ depthSize: 'small', withCrossShrink: true }, scalar(...inlineScalars), collections(true, tie('flow'))),
  block: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    scalar(...inlineScalars, ...blockScalars),
    { weight: 3, arbitrary: collections(false, tie('block')) },
    { weight: 1, arbitrary: collections(true, tie('flow')) },
  ),
}));

/** A map in block YAML with everything in it that is legal and that people write, comments each with a number of its own. */
export const blockText: fc.Arbitrary<string> = fc
  .record({ root: collections(false, block), crlf: yesNo(2), open: yesNo(2) })
  .filter(({ root }) => root.kind === 'map' && root.entries.length > 0)
  .map(({ root, crlf, open }) => {
    const text = linesOf(root, 0).join('\n').replace(/#\?/g, numbered());
    const ended = open ? text : `${text}\n`;
    return crlf ? ended.replaceAll('\n', '\r\n') : ended;
  });

/** A JSON object, in one line or in many. */
export const jsonText: fc.Arbitrary<string> = fc
  .record({
    value: fc.dictionary(fc.constantFrom('a', 'b', 'c d'), fc.jsonValue({ maxDepth: 2 }), { minKeys: 1 }),
    indent: fc.constantFrom(0, 2),
  })
  .map(({ value, indent }) => JSON.stringify(value, null, indent));

function numbered(): () => string {
  let count = 0;
  return () => {
    count++;
    return `#${count}.`;
  };
}

function linesOf(node: Collection, column: number): readonly string[] {
  return node.entries.flatMap(({ key, value, style }, index) => {
    const pad = ' '.repeat(column);
    const before = [...(style.gap && index > 0 ? [''] : []), ...(style.above && index > 0 ? [`${pad}#?`] : [])];
    const [first = '', ...rest] = entryLines(node, key, value, style, column);
    return [...before, pad + first, ...rest];
  });
}

function entryLines(node: Collection, key: string, value: Styled, style: StyledEntry['style'], column: number): readonly string[] {
  const sign = node.kind === 'map' ? `${key}:` : '-';
  const comment = style.comment ? ' #?' : '';
  const inside = column + 2;
  if (value.kind === 'scalar') return scalarLines(sign, value.text, comment, style, inside);
  if (value.flow || value.entries.length === 0) {
    const text = flowText(value, inside);
    return style.below ? [`${sign}${comment}`, ...`${' '.repeat(inside)}${text}`.split('\n')] : `${sign} ${text}${comment}`.split('\n');
  }
  const isCompact = node.kind === 'list' && !style.below;
  if (isCompact) {
    const [first = '', ...rest] = linesOf(value, inside);
    return [`${sign} ${first.trimStart()}`, ...rest];
  }
  const narrow = node.kind === 'map' && value.kind === 'list' && !value.wide;
  const lines = linesOf(value, narrow ? column : inside);
  return [`${sign}${comment}`, ...(style.above ? [`${' '.repeat(inside)}#?`] : []), ...lines];
}

function scalarLines(sign: string, text: string, comment: string, style: StyledEntry['style'], column: number): readonly string[] {
  const pad = ' '.repeat(column);
  const [first = '', ...rest] = text.split('\n').map((line) => line.replace(/^>(?!-)/, pad));
  const isBlock = /^[|>]/.test(first);
  if (text === '') return [`${sign}${comment}`];
  if (rest.length) return [`${sign} ${first}${isBlock ? comment : ''}`, ...rest];
  return style.below ? [`${sign}${comment}`, `${pad}${first}`] : [`${sign} ${first}${comment}`];
}

function flowText(node: Styled, column: number): string {
  if (node.kind === 'scalar') return node.text;
  const [open, close] = node.kind === 'map' ? '{}' : '[]';
  if (node.entries.length === 0) return `${open}${close}`;
  const pad = ' '.repeat(column);
  const entries = node.entries.map(({ key, value }) => `${key === '' ? '' : `${key}: `}${flowText(value, column + 2)}`);
  if (!node.wide) return `${open}${entries.join(', ')}${close}`;
  const lines = entries.map((entry, index) => {
    const comment = node.entries[index]?.style.comment ? ' #?' : '';
    const above = node.entries[index]?.style.above ? `${pad}#?\n` : '';
    return `${above}${pad}${entry}${index < entries.length - 1 ? ',' : ''}${comment}\n`;
  });
  return `${open}\n${lines.join('')}${pad}${close}`;
}
