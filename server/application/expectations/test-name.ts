const endings = ['.test.yaml', '.test.yml'];
const manifestEndings = ['.yaml', '.yml', '.json'];

/** Whether a path names a file of tests: `NAME.test.yaml` or `NAME.test.yml`. */
export function isTestName(file: string): boolean {
  return endings.some((ending) => file.endsWith(ending));
}

/** What the manifest may be called that a file of tests is about: the first that there is. */
export function testedNames(file: string): readonly string[] {
  const ending = endings.find((one) => file.endsWith(one)) ?? '';
  return manifestEndings.map((one) => file.slice(0, file.length - ending.length) + one);
}

/** What the tests of a manifest may be called. */
export function testNames(manifest: string): readonly string[] {
  return endings.map((ending) => manifest.replace(/\.(?:ya?ml|json)$/, ending));
}
