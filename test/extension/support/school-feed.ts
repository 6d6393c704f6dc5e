import { rss } from './rss.ts';

/** A post as its school knows it, whatever becomes of it in the feed. */
interface Truth {
  id: number;
  guid?: string;
  link?: string;
  title: string;
  date?: number;
  shown: boolean;
}

/** Posts a feed shows. */
const WINDOW = 8;

/**
 * A school's feed and all that schools do to theirs. A post keeps something that it is known by: a guid may change if
 * there is a link, a title if there is either.
 */
export class SchoolFeed {
  readonly posts: Truth[] = [];
  private version = 0;
  private turn = 0;
  private twice = false;

  publish(known: 'guid' | 'link' | 'both' | 'neither', date: number | undefined): void {
    const id = this.posts.length + 1;
    this.posts.unshift({
      ...{ id, title: `Bài số ${id}`, shown: true },
      ...((known === 'guid' || known === 'both') && { guid: `guid-${id}` }),
      ...((known === 'link' || known === 'both') && { link: `https://truong.example/bai/${id}` }),
      ...(date !== undefined && { date }),
    });
    this.version++;
  }

  private change(index: number, change: (post: Truth) => void): void {
    const post = this.posts[index % (this.posts.length || 1)];
    if (!post) return;
    change(post);
    this.version++;
  }

  edit(index: number): void {
    this.change(index, (post) => {
      if (post.guid || post.link) post.title = `${post.title}, sửa`;
    });
  }

  redate(index: number, date: number): void {
    this.change(index, (post) => {
      post.date = date;
    });
  }

  show(index: number, shown: boolean): void {
    this.change(index, (post) => {
      post.shown = shown;
    });
  }

  rename(index: number): void {
    this.change(index, (post) => {
      if (post.link) post.guid = `${post.guid ?? `guid-${post.id}`}-${this.version}`;
    });
  }

  reorder(turn: number): void {
    this.turn = turn;
    this.version++;
  }

  repeat(): void {
    this.twice = !this.twice;
    this.version++;
  }

  get etag(): string {
    return `W/"${this.version}"`;
  }

  /** Those that the feed shows now, in its order. */
  get showing(): Truth[] {
    const shown = this.posts.filter(({ shown }) => shown).slice(0, WINDOW);
    const turn = shown.length ? this.turn % shown.length : 0;
    return [...shown.slice(turn), ...shown.slice(0, turn)];
  }

  get body(): string {
    const { showing } = this;
    const entries = showing.map(({ id, ...post }) => ({ ...post, text: `Bài này là #${id}#` }));
    return rss(this.twice && entries.length ? [...entries, entries[0]!] : entries);
  }
}
