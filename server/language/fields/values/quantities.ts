import { parseQuantity } from '../../../kubernetes/values/quantity.ts';
import type { ValueInManifest, ValueKind } from './value-kind.ts';

/** An amount of a resource, or one for each resource. Its signs are coloured by its type, wherever it stands. */
export const quantities: ValueKind = { meaning: inWords };

function inWords({ analysis: { texts }, value, path }: ValueInManifest): string | undefined {
  const exact = typeof value === 'string' || typeof value === 'number' ? parseQuantity(value) : undefined;
  if (!exact) return undefined;
  const units = Number(exact.nano) / 1e9;
  if (path.at(-1) === 'cpu') return texts('value-cpu', { cores: rounded(units), millicores: rounded(units * 1000) });
  const binary = sized(units, 1024, ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB']);
  const decimal = sized(units, 1000, ['B', 'kB', 'MB', 'GB', 'TB', 'PB']);
  return texts('value-bytes', { binary, decimal, bytes: units.toLocaleString('en-US') });
}

function sized(value: number, step: number, units: readonly string[]): string {
  const power = value < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log(value) / Math.log(step) + 1e-9));
  return `${rounded(value / step ** power)} ${units[power]}`;
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(value >= 1000 ? 6 : 3)));
}
