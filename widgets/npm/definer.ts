import { reporter } from '../data/reporter.ts';
import { COMMON_ODD_VALUES, oddValues } from '../debug/define-element.ts';
import { TAGS } from '../tags.ts';

/**
 * Defines an element. Once it is defined, another call with the same tag does nothing.
 *
 * @param tag the element's own by default; under another one it is a subclass, so that both may be in use
 * @param registry of the page by default; a `new CustomElementRegistry()` where the browser has scoped registries
 * @throws Error if another class has the tag: other code, or another copy of this package
 */
export type Define = (tag?: string, registry?: CustomElementRegistry) => void;

/** @param values see `defineElement` */
export function definer(ownTag: string, element: CustomElementConstructor, values: string): Define {
  const classes = new Map([[ownTag, element]]);
  return (tag = ownTag, registry = customElements) => {
    const wanted = classes.get(tag) ?? class extends element {};
    const known = registry.get(tag);
    if (known === wanted) return;
    if (known)
      throw new Error(
        `<${tag}> is already defined by another class (${known.name || 'anonymous'}): choose another tag, or define it only once`,
      );
    registry.define(tag, wanted);
    classes.set(tag, wanted);
    oddValues[tag] = `${COMMON_ODD_VALUES}|${values}`;
  };
}

// The explanations know the widgets by their own tags.
const { report } = reporter;
reporter.report = (element, detail) => {
  if (TAGS.includes(element.localName)) report(element, detail);
  else if ('error' in detail) console.warn(`${element.localName}: ${detail.url}`, detail.error);
};
