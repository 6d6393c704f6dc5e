/** Colours and type: the custom properties, and the contrast that comes of them. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { type Colour, contrast, grade, hexOf, over, parseColour, type Seen, textOn } from '../contrast.ts';
import type { TokenField } from '../fields.ts';
import { inLanguage, type Words } from '../words/language.ts';
import { PAGE } from '../words/page.ts';
import { FONTS } from '../words/tokens.ts';
import { besides, describedBy } from './field.ts';
import type { Actions, Model, Say } from './model.ts';

const typed = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;

/** A colour as a well and as text; both say the same. */
function colourControl(
  id: string,
  label: string,
  value: string | undefined,
  unset: string,
  set: (typed: string) => void,
  say: Say,
  hint?: Words,
  note?: Words,
): TemplateResult {
  return html`<div class="field colour"><label for=${id}>${label}</label>
    <span class="pair">
      <input type="color" aria-label=${label} .value=${live(value ?? (unset.startsWith('#') ? unset : '#808080'))}
        @change=${(event: Event) => set(typed(event))}>
      <input id=${id} type="text" autocomplete="off" spellcheck="false" .value=${live(value ?? '')} placeholder=${unset}
        aria-describedby=${describedBy(id, hint, note)} @change=${(event: Event) => set(typed(event))}>
      ${value ? html`<button type="button" aria-label="${say(PAGE.clear)}: ${label}" @click=${() => set('')}>×</button>` : nothing}
    </span>
    ${besides(id, say, hint, note)}</div>`;
}

function fontControl(
  id: string,
  value: string | undefined,
  unset: string,
  set: (typed: string) => void,
  say: Say,
) {
  const isListed = value === undefined || FONTS.some(([font]) => font === value);
  return html`<select id=${id} .value=${live(isListed ? (value ?? '') : 'other')}
      @change=${(event: Event) => set(typed(event) === 'other' ? 'Arial' : typed(event))}>
      <option value="" ?selected=${value === undefined}>${unset}</option>
      ${FONTS.map(([font, label]) => html`<option value=${font} ?selected=${font === value}>${say(label)}</option>`)}
      <option value="other" ?selected=${!isListed}>${say(PAGE.otherFont)}</option>
    </select>
    ${isListed ? nothing : html`<input type="text" aria-label=${say(PAGE.otherFont)} .value=${live(value)} @change=${(event: Event) => set(typed(event))}>`}`;
}

function tokenControl(
  field: TokenField,
  { choices, notes }: Model,
  actions: Actions,
  say: Say,
): TemplateResult {
  const { token, words, defaultValue, limits } = field;
  const id = `option-${token.slice(2)}`;
  const value = choices.tokens[token];
  const note = notes.get(token);
  const unset = defaultValue || (words.unset ? say(words.unset) : '');
  const set = (text: string) => actions.setToken(field, text || undefined);
  if (words.kind === 'colour')
    return colourControl(id, say(words.label), value, unset, set, say, undefined, note);
  const control =
    words.kind === 'font'
      ? fontControl(id, value, unset, set, say)
      : html`<input id=${id} type="text" autocomplete="off" .value=${live(value ?? '')} placeholder=${unset}
          title=${limits ? `${limits.min} – ${limits.max}` : nothing}
          aria-describedby=${describedBy(id, undefined, note)} @change=${(event: Event) => set(typed(event))}>`;
  return html`<div class="field"><label for=${id}>${say(words.label)}</label>${control}${besides(id, say, undefined, note)}</div>`;
}

function contrastRow(
  label: Words,
  [top, bottom]: [Colour, Colour],
  seen: Seen,
  say: Say,
  language: 'vi' | 'en',
) {
  const shown = over(top, bottom);
  const ratio = contrast(shown, bottom);
  const level = grade(ratio, seen);
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(ratio);
  const low = seen === 'sign' ? PAGE.tooLowSign : PAGE.tooLow;
  return html`<div class=${level === 'fail' ? 'low' : ''}>
    <dt>${say(label)}</dt>
    <dd><span class="swatch" aria-hidden="true" .style=${`color:${hexOf(shown)};background:${hexOf(bottom)}`}>Aa</span>
      ${number}:1 <b>${level === 'fail' ? say(low) : seen === 'sign' ? '≥ 3:1' : level}</b></dd>
  </div>`;
}

/** The colours that meet: those chosen, else those of the preview and the widgets. */
function contrastTable({ choices, seen, tokenFields }: Model, say: Say) {
  const paper = parseColour(choices.paper ?? seen?.paper ?? '#fff') ?? parseColour('#fff')!;
  const ink = parseColour(choices.tokens['--tct-color'] ?? seen?.ink ?? '#000') ?? parseColour('#000')!;
  const accentDefault = tokenFields.find(({ token }) => token === '--tct-accent')?.defaultValue ?? '';
  const accent = parseColour(choices.tokens['--tct-accent'] ?? accentDefault) ?? ink;
  const onAccent = parseColour(choices.tokens['--tct-on-accent'] ?? '') ?? textOn(accent);
  const { language } = choices;
  return html`<h3>${inLanguage(PAGE.contrast, language)}</h3><dl class="contrast">
    ${contrastRow(PAGE.contrastText, [ink, paper], 'text', say, language)}
    ${contrastRow(PAGE.contrastAccent, [accent, paper], 'sign', say, language)}
    ${contrastRow(PAGE.contrastOnAccent, [onAccent, accent], 'text', say, language)}
  </dl>`;
}

export function renderTokens(model: Model, actions: Actions, say: Say): TemplateResult {
  const { choices, tokenFields, notes, seen } = model;
  const paper = parseColour(seen?.paper ?? '');
  const paperUnset = paper ? hexOf(paper) : '';
  return html`${tokenFields.map((field) => tokenControl(field, model, actions, say))}
    ${colourControl('option-paper', say(PAGE.paper), choices.paper, paperUnset, actions.setPaper, say, PAGE.paperHint, notes.get('paper'))}
    ${contrastTable(model, say)}`;
}
