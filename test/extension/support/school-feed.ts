import { rss } from './rss.ts';

/** A post as its school knows it, whatever the feed makes of it. */
interface SchoolPost {
  id: number;
  guid?: string;
  link?: string;
  title: string;
  date?: number;
  isListed: boolean;
}

export type Identifiers = 'guid' | 'link' | 'both' | 'neither';

/** Posts in the feed at most. */
const MAX_LISTED = 8;

/**
 * A school's feed with all changes that schools make to theirs. Every post keeps one identifier: its guid may change if
 * it has a link, its title if it has a guid or a link.
 */
export class SchoolFeed {
  readonly posts: SchoolPost[] = [];
  private version = 0;
  private rotation = 0;
  private hasDuplicate = false;

  publish(identifiers: Identifiers, date: number | undefined): void {
    const id = this.posts.length + 1;
    this.posts.unshift({
      id,
      title: `Bài số ${id}`,
      isListed: true,
      ...((identifiers === 'guid' || identifiers === 'both') && { guid: `guid-${id}` }),
      ...((identifiers === 'link' || identifiers === 'both') && {
        link: `https://truong.example/bai/${id}`,
      }),
      ...(date !== undefined && { date }),
    });
    this.version++;
  }

  private change(index: number, change: (post: SchoolPost) => void): void {
    const post = this.posts[index % (this.posts.length || 1)];
    if (!post) return;
    change(post);
    this.version++;
  }

  editTitle(index: number): void {
    this.change(index, (post) => {
      if (post.guid || post.link) post.title = `${post.title}, sửa`;
    });
  }

  changeDate(index: number, date: number): void {
    this.change(index, (post) => {
      post.date = date;
    });
  }

  setListed(index: number, isListed: boolean): void {
    this.change(index, (post) => {
      post.isListed = isListed;
    });
  }

  changeGuid(index: number): void {
    this.change(index, (post) => {
      if (post.link) post.guid = `${post.guid ?? `guid-${post.id}`}-${this.version}`;
    });
  }

  reorder(rotation: number): void {
    this.rotation = rotation;
    this.version++;
  }

  toggleDuplicate(): void {
    this.hasDuplicate = !this.hasDuplicate;
    this.version++;
  }

  get etag(): string {
    return `W/"${this.version}"`;
  }

  /** The posts in the feed, in its order. */
  get listed(): SchoolPost[] {
    const posts = this.posts.filter(({ isListed }) => isListed).slice(0, MAX_LISTED);
    const rotation = posts.length ? this.rotation % posts.length : 0;
    return [...posts.slice(rotation), ...posts.slice(0, rotation)];
  }

  get body(): string {
    const entries = this.listed.map(({ id, ...post }) => ({ ...post, text: `Bài này là #${id}#` }));
    const [first] = entries;
    return rss(this.hasDuplicate && first ? [...entries, first] : entries);
  }
}
