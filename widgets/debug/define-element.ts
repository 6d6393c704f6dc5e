import { reporter } from '../data/reporter.ts';
import { pageSettings } from '../globals.ts';

/** Of the attributes that all widgets have. */
export const COMMON_ODD_VALUES =
  'limit="(?![1-9]\\d?")|heading-level="[^1-6]|refresh="\\D|theme="(?!(?:newspaper|banner|card|soft|contrast|auto)?")';

/** By the names of the elements that are explained. */
export const oddValues: Record<string, string> = {};

/**
 * Defines an element of a page, unless another copy or version of the script has. What is wrong with its attributes or
 * its sources is explained on the console, and on the page where `debug` asks for that; the words are loaded when there
 * is something to say.
 *
 * @param values pattern of attributes with values that are none, as they stand in a tag: `layout="(?!(?:list|cards)")`.
 * The choices in it are suggested.
 */
export function defineElement(name: string, element: CustomElementConstructor, values: string): void {
  // Keeps an element that another copy or version of the script has defined.
  if (!customElements.get(name)) customElements.define(name, element);
  oddValues[name] = `${COMMON_ODD_VALUES}|${values}`;
}

const { report } = reporter;
reporter.report = (element, detail) => {
  const values = oddValues[element.localName]!;
  if (
    'error' in detail ||
    pageSettings().debug ||
    location.search.includes('tct-debug') ||
    RegExp(`^[^>]* (?:debug|${values})`).test(element.outerHTML)
  )
    import('./debug.ts').then(
      (code) => code.examine(element, detail, values),
      () => report(element, detail),
    );
};
