/** About so many letters fit into a line of the language's status; what is longer pushes its command out of sight. */
const mostLetters = 74;

/**
 * What stands beside a status item's text: as many of the parts as leave room for its command, and how many more there are. The
 * first is cut where it alone is too long.
 */
export function statusDetail(parts: readonly string[], { text, command }: { readonly text: string; readonly command: string }): string {
  const room = mostLetters - text.length - command.length - ' – '.length;
  const fitting = parts.findLastIndex((_, last) => shown(parts, last + 1).length <= room) + 1;
  if (fitting > 0 || parts.length === 0) return shown(parts, fitting);
  return `${shown(parts, 1).slice(0, Math.max(0, room - 1))}…`;
}

function shown(parts: readonly string[], count: number): string {
  const some = parts.slice(0, count).join(' · ');
  return count < parts.length ? `${some} +${parts.length - count}` : some;
}
