import { html, type TemplateResult } from 'lit';

/**
 * Passes a link on: with the device's own dialogue where it is used by touch, else into the clipboard.
 *
 * @returns whether the link is in the clipboard now
 */
async function share(title: string, url: string): Promise<boolean> {
  if (typeof navigator.share === 'function' && matchMedia('(pointer: coarse)').matches)
    try {
      await navigator.share({ title, url });
      return false;
    } catch (error) {
      // Closed by the user; another error means that the page may not share.
      if ((error as Error).name === 'AbortError') return false;
    }
  return copy(url);
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Pages over plain http, and frames, have no such clipboard. A page may hide the method behind a form's field.
    const field = document.createElement('textarea');
    field.value = text;
    field.readOnly = true;
    field.style.cssText = 'position:fixed;opacity:0';
    document.documentElement.append(field);
    field.select();
    const copied = Object.getPrototypeOf(document).execCommand.call(document, 'copy');
    field.remove();
    return copied;
  }
}

/**
 * Renders the button that passes on the link to a post.
 *
 * @param name says what the button does, for screen readers
 * @param onCopied told whether the link is in the clipboard: not yet when the button is pressed
 */
export function shareButton(
  title: string,
  url: string,
  name: string,
  onCopied: (isCopied: boolean) => void,
): TemplateResult {
  const press = async ({ currentTarget }: Event) => {
    // Said again if it was said before.
    onCopied(false);
    onCopied(await share(title, url));
    // Where there is no clipboard, a field has had the focus.
    (currentTarget as HTMLElement).focus();
  };
  return html`<button part="share" aria-label=${name} title=${name} @click=${press}><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M10 14a5 5 0 0 0 7 0l3-3a5 5 0 0 0-7-7l-1.5 1.5M14 10a5 5 0 0 0-7 0l-3 3a5 5 0 0 0 7 7l1.5-1.5"/></svg></button>`;
}
