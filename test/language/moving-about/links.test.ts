import { expect, test } from 'vitest';
import { imagePage } from '../../../server/language/fields/values/image.ts';
import { documentLinks } from '../../../server/language/moving-about/links.ts';
import { analysisOf } from '../../analysis.ts';
import { containerWith, job } from '../../manifests.ts';
import { shown } from '../../text.ts';

test('the kind has a link to its documentation, an image to its registry', () => {
  expect(documentLinks(analysisOf(job)).map(({ range, target }) => [shown(job, range), target])).toEqual([
    ['kind: «Job»', 'https://kubernetes.io/docs/concepts/workloads/controllers/job/'],
    ['image: «busybox:1.36»', 'https://hub.docker.com/_/busybox'],
  ]);
});

test.each([
  ['no text', 'image: 3'],
  ['text of several lines', 'image: |\n  busybox\n  alpine'],
  ['filled in later', 'image: "{{ .Values.image }}"'],
])('an image that is %s has none', (_, image) => {
  expect(documentLinks(analysisOf(containerWith(image)))).toHaveLength(1);
});

test.each([
  ['luksa/batch-job', 'https://hub.docker.com/r/luksa/batch-job'],
  ['docker.io/library/a:1', 'https://hub.docker.com/_/a'],
  ['quay.io/a/b:2', 'https://quay.io/repository/a/b'],
  ['ghcr.io/a/b@sha256:1', 'https://ghcr.io/a/b'],
  ['localhost:5000/a', undefined],
  ['{{ .Values.image }}', undefined],
])('the page of the image %s is %s', (image, page) => {
  expect(imagePage(image)).toBe(page);
});
