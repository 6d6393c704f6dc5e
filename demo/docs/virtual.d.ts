/** Made by `build/docs/plugin.ts`. */
declare module 'virtual:docs-search/*' {
  const entries: import('./search.ts').SearchEntry[];
  export default entries;
}
