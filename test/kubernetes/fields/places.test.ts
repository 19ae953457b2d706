import { expect, test } from 'vitest';
import { knownPlace } from '../../../server/kubernetes/fields/places.ts';

test.each([
  ['a field of the spec', ['spec', 'backoffLimit'], 'JobSpec.backoffLimit'],
  ['a field of an item', ['spec', 'template', 'spec', 'containers', 0, 'image'], 'Container.image'],
  ['a key of a map', ['metadata', 'labels', 'app'], 'ObjectMeta.labels'],
  ['what the API does not have', ['spec', 'nothing'], undefined],
])('%s', (_, path, expected) => {
  const place = knownPlace('Job', path);
  expect(place && `${place.owner}.${place.name}`).toBe(expected);
});
