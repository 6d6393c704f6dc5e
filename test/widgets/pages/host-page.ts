/** What a page of a partner has of its own, to compare it with and without the scripts of `dist/embed/`. */

/** Of Lit, and the names that the loader keeps free for it; jQuery's differs at each visit. */
const OUR_GLOBALS =
  /^(?:tct|jQuery\d+|lit(?:Html|Element)(?:Versions|\w+Support)|reactiveElement(?:Versions|\w+Support)|litPropertyMetadata|ShadyCSS|trustedTypes)$/;
const PROTOTYPES = [
  ...['Object', 'Array', 'String', 'Number', 'Function', 'Promise', 'Map', 'Set', 'RegExp', 'Date', 'Symbol'],
  ...['EventTarget', 'Node', 'Element', 'HTMLElement', 'Document', 'Event', 'History', 'Location', 'Storage'],
];
/** These follow from how much room the widgets take. */
const OF_ROOM =
  /^(?:(?:min-|max-)?(?:height|width|block-size|inline-size)|grid-template-rows|perspective-origin|transform-origin|inset.*|top|right|bottom|left)$/;

export type HostWindow = Window & typeof globalThis & { seen: string[] };

/** The names that a script could have put into the page, and the code of the built-in functions. */
export function names(page: HostWindow): string[] {
  const namesOf = (value: object, of: string) =>
    Reflect.ownKeys(value)
      .filter((key) => !/^\d+$/.test(String(key)))
      .map((key) => {
        const { value: method } = Object.getOwnPropertyDescriptor(value, key) ?? {};
        // Functions are compared by their code: each page has its own.
        return `${of}.${String(key)} ${typeof method === 'function' ? Function.prototype.toString.call(method) : ''}`;
      })
      .sort();
  return [
    ...Object.getOwnPropertyNames(page)
      .filter((name) => !OUR_GLOBALS.test(name) && !/^\d+$/.test(name))
      .sort(),
    ...namesOf(page.document, 'document'),
    ...PROTOTYPES.flatMap((name) =>
      namesOf((page as unknown as Record<string, { prototype: object }>)[name]!.prototype, name),
    ),
  ];
}

/** The computed styles of the page's own elements, each value with the element's place and tag. */
export function styles(page: HostWindow): string[] {
  const widgets = [...page.document.querySelectorAll('*')].filter(({ localName }) =>
    localName.startsWith('tct-'),
  );
  return [...page.document.querySelectorAll('html,body,body *')]
    .filter((element) => !widgets.some((widget) => widget.contains(element)))
    .flatMap((element, index) => {
      const computed = page.getComputedStyle(element);
      return [...computed]
        .filter((property) => !OF_ROOM.test(property))
        .map(
          (property) => `${index} ${element.localName} ${property}: ${computed.getPropertyValue(property)}`,
        );
    });
}

/** What only one of the lists has. */
export const differences = (some: readonly string[], others: readonly string[]): string[] => {
  const [first, second] = [new Set(some), new Set(others)];
  return [
    ...some.filter((each) => !second.has(each)).map((each) => `with: ${each}`),
    ...others.filter((each) => !first.has(each)).map((each) => `without: ${each}`),
  ];
};
