import { expect } from 'chai';
import { linksOf } from '../../../build/extension/links.ts';
import { manifest, TARGETS } from '../../../build/extension/manifest.ts';

const HOMEPAGE = 'https://tct.example/';
const SUPPORT = 'https://tct.example/hoi-dap';

describe('the publisher’s addresses', () => {
  it('come from package.json', () => {
    expect(linksOf({ homepage: HOMEPAGE, bugs: SUPPORT })).to.deep.equal({
      homepage: HOMEPAGE,
      support: SUPPORT,
    });
  });

  it('are left out where package.json gives none', () => {
    expect(linksOf({ homepage: '', bugs: '' })).to.deep.equal({});
    for (const target of TARGETS) expect(manifest(target, '1.0.0')).not.to.have.property('homepage_url');
  });

  it('stop the build if they are none', () => {
    expect(() => linksOf({ homepage: 'tct.example', bugs: '' })).to.throw('"homepage"');
    expect(() => linksOf({ homepage: '', bugs: 'javascript:alert(1)' })).to.throw('"bugs"');
  });

  for (const target of TARGETS)
    it(`are in the manifest: ${target}`, () => {
      expect(manifest(target, '1.0.0', HOMEPAGE)).to.have.property('homepage_url', HOMEPAGE);
    });
});
