/** RFC 3339 with the offset, in seconds east of Greenwich, `Z` where it is none; `time` is in milliseconds since 1970. */
export function localTime(time: number, offset: number): string {
  const text = new Date(time + offset * 1000).toISOString().slice(0, 19);
  if (offset === 0) return `${text}Z`;
  const minutes = Math.abs(Math.round(offset / 60));
  const two = (number: number) => `${number}`.padStart(2, '0');
  return `${text}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
