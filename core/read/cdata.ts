/** A text without marks of CDATA that are left over, where a generator wrote or escaped them twice. */
export function withoutCdataMarks(text: string): string {
  // A quick check first: most texts have none.
  if (!text.includes(']]') && !text.startsWith('<![CDATA[')) return text;
  if (text.includes('![CDATA[')) return text.replace(/(?:<|&lt;)!\[CDATA\[|\]\](?:>|&gt;)/g, '');
  const end = text.trimEnd();
  return end.endsWith(']]>') ? end.slice(0, -3) : text;
}
