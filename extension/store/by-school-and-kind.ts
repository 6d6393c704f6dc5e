/** The posts of each school and kind. */
export function bySchoolAndKind<T extends { school: string; kind: string }>(posts: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const post of posts) {
    const name = `${post.school} ${post.kind}`;
    const group = groups.get(name);
    if (group) group.push(post);
    else groups.set(name, [post]);
  }
  return [...groups.values()];
}
