import { deepStrictEqual, ok } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { env, extensions } from 'vscode';
import { kubejob } from './editor.ts';

/** As much as is needed here of what the editor colours text with. */
interface TextMate {
  readonly Registry: new (options: {
    readonly onigLib: Promise<unknown>;
    readonly loadGrammar: () => Promise<unknown>;
  }) => { loadGrammar(scope: string): Promise<Grammar> };
  readonly parseRawGrammar: (content: string, path: string) => unknown;
  readonly INITIAL: unknown;
}
interface Grammar {
  tokenizeLine(line: string, state: unknown): { readonly tokens: readonly Token[] };
}
interface Token {
  readonly startIndex: number;
  readonly endIndex: number;
  readonly scopes: readonly string[];
}
interface Oniguruma {
  readonly loadWASM: (data: ArrayBufferView) => Promise<void>;
  readonly createOnigScanner: unknown;
  readonly createOnigString: unknown;
}

describe('The grammar of what kubectl prints', () => {
  let words: (line: string) => string[];

  before(async function () {
    await kubejob();
    const folder = ['node_modules', 'node_modules.asar']
      .map((name) => join(env.appRoot, name))
      .find((path) => existsSync(join(path, 'vscode-textmate')));
    if (!folder) return this.skip();
    const load = createRequire(join(folder, 'index.js'));
    const textmate: TextMate = load('vscode-textmate');
    const oniguruma: Oniguruma = load('vscode-oniguruma');
    await oniguruma.loadWASM(readFileSync(join(folder, 'vscode-oniguruma/release/onig.wasm')));
    const path = join(extensions.getExtension('kubejob.kubejob')?.extensionPath ?? '', 'syntaxes/kubectl-output.tmLanguage.json');
    const registry = new textmate.Registry({
      onigLib: Promise.resolve(oniguruma),
      loadGrammar: async () => textmate.parseRawGrammar(readFileSync(path, 'utf8'), path),
    });
    const grammar = await registry.loadGrammar('text.kubectl-output');
    words = (line) =>
      grammar.tokenizeLine(line, textmate.INITIAL).tokens.flatMap(({ startIndex, endIndex, scopes }) => {
        const scope = scopes.at(-1)?.replace('.kubectl-output', '');
        return scopes.length > 1 ? [`${scope} ${line.slice(startIndex, endIndex).trim()}`] : [];
      });
  });

  const lines: readonly (readonly [string, readonly string[]])[] = [
    ['NAME       STATUS    COMPLETIONS   DURATION   AGE', ['markup.bold.header NAME       STATUS    COMPLETIONS   DURATION   AGE']],
    [
      'import     Running   2/5           40s        1m5s',
      [
        'keyword.other.going-on Running',
        'constant.numeric.completions 2/5',
        'constant.numeric.duration 40s',
        'constant.numeric.duration 1m5s',
      ],
    ],
    [
      'import-x   0/1   CrashLoopBackOff   3',
      ['constant.numeric.completions 0/1', 'invalid.failed CrashLoopBackOff', 'constant.numeric 3'],
    ],
    [
      'Pods Statuses:  0 Active (0 Ready) / 5 Succeeded / 0 Failed',
      [
        'entity.name.tag.key Pods Statuses',
        'punctuation.separator.key-value :',
        'constant.numeric 0',
        'constant.numeric 0',
        'constant.numeric 5',
        'markup.inserted.succeeded Succeeded',
        'constant.numeric 0',
        'invalid.failed Failed',
      ],
    ],
    ['Parallelism:    <unset>', ['entity.name.tag.key Parallelism', 'punctuation.separator.key-value :', 'constant.language <unset>']],
  ];
  for (const [line, expected] of lines) it(`colours ${line.replace(/ +/g, ' ')}`, () => deepStrictEqual(words(line), expected));

  it('belongs to documents of ours alone', () => {
    const { contributes } = extensions.getExtension('kubejob.kubejob')?.packageJSON ?? {};
    const grammars: readonly { readonly language?: string; readonly injectTo?: unknown }[] = contributes.grammars;
    ok(grammars.every(({ language, injectTo }) => language === 'kubectl-output' && injectTo === undefined));
    deepStrictEqual(Object.keys(contributes.languages[0]).sort(), ['aliases', 'id']);
  });
});
