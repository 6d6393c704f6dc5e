import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { licences } from '../../build/licences.ts';
import { codeOf, sourceFiles } from './source-files.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const { resolve } = createRequire(import.meta.url);
/** What every delivered file of notices says about a package: its version, its licence and where its sources are. */
const noticeOf = (name: string) =>
  new RegExp(`^${name} \\d+\\.\\d+\\.\\d+\\S*\\nLicence: \\S+\\nSource: https://\\S+\\n\\n[^]{300}`, 'm');

describe('the notices of bundled packages', () => {
  it('are in the hub’s folder, for every package that its sources import', () => {
    const text = readFileSync(join(ROOT, 'dist/hub/LICENSE.txt'), 'utf8');
    expect(text).to.match(/^MIT License/);
    // The console's page has its own notices.
    const files = [...sourceFiles('hub'), ...sourceFiles('core')].filter(
      (file) => !file.startsWith('hub/console/'),
    );
    const specifiers = files.flatMap((file) =>
      [...codeOf(file).matchAll(/^(?:import|export)\b(?! type)[^;]*?\bfrom '([^.'][^']*)'/gms)].map(
        ([, each]) => each!,
      ),
    );
    const packages = new Set(
      specifiers
        .filter((each) => !/^(?:node:|sharp$)/.test(each))
        .map((each) => /^(?:@[^/]+\/)?[^/]+/.exec(each)![0]),
    );
    expect([...packages]).to.include.members(['zod', 'htmlparser2', 'css-select', 'sirv', 'robots-parser']);
    // What those import in turn.
    for (const name of [...packages, 'domutils', 'nth-check', 'boolbase', 'mrmime', '@polka/url'])
      expect(text, name).to.match(noticeOf(name));
    expect(text).to.not.match(/^(?:sharp|typescript) /m);
  });

  it('are beside the scripts for pages, and beside the console’s page', () => {
    for (const file of ['dist/embed/LICENSE.txt', 'dist/hub/console/LICENSE.txt']) {
      const text = readFileSync(join(ROOT, file), 'utf8');
      for (const name of ['lit', 'lit-html', '@lit/reactive-element'])
        expect(text, name).to.match(noticeOf(name));
    }
  });

  it('are made from the modules of a bundle, each package once', () => {
    const lit = resolve('lit');
    const text = licences([lit, `\0${lit}?commonjs-proxy`, join(ROOT, 'core/url.ts'), '\0virtual']);
    expect(text.match(/^Licence: /gm)).to.have.length(1);
    expect(text).to.match(noticeOf('lit'));
  });

  describe('of a package', () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'tct-licences-'));
    });
    afterEach(() => rmSync(folder, { recursive: true }));
    /** @returns the path of a module of the package */
    function install(name: string, manifest: object, files: Record<string, string> = {}): string {
      const home = join(folder, 'node_modules', name);
      mkdirSync(home, { recursive: true });
      writeFileSync(join(home, 'package.json'), JSON.stringify({ name, version: '1.2.3', ...manifest }));
      for (const [file, text] of Object.entries(files)) writeFileSync(join(home, file), text);
      return join(home, 'lib/index.js');
    }

    it('contain all texts that it ships', () => {
      const module = install(
        '@a/b',
        { license: 'Apache-2.0', repository: 'git@github.com:a/b.git', homepage: 'https://b.example' },
        { 'LICENCE.md': 'the licence', NOTICE: 'the notice', 'license.js': 'no', 'readme.md': 'no' },
      );
      const text = licences([module]);
      expect(text).to.match(/the licence\n\n(?:.*\n\n)?the notice/);
      expect(text)
        .to.match(/^Source: https:\/\/github\.com\/a\/b$/m)
        .and.not.include('\nno');
    });

    it('contain the standard text if it ships none', () => {
      const author = { name: 'An' };
      const text = licences([
        install('a', { license: 'MIT', author, repository: 'an/a' }),
        install('c', { license: 'ISC', author: 'Cúc <cuc@c.example>', homepage: 'https://c.example/' }),
      ]);
      expect(text).to.match(
        /^a 1\.2\.3\nLicence: MIT\nSource: https:\/\/github\.com\/an\/a\n\nCopyright \(c\) An\n\nPermission is hereby/m,
      );
      expect(text).to.match(/Source: https:\/\/c\.example\/\n\nCopyright \(c\) Cúc .*\n\nPermission to use/);
    });

    it('are missing from no bundle: the build fails', () => {
      for (const manifest of [
        { license: 'MIT', repository: 'a/a' },
        { license: 'GPL-3.0', repository: 'a/a', author: 'An' },
        { repository: 'a/a', author: 'An' },
        { license: 'MIT', author: 'An' },
      ])
        expect(() => licences([install('a', manifest)]), JSON.stringify(manifest)).to.throw('does not state');
    });
  });
});
