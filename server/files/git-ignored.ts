import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { oncePerText } from '../plain/once-per.ts';
import { readRegularFile } from './read-file.ts';

/** The rules of one folder of a repository, and of those around it. */
interface FolderRules {
  readonly folder: string;
  readonly rules: Ignore | undefined;
  readonly around: FolderRules | undefined;
}

/** Whether git leaves out a file or folder that lies in `folder`. */
export type IsIgnored = (folder: string, name: string, isFolder: boolean) => boolean;

/** Larger files are no lists of patterns. Bytes. */
const largest = 2 ** 20;

/**
 * What git ignores in a folder and below, by the `.gitignore` files of its repository, its `info/exclude` and the user's own
 * `git/ignore`; nothing outside of repositories. Who asks for a folder that is itself ignored wants what is in it: then only the
 * rules within it count.
 */
export function gitIgnored(folder: string): IsIgnored {
  const known = new Map<string, FolderRules | undefined>();
  // Asked for each file of a folder.
  const wholePath = oncePerText(1, (at) => resolve(at));
  const start = resolve(folder);
  const up = dirname(start);
  if (up !== start && isIn(rulesAt(up), start, true)) known.set(up, undefined);
  return (at, name, isFolder) => {
    const whole = wholePath(at);
    const rules = rulesAt(whole);
    return rules !== undefined && isIn(rules, join(whole, name), isFolder);
  };

  function rulesAt(at: string): FolderRules | undefined {
    if (known.has(at)) return known.get(at);
    const found = existsSync(join(at, '.git')) ? ofRepository(at) : below(at);
    known.set(at, found);
    return found;
  }

  function below(at: string): FolderRules | undefined {
    const parent = dirname(at);
    const around = parent === at ? undefined : rulesAt(parent);
    if (around) isIn(around, at, true);
    const rules = around && patternsIn(join(at, '.gitignore'));
    return rules ? { folder: at, rules, around } : around;
  }
}

function ofRepository(root: string): FolderRules {
  const own = join(process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'git', 'ignore');
  const ofUser = { folder: root, rules: patternsIn(own), around: undefined };
  const excluded = { folder: root, rules: patternsIn(join(root, '.git', 'info', 'exclude')), around: ofUser };
  return { folder: root, rules: patternsIn(join(root, '.gitignore')), around: excluded };
}

/** A list that cannot be read says nothing. */
function patternsIn(file: string): Ignore | undefined {
  const read = existsSync(file) ? readRegularFile(file, largest) : undefined;
  return read && 'text' in read ? ignore({ ignorecase: false, allowRelativePaths: true }).add(read.text) : undefined;
}

/** The innermost list that says anything of a path decides. Folders are asked for before what is in them. */
function isIn(rules: FolderRules | undefined, path: string, isFolder: boolean): boolean {
  for (let at = rules; at; at = at.around) {
    const inside = insideOf(at.folder, path);
    const { ignored, unignored } = at.rules?.test(isFolder ? `${inside}/` : inside) ?? { ignored: false, unignored: false };
    if (unignored && isFolder) letIn(at.around, path);
    if (ignored || unignored) return ignored;
  }
  return false;
}

/**
 * To git, a list further out no longer counts for a folder that an inner one lets in: what is in that folder is asked for by its own
 * name. The library judges a path by the folders above it first, so these lists are told of the folder.
 */
function letIn(rules: FolderRules | undefined, folder: string): void {
  for (let at = rules; at; at = at.around) {
    const inside = insideOf(at.folder, folder);
    if (at.rules?.test(`${inside}/`).ignored) at.rules.add(`!/${inside.replace(/[\\*?[\]! #]/g, '\\$&')}/`);
  }
}

const insideOf = (folder: string, path: string) => relative(folder, path).split(sep).join('/');
