import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const POLYFILL = 'browser-polyfill.min.js';

const inPackage = (target: string, file: string) => `${ROOT}dist/extension/${target}/${file}`;
const notices = (target: string) => readFileSync(inPackage(target, 'LICENSE'), 'utf8');

describe('the notices in the extension', () => {
  for (const [target, packages] of [
    ['chrome', ['lit', 'lit-html', '@lit/reactive-element', 'webextension-polyfill']],
    ['firefox', ['lit', 'lit-html', '@lit/reactive-element']],
  ] as const)
    it(`name the version, the licence and the source of each package: ${target}`, () => {
      const named = [
        ...notices(target).matchAll(
          /^(\S+) \d+\.\d+\.\d+\nLicence: \S+\nSource: https:\/\/github\.com\/\S+\n/gm,
        ),
      ];
      expect(named.map(([, name]) => name)).to.include.members([...packages]);
    });
});

describe('the polyfill of the browser’s API', () => {
  it('is in the package for Chrome, unmodified, with the text of its licence and its source', () => {
    const folder = `${ROOT}node_modules/webextension-polyfill/`;
    const { version } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8'));
    const digest = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
    expect(digest(inPackage('chrome', `code/${POLYFILL}`))).to.equal(digest(`${folder}dist/${POLYFILL}`));
    expect(notices('chrome'))
      .to.contain(
        `webextension-polyfill ${version}\nLicence: MPL-2.0\nSource: https://github.com/mozilla/webextension-polyfill\n`,
      )
      .and.contain(readFileSync(`${folder}LICENSE`, 'utf8').trim());
  });

  it('is not in the package for Firefox, which needs none', () => {
    expect(existsSync(inPackage('firefox', `code/${POLYFILL}`))).to.equal(false);
    expect(notices('firefox')).not.to.contain('Mozilla Public License');
    for (const page of ['popup', 'options'])
      expect(readFileSync(inPackage('firefox', `${page}/index.html`), 'utf8')).not.to.contain('polyfill');
  });
});
