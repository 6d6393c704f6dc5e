import { expect } from 'chai';
import { INNER, ROOMS } from './rooms.ts';
import { codeOf, exists, findCycle, importsOf, sourceFiles } from './source-files.ts';

const CODE = Object.keys(ROOMS).flatMap(sourceFiles);
const EVERY_FILE = [...CODE, ...sourceFiles('test')];

/** The entry of `INNER` that a file belongs to: the file itself, or else the innermost listed folder around it. */
function innerRoom(room: string, file: string): string | undefined {
  const path = file.slice(room.length + 1);
  const entries = Object.keys(INNER[room]!);
  if (entries.includes(path)) return path;
  if (!path.includes('/')) return entries.find((entry) => entry === '.');
  return entries.filter((entry) => path.startsWith(`${entry}/`)).sort((a, b) => b.length - a.length)[0];
}

const contains = (one: string, other: string) => one.startsWith(`${other}/`) || other.startsWith(`${one}/`);

describe('the arrows between folders', () => {
  for (const [room, allowed] of Object.entries(ROOMS)) {
    it(`${room} imports from ${allowed.join(', ') || 'no other folder'}`, () => {
      for (const file of sourceFiles(room)) {
        for (const path of importsOf(file))
          expect([room, ...allowed], `${file} imports ${path}`).to.include(path.split('/')[0]);
      }
    });
  }

  for (const [room, entries] of Object.entries(INNER)) {
    it(`every file of ${room} lies in a listed folder, and every listed folder exists`, () => {
      for (const file of sourceFiles(room)) expect(innerRoom(room, file), file).to.be.a('string');
      for (const entry of Object.keys(entries)) expect(exists(`${room}/${entry}`), entry).to.equal(true);
    });

    for (const [entry, allowed] of Object.entries(entries)) {
      it(`${room}/${entry} imports from ${allowed.join(', ') || 'no other folder'} of ${room}`, () => {
        const forbidden = sourceFiles(room)
          .filter((file) => innerRoom(room, file) === entry)
          .flatMap((file) => importsOf(file).map((path) => ({ file, path })))
          .filter(({ path }) => path.startsWith(`${room}/`))
          .filter(({ path }) => {
            const target = innerRoom(room, path);
            return !target || !(target === entry || contains(target, entry) || allowed.includes(target));
          });
        expect(forbidden.map(({ file, path }) => `${file} imports ${path}`)).to.deep.equal([]);
      });
    }

    it(`the folders of ${room} import one way`, () => {
      expect(findCycle(new Map(Object.entries(entries)))?.join(' → ')).to.equal(undefined);
    });
  }

  it('there are no circular imports, including lazy and type-only ones', () => {
    const cycle = findCycle(new Map(EVERY_FILE.map((file) => [file, importsOf(file)])));
    expect(cycle?.join(' → ')).to.equal(undefined);
  });

  it('finds a cycle in a graph', () => {
    const graph = { a: ['b', 'c'], b: ['d'], c: ['b'], d: ['e'], e: ['b'] };
    expect(findCycle(new Map(Object.entries(graph)))).to.deep.equal(['b', 'd', 'e', 'b']);
    expect(findCycle(new Map(Object.entries({ ...graph, e: [] })))).to.equal(undefined);
  });

  it('every import leads to a file', () => {
    for (const file of EVERY_FILE)
      for (const path of importsOf(file)) expect(exists(path), `${file} imports ${path}`).to.equal(true);
  });
});

describe('what no source file does', () => {
  it('decodes no path by hand: a checkout may lie in a folder with spaces or diacritics', () => {
    for (const file of EVERY_FILE) expect(codeOf(file), file).not.to.match(/import\.meta\.url\)\.pathname/);
  });

  it('no code in pages uses Array.from, which Prototype and MooTools replace', () => {
    for (const file of [...sourceFiles('core'), ...sourceFiles('widgets')])
      expect(codeOf(file), file).not.to.match(/\bArray\.from\(/);
  });

  it('no code in pages or in the extension imports all of zod', () => {
    for (const file of ['core', 'widgets', 'extension'].flatMap(sourceFiles))
      expect(codeOf(file), file).not.to.match(/from 'zod'/);
  });

  it('no constant has a vague name such as LONGEST', () => {
    const banned =
      /^(?:export )?const (LONGEST|SHORTEST|MOST|FEWEST|LEAST|ENOUGH|PATIENCE|SILENCE|EVERYTHING|NOTHING)\b/gm;
    const found = EVERY_FILE.flatMap((file) =>
      [...codeOf(file).matchAll(banned)].map(([, name]) => `${file}: ${name}`),
    );
    expect(found).to.deep.equal([]);
  });
});

describe('the test runner', () => {
  it('loads a module once, whether it is imported at once or lazily', async () => {
    const lazily = await import('./rooms.ts');
    expect(lazily.ROOMS).to.equal(ROOMS);
  });
});
