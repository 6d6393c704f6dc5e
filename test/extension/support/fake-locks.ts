/** Imitates `navigator.locks`: runs the work for one lock name in order. */
export class FakeLocks {
  private readonly last = new Map<string, Promise<unknown>>();

  request<T>(name: string, work: () => Promise<T>): Promise<T> {
    const result = (this.last.get(name) ?? Promise.resolve()).then(work);
    this.last.set(
      name,
      result.catch(() => {}),
    );
    return result;
  }
}
