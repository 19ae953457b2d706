import { refusedBytes } from '../application/findings/encoding-finding.ts';
import type { TextFile, Unread } from '../files/read-file.ts';
import { shownName } from '../files/shown-name.ts';
import { textsIn } from '../messages/render.ts';

/** A file that was read, for who has no place for findings of its bytes: what no program reads as text is unread, and why. */
export function asText<Read extends TextFile | Unread | undefined>(read: Read): Read | Unread {
  const refused = read && 'text' in read && read.notUtf8 ? refusedBytes(read.notUtf8, textsIn('en')) : undefined;
  return read && 'text' in read && refused !== undefined ? { unread: `${shownName(read.file)}: ${refused}` } : read;
}
