import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { Item } from '../../../core/model/feed.ts';
import { schoolLabels } from '../../../core/model/school-labels.ts';
import { textMatcher } from '../../../core/text/search.ts';
import { addStyles } from '../../base/add-styles.ts';
import { queryParameter, replaceUrl, withQueryParameter } from '../../base/query-parameter.ts';
import type { FeedController } from '../../data/feed-controller.ts';
import type { Locale } from '../../locale/types/locale.ts';
import type { NewsWords } from '../../locale/types/news.ts';
import type { SearchWords } from '../../locale/types/search.ts';
import { vi as news } from '../../locale/vi/news.ts';
import { vi as search } from '../../locale/vi/search.ts';
import { type Choices, type FilterGroup, filterChips, GROUPS, passes } from './filters.ts';
import { mergeSameStories } from './same-story.ts';
import { shareButton } from './share.ts';
import { styles } from './tools.styles.ts';

/** Prefix of the parameters in the page's URL if `state-in-url` names none. */
const DEFAULT_URL_PREFIX = 'tin';
/** A longer value in the URL is none of ours. */
const MAX_VALUE_CHARS = 200;

/** The attributes of the tag that ask for tools. */
interface ToolsHost extends LitElement {
  search: boolean;
  filters: string | null;
  stateInUrl: string | null;
  share: boolean;
  mergeSame: boolean;
}

/** What a list of news can do besides being read: search, filters, sharing, and one entry for one story. */
export class NewsTools {
  #query = '';
  #choices: Choices = {};
  /** The posts that match what is searched, whatever is chosen. */
  #found: readonly Item[] = [];
  #others = new Map<Item, readonly Item[]>();
  /** The post whose link was copied last. */
  #copied?: Item;

  constructor(
    private readonly host: ToolsHost,
    private readonly source: FeedController,
  ) {
    addStyles(host, styles);
    const read = (name: string) => {
      const value = this.#urlPrefix && queryParameter(`${this.#urlPrefix}-${name}`);
      return value && value.length <= MAX_VALUE_CHARS ? value : undefined;
    };
    this.#query = (host.search && read('q')) || '';
    for (const group of this.#groups) this.#choices[group] = read(group);
  }

  get #urlPrefix(): string | undefined {
    const { stateInUrl } = this.host;
    return stateInUrl === null ? undefined : stateInUrl.trim() || DEFAULT_URL_PREFIX;
  }

  /** The groups of filters that the tag asks for. */
  get #groups(): readonly FilterGroup[] {
    const { filters } = this.host;
    return filters === null
      ? []
      : filters.trim()
        ? GROUPS.filter((group) => filters.includes(group))
        : GROUPS;
  }

  /** Whether anything is searched or chosen. */
  get #isActive(): boolean {
    return !!this.#query || GROUPS.some((group) => this.#choices[group]);
  }

  #words(locale: Locale): NewsWords & SearchWords {
    return { ...search, ...news, ...locale };
  }

  #change(query: string, choices: Choices): void {
    this.#query = query;
    this.#choices = choices;
    this.#copied = undefined;
    const prefix = this.#urlPrefix;
    if (prefix) {
      let url = withQueryParameter(location.href, `${prefix}-q`, query);
      for (const group of GROUPS) url = withQueryParameter(url, `${prefix}-${group}`, choices[group] ?? '');
      replaceUrl(url);
    }
    this.host.requestUpdate();
  }

  /** The posts to show: those that match what is searched and chosen, each story once. */
  select(items: readonly Item[]): readonly Item[] {
    const matches = textMatcher(this.#query);
    this.#found = items.filter(({ title, summary, authors = [] }) =>
      matches([title, summary, ...authors.map(({ name }) => name)].join(' ')),
    );
    const found = this.#found.filter((item) => passes(item, this.#choices));
    if (!this.host.mergeSame) return found;
    this.#others = mergeSameStories(found);
    return [...this.#others.keys()];
  }

  /** Renders the search box and the filters. */
  render(locale: Locale): TemplateResult {
    const words = this.#words(locale);
    const { host } = this;
    const labels = schoolLabels(this.source.schools);
    const chips = (group: FilterGroup, label: string, nameOf: (value: string) => string) =>
      this.#groups.includes(group)
        ? filterChips(group, this.#found, this.#choices, label, nameOf, (value) =>
            this.#change(this.#query, { ...this.#choices, [group]: value }),
          )
        : nothing;
    return html`${
      host.search
        ? html`<input part="search" type="search" aria-label=${words.search} placeholder=${words.searchPlaceholder} .value=${this.#query} @input=${({ target }: Event) => this.#change((target as HTMLInputElement).value, this.#choices)}>`
        : nothing
    }${chips('school', words.bySchool, (id) => labels.get(id) ?? id)}${chips('tag', words.byTag, (tag) => tag)}`;
  }

  /**
   * Says how many posts were found, or that a link is in the clipboard; empty if there is nothing to say.
   *
   * @param count number of posts found
   */
  status(count: number, locale: Locale): string {
    const words = this.#words(locale);
    return this.#copied ? words.copied : this.#isActive ? words.found(count) : '';
  }

  /** Renders the button that shows all posts again; nothing if they are shown. */
  clearButton(locale: Locale): unknown {
    return this.#isActive
      ? html`<button @click=${this.#clear}>${this.#words(locale).clear}</button>`
      : nothing;
  }

  readonly #clear = async (): Promise<void> => {
    this.#change('', {});
    await this.host.updateComplete;
    // The button is gone.
    this.host.renderRoot.querySelector<HTMLElement>('[part=search],[part=chip],[part=title]')?.focus();
  };

  /** What is said of a post besides its date and school: the other schools that have published it, and a share button. */
  about(item: Item, locale: Locale): unknown[] {
    const words = this.#words(locale);
    const names = this.#others
      .get(item)
      ?.map((other) => this.source.schoolNameOf(other))
      .filter(Boolean);
    const { url, title = '' } = item;
    const setCopied = (copied?: Item) => {
      this.#copied = copied;
      this.host.requestUpdate();
    };
    return [
      names?.length && words.alsoBy(names.join(', ')),
      this.host.share &&
        url &&
        shareButton(title, url, words.share(title), (isCopied) => setCopied(isCopied ? item : undefined)),
      this.#copied === item && words.copied,
    ];
  }
}
