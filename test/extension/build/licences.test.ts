import { readFileSync } from 'node:fs';
import { expect } from 'chai';

const notices = (target: string) =>
  readFileSync(new URL(`../../../dist/extension/${target}/LICENSE`, import.meta.url), 'utf8');

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
      expect(notices(target).includes('Mozilla Public License')).to.equal(target === 'chrome');
    });
});
