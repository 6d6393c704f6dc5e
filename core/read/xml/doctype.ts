/** An entity whose text is declared in the document type: neither markup nor other entities, which only bombs need. */
const DECLARED = /<!ENTITY\s+([\w.-]{1,40})\s+(?:"([^"<%]{0,200})"|'([^'<%]{0,200})')\s*>/g;
/** Those of XML itself, which a document may declare too, but not otherwise (XML 1.0, 4.6). */
const PREDEFINED = /^(?:amp|lt|gt|quot|apos)$/;
const OTHER_ENTITY = /&(?!#)/;

/**
 * Puts the text of the entities that a document type declares in their places (XML 1.0, 4.4). The document at most
 * doubles.
 *
 * @param head what stands before the root
 */
export function expandDeclared(text: string, head: string): string {
  const entities = new Map<string, string>();
  for (const [, name = '', double, single] of head.matchAll(DECLARED)) {
    const words = double ?? single ?? '';
    // The first declaration holds (XML 1.0, 4.2).
    if (!PREDEFINED.test(name) && !OTHER_ENTITY.test(words) && !entities.has(name)) entities.set(name, words);
  }
  if (!entities.size) return text;
  let room = text.length;
  return text.replace(/&([\w.-]{1,40});/g, (reference, name: string) => {
    const words = entities.get(name);
    if (words === undefined || words.length > room) return reference;
    room -= words.length;
    return words;
  });
}
