import { expect, test } from 'vitest';
import { imageTag, isImageReference } from '../../../server/kubernetes/names/image-reference.ts';

const hex = 'a'.repeat(64);

test.each([
  ['busybox', 'latest'],
  ['busybox:1.36', '1.36'],
  ['library/busybox', 'latest'],
  ['registry.example.com:5000/a/b', 'latest'],
  ['registry.example.com:5000/a/b:v1', 'v1'],
  ['localhost/a:v1', 'v1'],
  ['Registry/a:v1', 'v1'],
  ['[::1]:5000/a:v1', 'v1'],
  [`busybox@sha256:${hex}`, ''],
  [`busybox:1@sha256:${hex}`, '1'],
  ['', ''],
  ['Busybox', ''],
  ['busybox:', ''],
  ['a//b', ''],
  [' busybox', ''],
  ['busybox:$(TAG)', ''],
  [hex, ''],
  [`busybox@sha256:${'a'.repeat(63)}`, ''],
  [`${'a/'.repeat(130)}a`, ''],
  [`busybox:${'a'.repeat(129)}`, ''],
])('the tag of %j is %j', (image, tag) => {
  expect(imageTag(image)).toBe(tag);
});

test.each(['busybox', 'localhost/a:v1', `busybox@sha256:${hex}`])('%j names an image', (image) => {
  expect(isImageReference(image)).toBe(true);
});

test.each(['Busybox', 'a//b', 'busybox:', '', hex, `busybox@sha256:${'a'.repeat(63)}`, 'busybox:$(TAG)'])('%j names none', (image) => {
  expect(isImageReference(image)).toBe(false);
});
