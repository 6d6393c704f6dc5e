/** What `navigator.locks` does for one name after the other. */
export class Locks {
  private readonly last = new Map<string, Promise<unknown>>();

  request<T>(name: string, work: () => Promise<T>): Promise<T> {
    const mine = (this.last.get(name) ?? Promise.resolve()).then(work);
    this.last.set(
      name,
      mine.catch(() => {}),
    );
    return mine;
  }
}
