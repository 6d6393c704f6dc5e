import { expect } from 'chai';
import type { LitElement } from 'lit';
import { attributeNames } from '../../../widgets/debug/attribute-names.ts';
import { checkAttributes } from '../../../widgets/debug/check-attributes.ts';
import { TctDocumentList } from '../../../widgets/document-list/define.ts';
import { TctGallery } from '../../../widgets/gallery/define.ts';
import { TctLatestNews } from '../../../widgets/latest-news/define.ts';
import { TctWeather } from '../../../widgets/weather/define.ts';

const CLASSES: Record<string, typeof LitElement> = {
  'tct-latest-news': TctLatestNews,
  'tct-document-list': TctDocumentList,
  'tct-weather': TctWeather,
  'tct-gallery': TctGallery,
};
/** Attributes that are no properties: for the loader, and for those who explain what is wrong. */
const NO_PROPERTIES = ['loading', 'debug'];

describe('the attributes that are known before the code has loaded', () => {
  for (const [tag, { observedAttributes }] of Object.entries(CLASSES))
    it(`are those of the element: ${tag}`, () => {
      expect(attributeNames(tag).sort()).to.deep.equal([...observedAttributes, ...NO_PROPERTIES].sort());
      const element = document.createElement(tag);
      for (const attribute of attributeNames(tag))
        if (attribute !== 'latitude' && attribute !== 'longitude') element.setAttribute(attribute, '');
      const problems = checkAttributes(element, '').map(({ problem: [vi] }) => vi);
      expect(problems.filter((text) => /Không có thuộc tính/.test(text))).to.deep.equal([]);
    });
});
