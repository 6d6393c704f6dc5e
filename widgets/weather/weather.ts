import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { PlaceForecast } from '../../core/model/forecast.ts';
import { formatVietnamTime } from '../../core/time/vietnam-time.ts';
import { baseStyles } from '../base/base.styles.ts';
import { TctElement } from '../base/tct-element.ts';
import type { WidgetState } from '../data/data-controller.ts';
import { dispatch, type ForecastList, type SelectDetail, type TctEventMap } from '../data/events.ts';
import { sourceUrls } from '../data/source-urls.ts';
import { readCache, writeCache } from '../data/storage-cache.ts';
import type { Locale } from '../locale/types/locale.ts';
import type { WeatherWords } from '../locale/types/weather.ts';
import { vi } from '../locale/vi/weather.ts';
import { chart } from './chart.ts';
import { currentWeather } from './current-weather.ts';
import { dayList } from './day-list.ts';
import { facts } from './facts.ts';
import { isOld, type Outlook, outlook } from './outlook.ts';
import { styles } from './weather.styles.ts';
import { WeatherController } from './weather-controller.ts';

const LAYOUTS = ['full', 'compact', 'now', 'strip'];
/** The chosen place is shared by all pages of the site. */
const PLACE_CACHE_KEY = 'place';

/** Second argument of `renderItem`. */
export interface WeatherContext {
  locale: Locale;
  /** The forecast from now on. */
  outlook: Outlook;
}

/**
 * Shows the weather: now, the next 24 hours and a week; or several places beside one another.
 *
 * @element tct-weather
 * @attr {string} src - URL of a hub's `weather.json`, or with `latitude` and `longitude` of a server with Open-Meteo's API; if missing, the hub that serves the script
 * @attr {string} school - Has no effect: the weather belongs to places
 * @attr {string} places - Ids of the places to offer or to show side by side, separated by spaces, in this order; if missing, all
 * @attr {number} latitude - Latitude in degrees to request from the server in `src`
 * @attr {number} longitude - Longitude in degrees to request from the server in `src`
 * @attr {'full'|'compact'|'now'|'strip'} [layout=full] - `full` shows everything, `compact` the current weather and a row of days, `now` the current weather only, `strip` all places side by side
 * @attr {number} [limit=7] - Number of days
 * @attr {boolean} no-memory - Does not remember the chosen place
 * @attr {string} heading - The heading; empty for none
 * @attr {number} [heading-level=2] - Level of the heading, 1 to 6
 * @attr {'newspaper'|'banner'|'card'|'soft'|'contrast'|'auto'} theme - A preset of colours and shapes; `auto` takes colour and typeface from the page
 * @attr {number} [refresh=0] - Minutes between two loads while the page is visible; 0 is never
 * @attr {'eager'} loading - Makes the loader script load the widget at once instead of near the viewport
 * @attr {boolean} debug - Shows a panel behind the widget: what it asked for, what came, what is wrong and how to mend it
 * @attr {'vi'|'en'} lang - The language; others if the page has added them. If missing, the nearest `lang` in the page, else `vi`
 *
 * @slot - Fallback content: shown until there is data, and if no data can be loaded
 * @cssstate loading - Nothing has come yet
 * @cssstate ready - What has come is shown
 * @cssstate empty - Something has come, but there is nothing in it to show
 * @cssstate error - Nothing could be loaded
 * @cssstate stale - No source answers; a copy that was kept is shown
 * @csspart heading - The heading
 * @csspart place - The name of the place, or the menu to choose one
 * @csspart now - The current weather
 * @csspart temperature - The current temperature
 * @csspart warnings - Warnings for the next 24 hours
 * @csspart facts - Humidity, wind and other details
 * @csspart chart - The chart of the next 24 hours
 * @csspart list - The list of days, or of places in a strip
 * @csspart item - A day, or a place
 * @csspart meta - When the forecast was fetched, and its source
 * @csspart error - The message and retry button shown when nothing could be loaded
 * @cssprop [--tct-accent=#b3261e] - Colour of the heading's line and of warnings
 * @cssprop [--tct-sun=#c77f00] - Colour of sun, moon and lightning, and of the temperature line and bars
 * @cssprop [--tct-rain=#2f7fd6] - Colour of rain
 * @cssprop --tct-on-accent - Text colour on the accent (black or white, whichever has the higher contrast)
 * @cssprop --tct-color - Text colour (inherited)
 * @cssprop --tct-font - Typeface (inherited)
 * @cssprop --tct-title-font - Typeface of the heading and of titles if there is a `theme` (that of the text)
 * @cssprop --tct-font-size - Size of the text, to which all else is proportional (inherited)
 * @cssprop --tct-line - Colour of lines (half-transparent grey)
 * @cssprop [--tct-gap=1em] - Spacing, also between two widgets
 * @cssprop [--tct-radius=4px] - Radius of corners
 *
 * @fires {CustomEvent<LoadDetail<ForecastList>>} tct-load - A source was loaded; `detail.feed.places` holds the responses as sent
 * @fires {CustomEvent<ErrorDetail>} tct-error - A source could not be loaded; `detail.error` says why, `detail.url` which
 * @fires {CustomEvent<SelectDetail<PlaceForecast>>} tct-select - The user chose a place, `detail.item`; cancel the event to keep the current one
 */
