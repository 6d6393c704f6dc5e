import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { PlaceForecast } from '../../core/model/forecast.ts';
import { formatVietnamTime } from '../../core/time/vietnam-time.ts';
import { baseStyles } from '../base/base.styles.ts';
import { TctElement } from '../base/tct-element.ts';
import type { WidgetState } from '../data/data-controller.ts';
import { dispatch } from '../data/events.ts';
import { sourceUrls } from '../data/source-urls.ts';
import { readCache, writeCache } from '../data/storage-cache.ts';
import type { Locale } from '../locale/types/locale.ts';
import type { WeatherWords } from '../locale/types/weather.ts';
import { vi } from '../locale/vi/weather.ts';
import { chart } from './chart.ts';
import { dayList } from './day-list.ts';
import { facts } from './facts.ts';
import { nowBlock } from './now.ts';
import { isOld, type Outlook, outlook } from './outlook.ts';
import { styles } from './weather.styles.ts';
import { WeatherController } from './weather-controller.ts';

const LAYOUTS = ['full', 'compact', 'now'];
/** One choice for all pages of the site: who chose Hà Nội on one wants it on the next. */
const MEMORY = 'place';

/** What `renderItem` is given beside the place. */
export interface WeatherContext {
  locale: Locale;
  /** What lies ahead of now. */
  outlook: Outlook;
}

/**
 * The weather: now, the next 24 hours, a week.
 *
 * @element tct-weather
 * @attr {string} src - Address of a hub's `weather.json`, or with `latitude` and `longitude` of a server like Open-Meteo's; the hub beside the script if missing
 * @attr {string} school - Means nothing here: the weather is of places
 * @attr {string} places - Ids of places, separated by spaces: which are offered, in which order (all)
 * @attr {number} latitude - Degrees of the place that the server in `src` is asked for
 * @attr {number} longitude - Degrees of the place that the server in `src` is asked for
 * @attr {'full'|'compact'|'now'} layout - Everything, the weather now and a line of days, or only now (full)
 * @attr {number} limit - Days shown (7)
 * @attr {boolean} no-memory - Does not remember which place was chosen
 * @attr {string} heading - The heading; an empty one shows none
 * @attr {number} heading-level - Level of the heading, 1 to 6 (2)
 * @attr {number} refresh - Minutes between two looks while the page is visible
 * @attr {'eager'} loading - The one script loads it at once, not when it comes near the viewport
 * @attr {string} lang - `vi` or `en`; else the nearest `lang`, else `vi`
 *
 * @slot - Shown until there is data, and if it never comes
 * @csspart heading - The heading
 * @csspart place - The name of the place, or the choice of it
 * @csspart now - The weather now
 * @csspart temperature - The temperature now
 * @csspart warnings - What the next 24 hours threaten with
 * @csspart facts - Humidity, wind and the like
 * @csspart chart - The next 24 hours
 * @csspart list - The list of days
 * @csspart item - A day
 * @csspart meta - When it was forecast, and by whom
 * @csspart error - The message and button shown when nothing could be read
 * @cssprop --tct-accent - Colour of the heading's line and of warnings (#b3261e)
 * @cssprop --tct-sun - Colour of sun, moon and lightning, of the line and the bars of temperatures (#c77f00)
 * @cssprop --tct-rain - Colour of rain (#2f7fd6)
 * @cssprop --tct-color - Colour of the text (inherited)
 * @cssprop --tct-font - Typeface (inherited)
 * @cssprop --tct-line - Colour of lines (half-transparent grey)
 * @cssprop --tct-gap - Distance between things (1em)
 *
 * @fires {CustomEvent<{feed: Weather}>} tct-load - A forecast was read
 * @fires {CustomEvent<{error: unknown}>} tct-error - A source could not be read
 * @fires {CustomEvent<{item: PlaceForecast}>} tct-select - A place was chosen; cancel it to stay with the one shown
 */
export class TctWeather extends TctElement {
  static override styles = [baseStyles, styles];
  static override properties = {
    ...TctElement.properties,
    places: {},
    latitude: {},
    longitude: {},
    layout: {},
    noMemory: { type: Boolean, attribute: 'no-memory' },
    renderItem: { attribute: false },
  };

  declare places: string | null;
  declare latitude: string | null;
  declare longitude: string | null;
  declare layout: string;
  declare noMemory: boolean;
  /** Replaces the template of the place shown: returns what Lit renders, a template, text or a node. */
  declare renderItem: ((place: PlaceForecast, context: WeatherContext) => unknown) | undefined;
  /** Id of the place chosen here; empty is the one remembered. */
  #chosen = '';
  /** Id of the place chosen on an earlier visit, or on another page meanwhile. */
  #remembered: unknown;

