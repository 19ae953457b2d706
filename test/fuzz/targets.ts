import type { FuzzTarget } from './target.ts';
import { orders } from './targets/server.ts';
import { charts, configuration, kustomization, scenario, settings, simulations } from './targets/surroundings.ts';
import { bytes, everyFeature, keystrokes, pieces } from './targets/texts.ts';

/** Everything that `npm run fuzz` tries. */
export const targets: readonly FuzzTarget[] = [
  ...[everyFeature, pieces, bytes, keystrokes],
  ...[scenario, simulations, settings, charts, kustomization, configuration],
  orders,
];
