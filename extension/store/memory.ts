/**
 * The memory of posts that were seen but are not stored, or not any more: hashes of the names by which they are
 * recognised if their feed lists them (again). It holds many times more than any feed lists, and takes so little that
 * it stays when storage is full.
 */
import { identifyingLink, titleNames } from '../../core/identity/clues.ts';
import type { Item } from '../../core/model/feed.ts';
import { numericHash, pack, unpack } from './packed-hashes.ts';
import type { SchoolMemory } from './schema.ts';

/** Names of one school and kind; 20,000 posts have about as many. Beyond them, those of long ago are forgotten. */
const MAX_NAMES = 60_000;

/** The names by which an item is recognised. */
export interface MemoryNames {
  /** The hashes of names of which each alone suffices. They are hashed once, as guids and links may be long. */
  sure: readonly number[];
  /** By title and date, or without a date by title and path. Several posts may share it. */
  title?: string | undefined;
}

const NO_LINKS: ReadonlySet<string> = new Set();

/**
 * @param keys all that the item may be known by
 * @param repeated links that several items have, which identify none of them
 */
export function memoryNames(
  school: string,
  keys: readonly string[],
  item: Pick<Item, 'title' | 'date_published' | 'url'>,
  repeated = NO_LINKS,
): MemoryNames {
  const link = identifyingLink(item);
  const { dated, linked } = titleNames(item);
  // As a key, which is the link where there is no guid.
  const sure = link && !repeated.has(link) ? [...new Set([...keys, `${school}:${link}`])] : keys;
  return { sure: sure.map(numericHash), title: dated ?? linked };
}

/** The memory of one school and kind. */
export class Memory {
  #names: Set<number>;
  /** What `#names` were when they were full the last time. */
  #before: Set<number>;
  /** What this instance remembered. */
  readonly #added = new Set<number>();
  readonly #group: Pick<SchoolMemory, 'school' | 'kind'>;

  constructor(memories: readonly SchoolMemory[], { school, kind }: Pick<SchoolMemory, 'school' | 'kind'>) {
    const stored = memories.find((one) => one.school === school && one.kind === kind);
    this.#group = { school, kind };
    this.#names = unpack(stored?.names ?? '');
    this.#before = unpack(stored?.before ?? '');
  }

  /**
   * Finds the items that were never seen, and remembers the others by the names that they have now. Of several with the
   * same title and date, as many are known as were remembered.
   *
   * @param items of one reading, without those that are stored
   */
  unseen<T extends MemoryNames>(items: readonly T[]): T[] {
    const sure = new Set(items.filter(({ sure }) => sure.some((hash) => this.#has(hash))));
    const counts = new Map<string, number>();
    const unseen = new Set<T>();
    for (const one of [...sure, ...items.filter((one) => !sure.has(one))]) {
      const { title = '' } = one;
      const count = (counts.get(title) ?? 0) + 1;
      if (sure.has(one) || (title && this.#has(numericHash(`${title} ${count}`)))) counts.set(title, count);
      else unseen.add(one);
    }
    counts.clear();
    for (const one of items) if (!unseen.has(one)) this.#refresh(one, counts);
    return [...unseen];
  }

  /** Remembers items that are not stored, or not any more. */
  remember(items: readonly MemoryNames[]): void {
    const counts = new Map<string, number>();
    for (const one of items) {
      const { title = '' } = one;
      let count = counts.get(title) ?? 0;
      while (title && this.#has(numericHash(`${title} ${count + 1}`))) count++;
      counts.set(title, count);
      this.#refresh(one, counts);
    }
  }

  /** Remembers what another memory of this school and kind holds. */
  merge({ names, before = '' }: SchoolMemory): void {
    for (const hash of [...unpack(names), ...unpack(before)]) this.#add(hash);
  }

  /** The memories with this one. */
  storedIn(memories: readonly SchoolMemory[]): SchoolMemory[] {
    const { school, kind } = this.#group;
    if (!this.#added.size) return [...memories];
    if (this.#names.size > MAX_NAMES) {
      this.#before = this.#names;
      this.#names = this.#added;
    }
    const stored = {
      school,
      kind,
      names: pack(this.#names),
      ...(this.#before.size && { before: pack(this.#before) }),
    };
    return [...memories.filter((one) => one.school !== school || one.kind !== kind), stored];
  }

  /** @param counts how many with a title and date came before */
  #refresh({ sure, title }: MemoryNames, counts: Map<string, number>): void {
    for (const hash of sure) this.#add(hash);
    if (!title) return;
    const count = (counts.get(title) ?? 0) + 1;
    counts.set(title, count);
    this.#add(numericHash(`${title} ${count}`));
  }

  #has(hash: number): boolean {
    return this.#names.has(hash) || this.#before.has(hash);
  }

  #add(hash: number): void {
    this.#names.add(hash);
    this.#added.add(hash);
  }
}

/** The memories with all that the others hold. */
export function mergedMemories(
  memories: readonly SchoolMemory[],
  others: readonly SchoolMemory[],
): SchoolMemory[] {
  return others.reduce<SchoolMemory[]>(
    (merged, other) => {
      const memory = new Memory(merged, other);
      memory.merge(other);
      return memory.storedIn(merged);
    },
    [...memories],
  );
}
