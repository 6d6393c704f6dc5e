import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const readText = (path: string) => readFileSync(ROOT + path, 'utf8');

/** Our licence followed by those of the bundled packages, whose comments the minifier removes. */
export function licences(...packages: string[]): string {
  const theirs = packages.map((name) => `${name}\n\n${readText(`node_modules/${name}/LICENSE`)}`);
  return [readText('LICENSE'), ...theirs].join('\n---\n\n');
}
