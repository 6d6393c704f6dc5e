import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Which room may import from which; tests may import from all. */
const MAY: Record<string, string[]> = {
  core: [],
  widgets: ['core'],
  // From build/: what all that is delivered is minified with.
  extension: ['core', 'widgets', 'build'],
  hub: ['core'],
  demo: ['widgets', 'core'],
};

function sources(room: string): string[] {
  if (!existsSync(ROOT + room)) return [];
  return readdirSync(ROOT + room, { recursive: true })
    .map((file) => `${room}/${file}`)
    .filter((file) => /\.(?:ts|js)$/.test(file) && !file.endsWith('.d.ts'));
}

function imports(file: string): string[] {
  const code = readFileSync(ROOT + file, 'utf8');
  return [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"](\.[^'"]+)['"]/g)].map(([, path]) =>
    relative(ROOT, join(ROOT, dirname(file), path!)),
  );
}

describe('the house', () => {
  for (const [room, allowed] of Object.entries(MAY)) {
    it(`${room} imports from ${allowed.join(', ') || 'nothing of ours'}`, () => {
      for (const file of sources(room)) {
        for (const path of imports(file))
          expect([room, ...allowed], `${file} imports ${path}`).to.include(path.split('/')[0]);
      }
    });
  }

  it('every import leads to a file', () => {
    for (const room of [...Object.keys(MAY), 'test']) {
      for (const file of sources(room))
        for (const path of imports(file))
          expect(existsSync(ROOT + path), `${file} imports ${path}`).to.equal(true);
    }
  });

  it('works in a folder whose name has spaces or diacritics: paths are decoded', () => {
    for (const room of [...Object.keys(MAY), 'test']) {
      for (const file of sources(room))
        expect(readFileSync(ROOT + file, 'utf8'), file).not.to.match(/import\.meta\.url\)\.pathname/);
    }
  });

  it('pages are given no Array.from, which Prototype and MooTools replace', () => {
    for (const file of [...sources('core'), ...sources('widgets')])
      expect(readFileSync(ROOT + file, 'utf8'), file).not.to.match(/\bArray\.from\(/);
  });

  it('code without a DOM is not given zod whole', () => {
    for (const room of ['core', 'widgets', 'extension']) {
      for (const file of sources(room))
        expect(readFileSync(ROOT + file, 'utf8'), file).not.to.match(/from 'zod'/);
    }
  });
});
