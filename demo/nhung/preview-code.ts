import { REQUEST_OPTIONS } from '../../widgets/data/request-options.ts';
import type { Embedding, Form } from './forms/embedding.ts';
import { unfitness } from './forms/forms.ts';
import { fragmentUrls } from './forms/lists.ts';
import { tagForm } from './forms/tag.ts';

/** What the preview inserts. */
export interface PreviewCode {
  code: string;
  /** Code of another runtime cannot follow on the same page. */
  runtime: 'loader' | 'pinned' | 'list';
}

/** The lists of links that the page's server or CMS would get; undefined if the hub does not publish them. */
async function fragments(embedding: Embedding): Promise<string | undefined> {
  try {
    const texts = await Promise.all(
      fragmentUrls(embedding).map(async (url) => {
        const response = await fetch(url, REQUEST_OPTIONS);
        if (!response.ok) throw new Error(`HTTP ${response.status}`);
        return response.text();
      }),
    );
    return texts.join('\n');
  } catch {
    return undefined;
  }
}

/**
 * The code that shows in the preview what a form will show on the page.
 *
 * @param folder the hub's address as this page reaches it; the code to copy names the public one
 * @returns undefined if there is nothing to show
 */
export async function previewCode(
  form: Form,
  embedding: Embedding,
  folder: string,
): Promise<PreviewCode | undefined> {
  if (embedding.lacksSource) return undefined;
  // The room is not reserved: it is being measured. The pieces are joined, since the imitated site keeps scripts.
  const here: Embedding = { ...embedding, hub: folder, reserve: false, height: 0, scriptPlace: undefined };
  if (!form.isStyled && !unfitness(form, here) && !here.sources.length) {
    const code = await fragments(here);
    return code === undefined ? undefined : { code, runtime: 'list' };
  }
  // A package and a source of one's own look as the tag does.
  const shown = ['frame', 'div', 'pinned'].includes(form.name) && !unfitness(form, here) ? form : tagForm;
  return { code: shown.pieces(here)[0]!.code, runtime: shown.name === 'pinned' ? 'pinned' : 'loader' };
}
