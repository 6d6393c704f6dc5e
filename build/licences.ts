import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const read = (path: string) => readFileSync(ROOT + path, 'utf8');

/** Our licence followed by those of the bundled packages, whose comments the minifier removes. */
export function licences(...packages: string[]): string {
  const theirs = packages.map((name) => `${name}\n\n${read(`node_modules/${name}/LICENSE`)}`);
  return [read('LICENSE'), ...theirs].join('\n---\n\n');
}
