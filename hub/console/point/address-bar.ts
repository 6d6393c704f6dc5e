import { html, nothing, type TemplateResult } from 'lit';
import type { PointSession } from './point-session.ts';
import type { PointWords } from './point-words.ts';

/** Adds what people leave out when they type an address. Undefined if it is none. */
function addressOf(typed: string): string | undefined {
  const text = typed.trim();
  try {
    const { protocol, href, hostname } = new URL(/^[a-z]+:\/\//i.test(text) ? text : `http://${text}`);
    return /^https?:$/.test(protocol) && hostname ? href : undefined;
  } catch {
    return undefined;
  }
}

export interface AddressActions {
  /** Opens what was typed; undefined if it is no address. */
  open: (url: string | undefined) => void;
  back: () => void;
}

/** The address of the page that is pointed at, which can be changed, and what is wrong with it. */
export function addressBar(
  session: PointSession,
  words: PointWords,
  wrong: string | TemplateResult | undefined,
  actions: AddressActions,
): TemplateResult {
  const { place, work, canGoBack, request } = session;
  const submit = (event: Event) => {
    event.preventDefault();
    actions.open(addressOf((event.target as HTMLFormElement).querySelector('input')!.value));
  };
  return html`<form class="point-address" @submit=${submit}>
    ${canGoBack ? html`<button type="button" class=${place?.isAlbum ? 'strong' : ''} @click=${actions.back}>← ${place?.isAlbum ? words.backToList : words.back}</button>` : nothing}
    <label><span class="unseen">${words.address}</span><input type="text" inputmode="url" spellcheck="false" autocapitalize="off" autocomplete="off" .value=${place?.shown.url ?? request.url} aria-invalid=${wrong === words.addressWrong ? 'true' : nothing} aria-describedby="point-address-wrong"></label>
    <button>${words.go}</button>
    <p id="point-address-wrong" role="alert" class="trouble">${wrong ?? nothing}</p>
    ${place && work === 'opening' ? html`<p role="status" class="working">${words.working.opening} <button type="button" @click=${() => session.cancel()}>${words.stop}</button></p>` : nothing}
  </form>`;
}
