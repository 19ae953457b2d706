const units: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 };

/** The seconds of a time as `sleep` and `timeout` take it: `30`, `1.5`, `2m`, `infinity`; undefined if it is none. */
export function sleepSeconds(text: string): number | undefined {
  if (/^\+?inf(inity)?$/i.test(text)) return Number.POSITIVE_INFINITY;
  const parts = /^\+?(\d+\.?\d*|\.\d+)([smhd]?)$/.exec(text);
  return parts ? Number(parts[1]) * (units[parts[2] ?? ''] ?? 1) : undefined;
}
