/** Characters that XML 1.0 allows nowhere, not even as references, and halves of surrogate pairs. */
const NOT_IN_XML =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * The generator's XML without characters that make it ill-formed, and without the line breaks that it puts around
 * CDATA: blocks that trim no text would have them in their links.
 */
export function tidyXml(xml: string): string {
  const text = xml
    .replace(NOT_IN_XML, '')
    .replace(/>\s+<!\[CDATA\[/g, '><![CDATA[')
    .replace(/\]\]>\s+<\//g, ']]></');
  return text.endsWith('\n') ? text : `${text}\n`;
}
