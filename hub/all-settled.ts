/** Like `Promise.all`, but when it rejects, all promises are settled: nothing goes on in the background. */
export async function allSettled<T extends readonly Promise<unknown>[]>(promises: [...T]) {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}
