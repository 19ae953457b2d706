// What is in a release, as CycloneDX has it, so that whoever runs it can ask for known faults. Nothing in it depends on time or place.

/** `product` is package.json; `packages` as `bundledPackages` tells them. */
export function billOfMaterials(product, packages) {
  const components = new Map(packages.map((one) => [purl(one), component('library', one)]));
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: component('application', product) },
    components: [...components.values()],
    dependencies: [{ ref: purl(product), dependsOn: [...components.keys()] }],
  };
  return `${JSON.stringify(bill, undefined, 2)}\n`;
}

function component(type, { name, version, license }) {
  const ref = purl({ name, version });
  return { type, 'bom-ref': ref, name, version, licenses: [licenceOf(license)], purl: ref };
}

/** One licence by its SPDX name, or several as an expression. */
function licenceOf(license) {
  return /\s/.test(license) ? { expression: license } : { license: { id: license } };
}

/** The address of a package, as https://github.com/package-url/purl-spec has it. */
function purl({ name, version }) {
  return `pkg:npm/${name.replace(/^@/, '%40')}@${version}`;
}
