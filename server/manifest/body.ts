import type { NodePath } from '../plain/node-path.ts';
import { type Composed, compose } from './compose.ts';
import type { ManifestBody, SyntaxProblem, TemplateBranch } from './document.ts';
import { keyBeforeOtherColon } from './faults/colons.ts';
import { unreadBehind } from './faults/columns.ts';
import type { TextMap } from './faults/text-map.ts';
import { keepEnd, textToKeep, valueWithKnownEnd } from './known-end.ts';
import { libyamlVerdict } from './libyaml/grammar.ts';
import { startOfLine } from './lines.ts';
import { mendedPlaces } from './mended-places.ts';
import { aliasTargets } from './nodes.ts';
import { type Places, placesOf } from './places.ts';
import { isJson } from './plain-json.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { readValue } from './read-value.ts';
import { recover } from './recover.ts';
import { largest, refusal, refusedByLibyaml, syntaxProblem, textProblems, tooDeep } from './syntax.ts';
import { literalBranches, literalText } from './templates/literal-text.ts';
import type { AliasNode, MappingNode, Node } from './tree.ts';

/** One document, read when something of it is asked for. Problems never hide the rest: the value is what could be read. */
export function parseBody(text: string): ManifestBody {
  return new LazyBody(text);
}

/**
 * A class, as of each object literal with getters V8 makes a dictionary with a hidden class of its own: slow to ask, and held, with all
 * that it reads, until the old part of the heap is swept.
 */
class LazyBody implements ManifestBody {
  readonly text: string;
  readonly templated: boolean;
  #known: Reading | undefined;
  #knownPlaces: Places | undefined;

  constructor(text: string) {
    this.text = text;
    this.templated = isTemplated(text);
  }

  get #read(): Reading {
    this.#known ??= readBody(this.text);
    return this.#known;
  }

  get #places(): Places {
    this.#knownPlaces ??= this.#read.places();
    return this.#knownPlaces;
  }

  get value() {
    return this.#read.value;
  }

  get problems() {
    return this.#read.problems;
  }

  get reading() {
    return this.#read.reading;
  }

  get branches() {
    return this.#read.branches?.() ?? [];
  }

  get aliases() {
    return this.#places.aliases;
  }

  children(path: NodePath) {
    return this.#places.children(path);
  }

  valueRange(path: NodePath) {
    return this.#places.valueRange(path);
  }

  keyRange(path: NodePath) {
    return this.#places.keyRange(path);
  }

  scalarSource(path: NodePath) {
    return this.#places.scalarSource(path);
  }

  entry(path: NodePath) {
    return this.#places.entry(path);
  }

  collection(path: NodePath) {
    return this.#places.collection(path);
  }

  pathAt(offset: number) {
    return this.#places.pathAt(offset);
  }
}

