interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

export function billOfMaterials(product: Package, packages: readonly Package[]): string;
