import { expect } from 'chai';
import type { LitElement } from 'lit';
import { COMMON_ATTRIBUTES, WIDGETS } from '../../../widgets/attributes.ts';
import { checkAttributes } from '../../../widgets/debug/check-attributes.ts';
import { TctDocumentList } from '../../../widgets/document-list/define.ts';
import { TctGallery } from '../../../widgets/gallery/define.ts';
import { TctLatestNews } from '../../../widgets/latest-news/define.ts';
import { TctWeather } from '../../../widgets/weather/define.ts';

const CLASSES: Record<string, typeof LitElement> = {
  'latest-news': TctLatestNews,
  'document-list': TctDocumentList,
  weather: TctWeather,
  gallery: TctGallery,
};
/** Attributes that are no properties: for the loader, and for those who explain what is wrong. */
const NO_PROPERTIES = ['loading', 'debug'];

describe('the attributes that the loader passes on', () => {
  for (const [name, [, own]] of WIDGETS)
    it(`are those of the element: ${name}`, () => {
      expect(`${COMMON_ATTRIBUTES} ${own}`.split(' ').sort()).to.deep.equal(
        [...CLASSES[name]!.observedAttributes, ...NO_PROPERTIES].sort(),
      );
      const element = document.createElement(`tct-${name}`);
      for (const attribute of `${COMMON_ATTRIBUTES} ${own}`.split(' '))
        if (attribute !== 'latitude' && attribute !== 'longitude') element.setAttribute(attribute, '');
      const problems = checkAttributes(element, '').map(({ problem: [vi] }) => vi);
      expect(problems.filter((text) => /Không có thuộc tính/.test(text))).to.deep.equal([]);
    });
});
