import type { NodePath } from '../plain/node-path.ts';
import type { ManifestBody, SyntaxProblem, TemplateBranch } from './document.ts';
import type { TextMap } from './faults/text-map.ts';
import { keepEnd, textToKeep, valueWithKnownEnd } from './known-end.ts';
import { mendedPlaces } from './mended-places.ts';
import { aliasTargets } from './nodes.ts';
import { type Places, placesOf } from './places.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { readValue } from './read-value.ts';
import { recover } from './recover.ts';
import { largest, readSyntax, refusal, tooDeep } from './syntax.ts';
import { literalBranches, literalText } from './templates/literal-text.ts';
import { isTemplated } from './templates/template-actions.ts';
import type { AliasNode, Node } from './tree.ts';

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
