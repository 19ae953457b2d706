import type { CodeBelowErrors } from '../../kubernetes/finding/below-errors.ts';
import { fieldPathOf, serverPath } from '../../kubernetes/finding/field-path.ts';
import type { Finding } from '../../kubernetes/finding/finding.ts';
import type { SyntaxCode } from '../../messages/en/decoding.ts';
import type { Remark } from '../../messages/en/index.ts';
import type { NodePath } from '../../plain/node-path.ts';

/** What kept a document from being read; `manifest` finds it. */
export type SyntaxFault = Remark<SyntaxCode> & {
  readonly kind: 'not-yaml' | 'unreadable' | 'duplicate-key' | 'unread';
  readonly range: { readonly start: number; readonly end: number };
  readonly path: NodePath;
};

/** A template is no manifest before it is filled in. */
export const templateNote: Finding<CodeBelowErrors> = {
  path: '',
  at: { path: [], part: 'value' },
  reason: 'Advice',
  code: 'template',
  args: {},
  severity: 'info',
};

/** A tool will put values where placeholders stand. */
export const placeholdersNote: Finding<CodeBelowErrors> = { ...templateNote, code: 'placeholders' };

export function unreadable({ kind, code, args, range, path }: SyntaxFault): Finding {
  const reason = kind === 'not-yaml' ? 'NotYAML' : 'Unreadable';
  return { path: '', at: { path, part: 'value', range }, reason, code, args, severity: 'error' };
}

/** The server accepts such a document, without what follows in a lower indentation. */
export function notRead({ code, args, range }: SyntaxFault): Finding {
  return { path: '', at: { path: [], part: 'value', range }, reason: 'Advice', code, args, severity: 'warning' };
}

/**
 * Of an object that begins at `object` in its document; shown at the second of the two keys. A warning: kubectl sends
 * JSON, in which the last one won already; whoever sends the YAML itself is refused.
 */
export function duplicateKey({ code, args, range, path }: SyntaxFault, object: NodePath): Finding {
  const inside = path.slice(object.length);
  const at = { path: inside, part: 'key', range } as const;
  return { path: serverPath(fieldPathOf(inside)), at, reason: 'DuplicateKey', code, args, severity: 'warning' };
}
