import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes a list of files with the values of their `integrity` attributes (Subresource Integrity), as JSON. */
export function writeIntegrity(folder: string, list: string, names: readonly string[]): void {
  const digest = (name: string) =>
    createHash('sha384')
      .update(readFileSync(join(folder, name)))
      .digest('base64');
  const values = Object.fromEntries([...names].sort().map((name) => [name, `sha384-${digest(name)}`]));
  writeFileSync(join(folder, list), `${JSON.stringify(values, null, 2)}\n`);
}
