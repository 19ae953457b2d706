import type { Quantity } from '../generated/types.ts';
import { formatQuantity, parseQuantity } from '../values/quantity.ts';

interface ResourceLists {
  readonly limits?: Readonly<Record<string, Quantity>>;
  readonly requests?: Readonly<Record<string, Quantity>>;
}

/** Limits and requests are held to thousandths of a unit. */
export function setResourceDefaults<T extends ResourceLists>(resources: T): T {
  return {
    ...resources,
    ...(resources.limits ? { limits: roundQuantities(resources.limits) } : {}),
    ...(resources.requests ? { requests: roundQuantities(resources.requests) } : {}),
  };
}

/** Rounds up (away from zero) to thousandths and writes each quantity as the server does; what is none stays as it is. */
export function roundQuantities(list: Readonly<Record<string, Quantity>>): Readonly<Record<string, Quantity>> {
  return Object.fromEntries(Object.entries(list).map(([name, quantity]) => [name, round(quantity)]));
}

/** A quantity as the server writes it; what is none stays as it is. */
export function canonicalQuantity(value: Quantity): Quantity {
  const quantity = parseQuantity(value);
  return quantity ? formatQuantity(quantity) : value;
}

const milli = 1_000_000n;

function round(value: Quantity): Quantity {
  const quantity = parseQuantity(value);
  if (!quantity) return value;
  const rest = quantity.nano % milli;
  if (rest === 0n) return formatQuantity(quantity);
  const nano = quantity.nano - rest + (quantity.nano > 0n ? milli : -milli);
  return formatQuantity({ nano, format: quantity.format });
}
