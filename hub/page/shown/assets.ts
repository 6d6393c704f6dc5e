/** A picture or style sheet that a page that is shown names. */
export interface ShownAsset {
  url: string;
  type: 'picture' | 'style';
}

/** At most this many of each are named by a page, or by one style sheet. */
const MAX_ASSETS: Record<ShownAsset['type'], number> = { picture: 100, style: 12 };

/** Gives numbers to what a page names, each URL one. What is beyond the limit has no number, and is not shown. */
export class ShownAssets {
  readonly list: ShownAsset[] = [];
  private readonly paths = new Map<string, string>();
  private readonly counts = { picture: 0, style: 0 };

  /**
   * @param folder path that the numbers are appended to, with a slash at its end
   * @param first the first number
   */
  constructor(
    private readonly folder: string,
    private readonly first = 0,
  ) {}

  /** The path of a picture or style sheet on this server. */
  path(url: string | undefined, type: ShownAsset['type']): string | undefined {
    if (url === undefined) return undefined;
    const withoutFragment = url.replace(/#.*/s, '');
    const key = `${type} ${withoutFragment}`;
    const known = this.paths.get(key);
    if (known !== undefined || this.counts[type] >= MAX_ASSETS[type]) return known;
    this.counts[type]++;
    const path = `${this.folder}${this.first + this.list.length}`;
    this.list.push({ url: withoutFragment, type });
    this.paths.set(key, path);
    return path;
  }
}
