import { expect } from 'chai';
import { FOLDER_IMPORTS, SUBFOLDER_IMPORTS } from './allowed-imports.ts';
import { codeOf, exists, findCycle, importsOf, sourceFiles } from './source-files.ts';

const CODE = Object.keys(FOLDER_IMPORTS).flatMap(sourceFiles);
const EVERY_FILE = [...CODE, ...sourceFiles('test')];

/** The entry of `SUBFOLDER_IMPORTS` that a file belongs to: the file itself, or else the innermost listed folder around it. */
function entryOf(folder: string, file: string): string | undefined {
  const path = file.slice(folder.length + 1);
  const entries = Object.keys(SUBFOLDER_IMPORTS[folder]!);
  if (entries.includes(path)) return path;
  if (!path.includes('/')) return entries.find((entry) => entry === '.');
  return entries.filter((entry) => path.startsWith(`${entry}/`)).sort((a, b) => b.length - a.length)[0];
}

const contains = (one: string, other: string) => one.startsWith(`${other}/`) || other.startsWith(`${one}/`);

describe('the imports between folders', () => {
  for (const [folder, allowed] of Object.entries(FOLDER_IMPORTS)) {
    it(`${folder} imports from ${allowed.join(', ') || 'no other folder'}`, () => {
      for (const file of sourceFiles(folder)) {
        for (const path of importsOf(file))
          expect([folder, ...allowed], `${file} imports ${path}`).to.include(path.split('/')[0]);
      }
    });
  }

  for (const [folder, entries] of Object.entries(SUBFOLDER_IMPORTS)) {
    it(`every file of ${folder} is in a listed folder, and every listed folder exists`, () => {
      for (const file of sourceFiles(folder)) expect(entryOf(folder, file), file).to.be.a('string');
      for (const entry of Object.keys(entries)) expect(exists(`${folder}/${entry}`), entry).to.equal(true);
    });

    for (const [entry, allowed] of Object.entries(entries)) {
      it(`${folder}/${entry} imports from ${allowed.join(', ') || 'no other folder'} of ${folder}`, () => {
        const forbidden = sourceFiles(folder)
          .filter((file) => entryOf(folder, file) === entry)
          .flatMap((file) => importsOf(file).map((path) => ({ file, path })))
          .filter(({ path }) => path.startsWith(`${folder}/`))
          .filter(({ path }) => {
            const target = entryOf(folder, path);
            return !target || !(target === entry || contains(target, entry) || allowed.includes(target));
          });
        expect(forbidden.map(({ file, path }) => `${file} imports ${path}`)).to.deep.equal([]);
      });
    }

    it(`the folders of ${folder} import one way`, () => {
      expect(findCycle(new Map(Object.entries(entries)))?.join(' → ')).to.equal(undefined);
    });
  }

  it('the top-level folders import one way', () => {
    expect(findCycle(new Map(Object.entries(FOLDER_IMPORTS)))?.join(' → ')).to.equal(undefined);
  });

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

describe('the source files', () => {
  it('decode file URLs with fileURLToPath, so that the checkout may be in a folder with spaces or diacritics', () => {
    for (const file of EVERY_FILE) expect(codeOf(file), file).not.to.match(/import\.meta\.url\)\.pathname/);
  });

  it('do not use Array.from in pages, which Prototype and MooTools replace', () => {
    for (const file of [...sourceFiles('core'), ...sourceFiles('widgets')])
      expect(codeOf(file), file).not.to.match(/\bArray\.from\(/);
  });

  it('do not import all of zod in pages and in the extension', () => {
    for (const file of ['core', 'widgets', 'extension'].flatMap(sourceFiles))
      expect(codeOf(file), file).not.to.match(/from 'zod'/);
  });

  it('have no constants with vague names such as LONGEST', () => {
    const banned =
      /^(?:export )?const (LONGEST|SHORTEST|MOST|FEWEST|LEAST|ENOUGH|PATIENCE|SILENCE|EVERYTHING|NOTHING)\b/gm;
    const found = EVERY_FILE.flatMap((file) =>
      [...codeOf(file).matchAll(banned)].map(([, name]) => `${file}: ${name}`),
    );
    expect(found).to.deep.equal([]);
  });
});

describe('the test runner', () => {
  it('loads a module once, whether it is imported statically or lazily', async () => {
    const lazily = await import('./allowed-imports.ts');
    expect(lazily.FOLDER_IMPORTS).to.equal(FOLDER_IMPORTS);
  });
});
