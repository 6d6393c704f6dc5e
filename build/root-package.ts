import { readFileSync } from 'node:fs';

/** The root's package.json, from which the manifests of the npm package, the hub and the extension are made. */
export const rootPackage = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
  description: string;
  license: string;
  /** Where the product is described; empty until a publisher fills it in. */
  homepage: string;
  /** Where users ask and report mistakes; empty until a publisher fills it in. */
  bugs: string;
  engines: Record<string, string>;
  dependencies: { lit: string };
  optionalDependencies: Record<string, string>;
};
