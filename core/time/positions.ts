/** The position of each name in a comma-separated list of synonyms. */
export function positions(list: string): Map<string, number> {
  return new Map(list.split(',').flatMap((names, place) => names.split(' ').map((name) => [name, place])));
}
