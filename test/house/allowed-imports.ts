/** Which top-level folder may import from which others; tests may import from all. */
export const FOLDER_IMPORTS: Record<string, string[]> = {
  // build/ starts extension/build, which imports the code that both need.
  build: ['extension'],
  core: [],
  widgets: ['core'],
  extension: ['core', 'widgets', 'build'],
  hub: ['core'],
  demo: ['widgets', 'core'],
};

/**
 * Which subfolders of a top-level folder may import from which others, lowest first. `.` stands for the files directly
 * in the folder, except those listed by name. A folder and its own subfolders may import each other.
 */
export const SUBFOLDER_IMPORTS: Record<string, Record<string, string[]>> = {
  core: {
    '.': [],
    text: [],
    model: ['.', 'text'],
    time: ['model'],
    config: ['.', 'model'],
    identity: ['.', 'model'],
    documents: ['model', 'text', 'time'],
    'read/markup': ['.', 'text'],
    'read/html': ['.', 'model', 'text', 'read/markup'],
    'read/xml': ['.', 'model', 'text', 'identity', 'read/markup', 'read/html'],
    'read/json': ['.', 'model', 'text', 'identity', 'read/html'],
    read: ['.', 'model', 'text', 'time', 'identity', 'documents'],
    poll: ['.', 'model', 'time'],
    discover: ['.', 'config', 'model', 'text', 'read', 'read/html', 'read/markup', 'poll'],
    'index.ts': ['model', 'identity', 'read'],
  },
  widgets: {
    'locale/types': [],
    'locale/vi': ['locale/types'],
    'locale/en': ['locale/types'],
    locale: [],
    '.': ['locale/types'],
    data: ['.'],
    base: ['data', 'locale', 'locale/types'],
    'latest-news': ['base', 'data', 'locale', 'locale/types', 'locale/vi'],
    'document-list': ['base', 'data', 'locale', 'locale/types', 'locale/vi'],
    weather: ['base', 'data', 'locale', 'locale/types', 'locale/vi'],
    gallery: ['base', 'data', 'locale', 'locale/types', 'locale/vi'],
    'gallery/lightbox': ['data', 'locale', 'locale/types', 'locale/vi'],
    embed: ['.', 'data', 'latest-news', 'document-list', 'weather', 'gallery'],
  },
  hub: {
    '.': [],
    http: ['.'],
    page: ['.'],
    memory: ['.', 'http'],
    collect: ['.', 'http', 'page', 'memory'],
    publish: ['.', 'http', 'memory', 'collect'],
    'run.ts': ['.', 'http', 'memory', 'collect', 'publish'],
    cli: ['.', 'http', 'page', 'memory', 'collect', 'publish', 'run.ts'],
  },
  extension: {
    '.': [],
    words: ['.'],
    store: [],
    'messages.ts': ['store'],
    schools: ['.', 'store'],
    net: [],
    toolbar: ['.', 'store', 'schools', 'words'],
    'shared-store.ts': ['.', 'store', 'schools', 'toolbar'],
    background: ['.', 'messages.ts', 'shared-store.ts', 'store', 'schools', 'net', 'toolbar', 'words'],
    pages: ['.', 'messages.ts', 'shared-store.ts', 'store', 'words'],
    popup: ['.', 'shared-store.ts', 'store', 'schools', 'pages', 'words'],
    options: ['.', 'shared-store.ts', 'store', 'schools', 'net', 'pages', 'words'],
    build: ['words'],
  },
  demo: {
    '.': [],
    builder: ['.'],
    docs: ['.', 'builder'],
    reader: ['.'],
  },
  build: {
    '.': [],
    rollup: ['.'],
    'parts.ts': ['.', 'rollup'],
    'build.ts': ['.', 'parts.ts'],
  },
};
