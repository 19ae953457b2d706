import type { TemplateAction } from './template-actions.ts';

/** A part of a template's text, the end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** An `if`, `with`, `range` or `define`, from its first action to its `end`. */
export interface TemplateBlock {
  readonly opens: 'if' | 'with' | 'range' | 'define' | 'block';
  /** What stands between its actions: one part, and one for each `else`. */
  readonly branches: readonly Stretch[];
  /** Whether the version of Kubernetes, or what the cluster offers, decides which branch is written. */
  readonly asksForVersion: boolean;
}

interface OpenBlock {
  readonly opens: TemplateBlock['opens'];
  readonly actions: readonly TemplateAction[];
}

/** The blocks of a template, each behind those within it; one that is not closed reaches to the end of the text. */
export function templateBlocks(actions: readonly TemplateAction[], length: number): readonly TemplateBlock[] {
  const blocks: TemplateBlock[] = [];
  const open: OpenBlock[] = [];
  for (const action of actions) {
    const opens = opening(action);
    const innermost = open.at(-1);
    if (opens) open.push({ opens, actions: [action] });
    else if (innermost && isElse(action)) open.splice(-1, 1, { ...innermost, actions: [...innermost.actions, action] });
    else if (innermost && isEnd(action)) {
      blocks.push(blockOf(innermost, action.start));
      open.pop();
    }
  }
  return [...blocks, ...open.reverse().map((block) => blockOf(block, length))];
}

/** Whether an action is part of a block: it writes nothing, and what it says is when others do. */
export function isControl(action: TemplateAction): boolean {
  return opening(action) !== undefined || isElse(action) || isEnd(action);
}

function blockOf({ opens, actions }: OpenBlock, end: number): TemplateBlock {
  return {
    opens,
    branches: actions.map((action, at) => ({ start: action.end, end: actions[at + 1]?.start ?? end })),
    asksForVersion: actions.some(speaksOfVersion),
  };
}

/** Whether an action writes what a template of another name makes, which asks for the version as that name says. */
export function includesVersion(action: TemplateAction): boolean {
  return /^(?:include|template)\s/.test(action.text) && speaksOfVersion(action);
}

function speaksOfVersion({ text }: TemplateAction): boolean {
  return /\.Capabilities\b|\bsemverCompare\b|kube-?version|api-?version/i.test(text);
}

function opening({ text }: TemplateAction): TemplateBlock['opens'] | undefined {
  const word = /^[a-z]+(?=\s|$)/.exec(text)?.[0];
  return word === 'if' || word === 'with' || word === 'range' || word === 'define' || word === 'block' ? word : undefined;
}

function isElse({ text }: TemplateAction): boolean {
  return /^else(?:\s|$)/.test(text);
}

function isEnd({ text }: TemplateAction): boolean {
  return /^end(?:\s|$)/.test(text);
}
