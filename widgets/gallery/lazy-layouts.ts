import type { LitElement } from 'lit';

const LOADERS = {
  albums: () => import('./albums.ts'),
  carousel: () => import('./carousel.ts'),
  justified: () => import('./justified.ts'),
};

type Loaders = typeof LOADERS;

/** The code of the layouts other than the grid, as far as it is loaded. */
export type LazyLayouts = { [Name in keyof Loaders]?: Awaited<ReturnType<Loaders[Name]>> };

/**
 * Loads the code of a layout, if there is one of that name, and adds its styles to a gallery. Where that fails, the
 * photos appear as a grid.
 */
export async function loadLayout(name: string, layouts: LazyLayouts, gallery: LitElement): Promise<void> {
  if (!Object.hasOwn(LOADERS, name) || Object.hasOwn(layouts, name)) return;
  try {
    const code = await LOADERS[name as keyof Loaders]();
    Object.assign(layouts, { [name]: code });
    (await import('../base/add-styles.ts')).addStyles(gallery, code.styles);
  } catch {
    // The next update tries again.
  }
}