/** Whether Go's templates have something to fill in, be it half typed. */
function isTemplated(text: string): boolean {
  const start = text.indexOf('{{');
  return start >= 0 && (text.includes('}}', start) || /\{\{-?\s*[\w.$(/]/.test(text));
}

interface Reading {
  readonly value: unknown;
  readonly problems: readonly SyntaxProblem[];
  /** Made when it is asked for: where nothing is said of a document nobody asks. */
  readonly places: () => Places;
  readonly reading: ManifestBody['reading'];
  readonly branches?: () => readonly TemplateBranch[];
}

/** A template that is YAML as it stands is read as such: what it fills in stands within texts. */
function readBody(text: string): Reading {
  const read = readWritten(text);
  const fault = isTemplated(text) ? read.problems.find(({ kind }) => kind !== 'duplicate-key') : undefined;
  return fault && text.length <= largest ? readTemplate(text, fault.kind === 'unread' ? { ...fault, kind: 'not-yaml' } : fault) : read;
}

function readWritten(text: string): Reading {
  const known = text.length > largest ? undefined : valueWithKnownEnd(text);
  if (known) return { value: known, problems: [], places: () => placesOf(readPlainYaml(text) ?? null, noAliases, text), reading: 'whole' };
  const own = textToKeep(text);
  const plain = text.length > largest ? undefined : readPlainYaml(own);
  if (plain) {
    const read = readRoot(plain, own);
    if (read.problems.length === 0) keepEnd(own, read.value);
    return { ...read, reading: readingOf(read) };
  }
  const refused = refusal(text);
  if (refused) return nothingRead(text, refused);
  try {
    return readTree(text);
  } catch (error) {
    // Lists and maps inside each other by the thousand, one per line: the stack ends before they do.
    if (error instanceof RangeError) return nothingRead(text, tooDeep);
    throw error;
  }
}

const noAliases: ReadonlyMap<AliasNode, Node> = new Map();

function nothingRead(text: string, problem: SyntaxProblem): Reading {
  return { value: null, problems: [problem], places: () => placesOf(null, noAliases, text), reading: 'none' };
}

function readTree(text: string): Reading {
  const { root, problem, ignored, isRead } = readSyntax(text);
  const mended = problem && !isTemplated(text) ? readMended(text, root, problem) : undefined;
  if (mended && !(isRead && mended.reading !== 'whole')) return mended;
  const read = readRoot(root, text, ignored);
  return {
    ...read,
    problems: [...(mended?.problems.slice(0, 1) ?? (problem ? [problem] : [])), ...read.problems],
    reading: readingOf(read),
  };
}

/** Of a template that is no YAML as it stands: what stands in it literally, and the same for each branch of its conditions. */
function readTemplate(text: string, problem: SyntaxProblem): Reading {
  let known: readonly TemplateBranch[] | undefined;
  return {
    ...readLiteral(text, literalText(text)),
    problems: [problem],
    reading: 'partial',
    branches() {
      known ??= literalBranches(text).map(({ map, unsure }) => {
        const { value, places } = readLiteral(text, map);
        const { valueRange, keyRange, scalarSource } = places();
        return { value, valueRange, keyRange, scalarSource, unsure };
      });
      return known;
    },
  };
}

function readLiteral(text: string, map: TextMap): Pick<Reading, 'value' | 'places'> {
  const problem = problemIn(map.mended);
  const recovered = problem ? recover(map.mended, problem, problemIn) : undefined;
  const literal = recovered?.map.mended ?? map.mended;
  const root = recovered?.reading === 'none' ? null : (readPlainYaml(literal) ?? readSyntax(literal).root);
  const { value, places } = readRoot(root, literal);
  const inLiteral = () => (recovered ? mendedPlaces(places(), recovered.map, map.mended) : places());
  return { value, places: () => mendedPlaces(inLiteral(), map, text) };
}

/** The value of a text that is YAML, or nearly so. */
function readRoot(root: Node | null, text: string, ignored?: SyntaxProblem): Omit<Reading, 'reading'> {
  const targets = text.includes('*') ? aliasTargets(root) : noAliases;
  const { value, problems } = readValue(root, targets);
  return { value, problems: [...problems, ...(ignored ? [ignored] : [])], places: () => placesOf(root, targets, text) };
}

/** What can be read of a text behind its faults. Of what is wrong with values the server says nothing before these are mended. */
function readMended(text: string, asWritten: Node | null, first: SyntaxProblem): Reading {
  const { map, problems, reading } = recover(text, first, problemIn);
  const { mended, toWritten } = map;
  const root = mended === text ? asWritten : (readPlainYaml(mended) ?? readSyntax(mended).root);
  const read = readRoot(root, mended);
  const inText = ({ range: { start, end }, ...rest }: SyntaxProblem) => ({
    ...rest,
    range: { start: toWritten(start), end: toWritten(end) },
  });
  return {
    value: read.value,
    problems: [...problems, ...read.problems.map(inText)],
    places: () => (mended === text ? read.places() : mendedPlaces(read.places(), map, text)),
    reading: reading === 'whole' ? readingOf(read) : reading,
  };
}

/** What cannot be read of single values may be what is missing elsewhere. */
function readingOf({ problems }: Pick<Reading, 'problems'>): Reading['reading'] {
  return problems.some(({ kind }) => kind === 'not-yaml' || kind === 'unreadable') ? 'partial' : 'whole';
}

function problemIn(text: string): SyntaxProblem | undefined {
  return readPlainYaml(text) ? undefined : readSyntax(text).problem;
}

interface ReadSyntax {
  readonly root: Node | null;
  /** The first thing that keeps the text from being read. */
  readonly problem: SyntaxProblem | undefined;
  readonly ignored: SyntaxProblem | undefined;
  /** Whether our library reads all of it, whatever that of the API server does. */
  readonly isRead: boolean;
}

/**
 * Our YAML library makes the tree; whether the text is YAML decides that of the API server. Where that one reads a text and
 * ours does not, ours reads as far as it would.
 */
function readSyntax(text: string): ReadSyntax {
  const read = readAll(text);
  if (read.problem ? isTemplated(text) : isJson(text)) return read;
  const verdict = libyamlVerdict(text);
  if (!verdict.refused) return read.problem && verdict.end < text.length ? readAll(text, verdict.end) : read;
  return read.problem ? read : { ...read, problem: refusedByLibyaml(verdict, text) };
}

function readAll(text: string, end = text.length): ReadSyntax {
  const { root, errors } = compose(text.slice(0, end).replace(otherLineBreaks, '\n'));
  const { problems, ignored = secondDocument(root, text) } = syntaxOf({ root, errors }, text);
  const [problem = root && textForMap(root, text)] = [...textProblems(text), ...problems];
  return { root, problem: problem ?? undefined, ignored, isRead: problem === undefined };
}

/** What is meant to be a manifest, alone or as an item of a List, and is plain text because no colon in it is one. */
function textForMap(root: Node, text: string): SyntaxProblem | undefined {
  const items = root.kind === 'mapping' ? root.entries.find(({ key }) => key?.kind === 'scalar' && key.text === 'items')?.value : undefined;
  const [first] = [root, ...(items?.kind === 'sequence' ? items.items : [])].flatMap((node) =>
    node?.kind === 'scalar' ? (keyBeforeOtherColon(text, node) ?? []) : [],
  );
  if (first === undefined) return undefined;
  const range = { start: first, end: first + 1 };
  return { kind: 'unreadable', code: 'yaml-syntax', args: { detail: 'colon', sign: text.charAt(first) }, range, path: [] };
}

/** A lone carriage return ends a line, and NEL, LS and PS do in YAML 1.1; each is one character, so that no offset moves. */
const otherLineBreaks = /\r(?!\n)|[\u0085\u2028\u2029]/g;

interface Syntax {
  readonly problems: readonly SyntaxProblem[];
  /** Where the library under the API server stops reading. */
  readonly ignored: SyntaxProblem | undefined;
}

/**
 * What is wrong with a tree in the eyes of the library under the API server. It stops at the end of the first value
 * and does not see what follows it in a lower indentation; it takes a comment right behind a bracket or a quote.
 */
function syntaxOf({ root, errors: all }: Composed, text: string): Syntax {
  const errors = all.filter(({ message }) => !takenAnyway.test(message));
  const end = root?.kind === 'mapping' ? root.end : Number.POSITIVE_INFINITY;
  const over = root?.kind === 'mapping' ? endOfReading(root, text) : Number.POSITIVE_INFINITY;
  const behind = errors.findIndex(({ message, pos }) => pos[0] >= over || (pos[0] >= end && message.includes(' at node end')));
  const seen = behind < 0 ? errors : errors.slice(0, behind);
  const first = errors[behind];
  return {
    problems: seen.map((error) => syntaxProblem(error, text)),
    ignored: first && unread(syntaxProblem(first, text), text),
  };
}

/** Documents are split at line feeds alone (`split.ts`); the library under the API server sees a separator behind any line break, and stops there. */
function secondDocument(root: Node | null, text: string): SyntaxProblem | undefined {
  const end = root?.kind === 'mapping' ? endOfDocument(root, text) : undefined;
  if (end) return end;
  const separators = /(?:\r(?!\n)|[\u0085\u2028\u2029])---(?![^\s\u0085])/g;
  separators.lastIndex = root?.start ?? text.length;
  const found = separators.exec(text);
  if (!found) return undefined;
  const start = found.index + 1;
  return { kind: 'unread', code: 'yaml-separator-not-read', args: {}, range: { start, end: start + 3 }, path: [] };
}

/** `...` ends a document, and kubectl reads none behind it, which may begin with a byte order mark. */
function endOfDocument(root: Node, text: string): SyntaxProblem | undefined {
  const dots = /^\.\.\.(?=[ \t]*(?:#.*)?\r?\n\uFEFF*(?:[ \t]*(?:#.*)?\r?\n\uFEFF*)*[ \t]*[^\s#])/gm;
  dots.lastIndex = root.end;
  const found = dots.exec(text);
  if (!found) return undefined;
  const range = { start: found.index, end: found.index + 3 };
  const title = { code: 'fix-replace', args: { value: '---' } } as const;
  const mends = [{ title, edits: [{ ...range, text: '---' }], preferred: true }];
  return { kind: 'unread', code: 'yaml-behind-end', args: {}, range, path: [], mends };
}

function unread({ range, path }: SyntaxProblem, text: string): SyntaxProblem {
  const mend = unreadBehind(text, range.start);
  return { kind: 'unread', code: 'yaml-not-read', args: {}, range, path, ...(mend ? { mends: [mend] } : {}) };
}

/** What the library under the API server takes: a comment right behind a bracket or a quote, and an escaped single quote. */
const takenAnyway = /^Comments must be separated|^Invalid escape sequence \\'/;

/** Where the library stops reading: behind a collection in braces, at `...`, at a directive, and at lines further out than the first key. */
function endOfReading({ flow, start, end }: MappingNode, text: string): number {
  if (flow) return end;
  const column = start - startOfLine(text, start);
  const stops = column > 0 ? new RegExp(`^(?:\\.\\.\\.(?=\\s|$)|%| {0,${column - 1}}[^\\s#])`, 'gm') : /^(?:\.\.\.(?=\s|$)|%)/gm;
  stops.lastIndex = end;
  return stops.exec(text)?.index ?? Number.POSITIVE_INFINITY;
}
