/**
 * Copies a text. Pages served over plain http have no clipboard API; where the older way fails too, the text is left
 * selected, to be copied by hand.
 *
 * @param shown the element that shows the text
 * @returns whether it was copied
 */
export async function copyText(text: string, shown: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection()!.selectAllChildren(shown);
    return document.execCommand('copy');
  }
}
