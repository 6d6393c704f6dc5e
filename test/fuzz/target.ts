/** Code that reads what others wrote, and what it promises. */
export interface Target {
  /** Also the folder of its inputs in `corpus/`. */
  name: string;
  /** Inputs as they occur, to start from. */
  seeds: () => Promise<Uint8Array[]>;
  /** Words of the format that the seeds may lack. */
  dictionary: readonly string[];
  /**
   * Reads an input.
   *
   * @returns what kind of result it was: an input with a new kind is kept and changed further
   * @throws if a promise is broken
   */
  run: (input: Uint8Array) => Promise<string>;
}

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The names of a value's fields, as the kind of a result. */
export function shapeOf(value: unknown): string {
  const paths = new Set<string>();
  const visit = (part: unknown, path: string): void => {
    paths.add(path);
    if (typeof part === 'object' && part !== null)
      for (const [name, each] of Object.entries(part))
        visit(each, `${path}.${Array.isArray(part) ? '' : name}`);
  };
  visit(value, '');
  return [...paths].sort().join(' ').slice(0, 2000);
}
