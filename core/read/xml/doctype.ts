/** An entity declared as plain text. Markup and references to other entities, as in entity bombs, are not supported. */
const ENTITY_DECLARATION = /<!ENTITY\s+([\w.-]{1,40})\s+(?:"([^"<%]{0,200})"|'([^'<%]{0,200})')\s*>/g;
/** XML's own entities, which a document may declare but not change (XML 1.0, section 4.6). */
const PREDEFINED = /^(?:amp|lt|gt|quot|apos)$/;
const OTHER_ENTITY = /&(?!#)/;

/**
 * Expands the entities declared in the document type (XML 1.0, section 4.4). The text at most doubles in length.
 *
 * @param head the text before the root element
 */
export function expandDeclared(text: string, head: string): string {
  const entities = new Map<string, string>();
  for (const [, name = '', double, single] of head.matchAll(ENTITY_DECLARATION)) {
    const words = double ?? single ?? '';
    // The first declaration wins (XML 1.0, section 4.2).
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