export class TctWeather extends TctElement<TctEventMap<ForecastList, SelectDetail<PlaceForecast>>> {
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
  declare latitude: string | number | null;
  declare longitude: string | number | null;
  declare layout: 'full' | 'compact' | 'now' | 'strip';
  declare noMemory: boolean;
  /** Replaces the rendering of the place. Returns anything Lit renders: a template, text or a node. */
  declare renderItem: ((place: PlaceForecast, context: WeatherContext) => unknown) | undefined;
  /** The code of the strip; loaded when it is used. */
  #strip: typeof import('./strip.ts') | undefined;
  /** Id of the place chosen in this widget; empty until the user chooses. */
  #chosen = '';
  /** Id of the place chosen on an earlier visit or on another page. */
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
      // Loaded lazily: few pages use coordinates.
      const { COORDINATES_ERROR, coordinateUrls } = await import('./coordinates.ts');
      await this.source.load(coordinateUrls(this.src, this.latitude, this.longitude), COORDINATES_ERROR);
    } catch (error) {
      await this.source.load([], String(error));
    }
  }

  protected override async scheduleUpdate(): Promise<void> {
    // Without it, one place appears, with everything.
    if (this.layout === 'strip' && !this.#strip) {
      this.#strip = await import('./strip.ts').catch(() => undefined);
      this.#strip?.addStripStyles(this);
    }
    return super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#remembered = !this.noMemory && readCache(PLACE_CACHE_KEY)?.data;
    const moved = changed.has('latitude') || changed.has('longitude');
    // A changed `src` reloads anyway.
    if (moved && !changed.has('src')) void this.reload();
    super.willUpdate(changed);
  }

  protected override defaultHeading(locale: Locale): string {
    return this.#words(locale).heading;
  }

  protected override failureText(locale: Locale): string {
    return this.#words(locale).failed;
  }

  protected override layoutClass(): string {
    const isMissing = this.layout === 'strip' && !this.#strip;
    return LAYOUTS.includes(this.layout) && !isMissing ? this.layout : 'full';
  }

  #words({ weather }: Locale): WeatherWords {
    return weather ?? vi;
  }

  /** The places that `places` names, in its order; all without it. */
  get #offered(): readonly PlaceForecast[] {
    const { places } = this.source;
    const named = this.places?.split(/[\s,]+/).filter(Boolean) ?? [];
    if (!named.length) return places;
    return named.flatMap((name) => places.find(({ id }) => id === name) ?? []);
  }

  get #shown(): PlaceForecast | undefined {
    const id = this.#chosen || this.#remembered;
    const offered = this.#offered;
    return offered.find((place) => place.id === id) ?? offered[0];
  }

  /** The places in sight. */
  get #visible(): readonly PlaceForecast[] {
    const shown = this.#shown;
    return this.layoutClass() === 'strip' ? this.#offered : shown ? [shown] : [];
  }

  /** When the oldest forecast in sight was fetched, in ms since the epoch; 0 without one. */
  get #fetched(): number {
    const times = this.#visible.map(({ fetched }) => fetched);
    return times.length ? Math.min(...times) : 0;
  }

  protected override get hasContent(): boolean {
    return !!this.#shown;
  }

  /** A hub whose own source is down serves an old forecast. */
  protected override get state(): WidgetState {
    const state = super.state;
    return state === 'ready' && isOld(this.#fetched, Date.now()) ? 'stale' : state;
  }

  #choose(event: Event, offered: readonly PlaceForecast[], shown: PlaceForecast): void {
    const menu = event.target as HTMLSelectElement;
    const place = offered[menu.selectedIndex]!;
    if (!dispatch(this, 'tct-select', { item: place })) {
      menu.selectedIndex = offered.indexOf(shown);
      return;
    }
    this.#chosen = place.id;
    this.requestUpdate();
    if (!this.noMemory) writeCache(PLACE_CACHE_KEY, place.id, Date.now());
  }

  protected override renderContent(locale: Locale): TemplateResult {
    const words = this.#words(locale);
    const layout = this.layoutClass();
    const clock = Math.max(Date.now(), ...this.#visible.map(({ fetched }) => fetched));
    const places = this.#visible.flatMap((place): [PlaceForecast, Outlook][] => {
      const ahead = outlook(place, clock);
      return ahead ? [[place, ahead]] : [];
    });
    const [first] = places;
    if (!first) return html`<p>${words.empty}</p>`;
    const fetched = formatVietnamTime(this.#fetched);
    const moment = words.moment(fetched, clock);
    return html`
      ${this.state === 'stale' ? html`<p role="status">${words.stale(moment)}</p>` : nothing}
      ${
        layout === 'strip'
          ? this.#strip!.strip(places, words, (place, outlook, standard) =>
              this.renderCustom(
                this.renderItem && (() => this.renderItem!(place, { locale, outlook })),
                standard,
              ),
            )
          : this.#onePlace(first, layout, locale, words)
      }
      <p part="meta">${words.updated} <time datetime=${fetched}>${moment}</time>. ${words.source} <a href="https://open-meteo.com/" referrerpolicy="no-referrer">Open-Meteo.com</a>, CC BY 4.0. ${this.missingNote(locale)}</p>`;
  }

  #onePlace(
    [shown, ahead]: [PlaceForecast, Outlook],
    layout: string,
    locale: Locale,
    words: WeatherWords,
  ): unknown {
    const offered = this.#offered;
    const place =
      offered.length > 1
        ? html`<select part="place" aria-label=${words.place} @change=${(event: Event) => this.#choose(event, offered, shown)}>${offered.map((each) => html`<option .selected=${each === shown}>${each.name || each.id}</option>`)}</select>`
        : html`<div part="place">${shown.name}</div>`;
    return this.renderCustom(
      this.renderItem && (() => [place, this.renderItem!(shown, { locale, outlook: ahead })]),
      () => html`<div class="sections">
              <div>${place}${currentWeather(ahead, words)}${layout === 'now' ? nothing : facts(ahead, layout === 'full', words)}</div>
              ${layout === 'now' ? nothing : html`<div class="sections">${layout === 'full' && ahead.run.length > 2 ? chart(ahead, words) : nothing}${ahead.days.length ? dayList(ahead, this.effectiveLimit, words) : nothing}</div>`}
            </div>`,
    );
  }
}