  protected override readonly source = new WeatherController(this);

  constructor() {
    super('weather.json', 7);
    this.places = this.latitude = this.longitude = null;
    this.layout = 'full';
    this.noMemory = false;
  }

  override async reload(): Promise<void> {
    if (this.latitude === null && this.longitude === null)
      return this.source.load(sourceUrls(this.src, null, 'weather.json'));
    try {
      // Most pages ask no server of their own, and need not know how.
      const { MISPLACED, placeAddresses } = await import('./coordinates.ts');
      await this.source.load(placeAddresses(this.src, this.latitude, this.longitude), MISPLACED);
    } catch (error) {
      await this.source.load([], String(error));
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#remembered = !this.noMemory && readCache(MEMORY).data;
    const moved = changed.has('latitude') || changed.has('longitude');
    // A new `src` is asked anyhow, as the first one is.
    if (moved && !changed.has('src')) void this.reload();
    super.willUpdate(changed);
  }

  protected override defaultHeading(locale: Locale): string {
    return this.#words(locale).heading;
  }

  protected override failed(locale: Locale): string {
    return this.#words(locale).failed;
  }

  protected override layoutClass(): string {
    return LAYOUTS.includes(this.layout) ? this.layout : 'full';
  }

  #words({ weather }: Locale): WeatherWords {
    return weather ?? vi;
  }

  /** Those that the tag names, in its order; without names all. */
  get #offered(): readonly PlaceForecast[] {
    const { places } = this.source;
    const named = this.places?.split(/[\s,]+/).filter(Boolean) ?? [];
    if (!named.length) return places;
    return named.flatMap((name) => places.find(({ id }) => id === name) ?? []);
  }

  get #shown(): PlaceForecast | undefined {
    const wanted = this.#chosen || this.#remembered;
    const offered = this.#offered;
    return offered.find(({ id }) => id === wanted) ?? offered[0];
  }

  protected override get hasContent(): boolean {
    return !!this.#shown;
  }

  /** A hub may answer at once, and with an old forecast: its own source is silent. */
  protected override get state(): WidgetState {
    const state = super.state;
    return state === 'ready' && isOld(this.#shown!.fetched, Date.now()) ? 'stale' : state;
  }

  #choose(event: Event, offered: readonly PlaceForecast[], shown: PlaceForecast): void {
    const select = event.target as HTMLSelectElement;
    const place = offered[select.selectedIndex]!;
    if (!dispatch(this, 'tct-select', { item: place })) {
      select.selectedIndex = offered.indexOf(shown);
      return;
    }
    this.#chosen = place.id;
    this.requestUpdate();
    if (!this.noMemory) writeCache(MEMORY, place.id, Date.now());
  }

  protected override content(locale: Locale): TemplateResult {
    const words = this.#words(locale);
    const offered = this.#offered;
    const shown = this.#shown;
    const clock = Math.max(Date.now(), shown?.fetched ?? 0);
    const ahead = shown && outlook(shown, clock);
    if (!ahead) return html`<p>${words.empty}</p>`;
    const fetched = formatVietnamTime(shown.fetched);
    const moment = words.moment(fetched, clock);
    const layout = this.layoutClass();
    const place =
      offered.length > 1
        ? html`<select part="place" aria-label=${words.place} @change=${(event: Event) => this.#choose(event, offered, shown)}>${offered.map((each) => html`<option .selected=${each === shown}>${each.name || each.id}</option>`)}</select>`
        : html`<div part="place">${shown.name}</div>`;
    return html`
      ${this.state === 'stale' ? html`<p role="status">${words.stale(moment)}</p>` : nothing}
      ${this.renderCustom(
        this.renderItem && (() => [place, this.renderItem!(shown, { locale, outlook: ahead })]),
        () => html`<div class="sections">
              <div>${place}${nowBlock(ahead, words)}${layout === 'now' ? nothing : facts(ahead, layout === 'full', words)}</div>
              ${layout === 'now' ? nothing : html`<div class="sections">${layout === 'full' && ahead.hours.length > 2 ? chart(ahead, words) : nothing}${ahead.days.length ? dayList(ahead, this.count, words) : nothing}</div>`}
            </div>`,
      )}
      <p part="meta">${words.updated} <time datetime=${fetched}>${moment}</time>. ${words.source} <a href="https://open-meteo.com/" referrerpolicy="no-referrer">Open-Meteo.com</a>, CC BY 4.0. ${this.missingNote(locale)}</p>`;
  }
}
