import { html, type TemplateResult } from 'lit';
import type { Settings, Store } from '../store/schema.ts';
import type { Words } from '../words/words.ts';
import { isChecked } from './is-checked.ts';

/** The settings for the language, pictures and shortcuts. */
export function looks(
  { settings: { lang, letters = true, pictures = true } }: Store,
  { options: { looks: text } }: Words,
  save: (settings: Partial<Settings>) => void,
): TemplateResult {
  const setLanguage = (event: Event) =>
    save({ lang: ((event.target as HTMLSelectElement).value || undefined) as Settings['lang'] });
  const check = (name: 'letters' | 'pictures', isOn: boolean, label: string) =>
    html`<label class="check"><input type="checkbox" name=${name} .checked=${isOn} @change=${(event: Event) => save({ [name]: isChecked(event) })}> ${label}</label>`;
  return html`<label>${text.language}
      <select @change=${setLanguage}>
        ${(['', 'vi', 'en'] as const).map((value) => html`<option value=${value} ?selected=${(lang ?? '') === value}>${text.languages[value]}</option>`)}
      </select></label>
    ${check('pictures', pictures, text.pictures)}
    ${check('letters', letters, text.keys)}`;
}
