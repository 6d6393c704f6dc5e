import { type Choices, FORMS, type FormName } from '../choices.ts';
import { CMS_WORDS } from '../words/cms.ts';
import { REMARKS } from '../words/forms.ts';
import type { Words } from '../words/language.ts';
import type { Embedding, Form, Piece, Policy } from './embedding.ts';
import { frameForm } from './frame.ts';
import { includeForm, rssForm } from './lists.ts';
import { npmForm } from './npm.ts';
import { divForm, pinnedForm, tagForm } from './tag.ts';

const BY_NAME: Record<FormName, Form> = {
  tag: tagForm,
  div: divForm,
  frame: frameForm,
  rss: rssForm,
  include: includeForm,
  pinned: pinnedForm,
  npm: npmForm,
};

export const ALL_FORMS: readonly Form[] = FORMS.map((name) => BY_NAME[name]);

/** The form that a person chose, or the one that suits the CMS. */
export const formOf = ({ form, cms }: Choices): Form => BY_NAME[form ?? CMS_WORDS[cms].form];

/** Why there is no code; undefined if there is. */
export const unfitness = (form: Form, embedding: Embedding): Words | undefined =>
  embedding.lacksSource ? REMARKS.noSource : form.unfit(embedding);

/** The content of the `<style>` in the code, which a strict policy must allow by its hash; empty if there is none. */
export const inlineStyle = (pieces: readonly Piece[]): string =>
  /<style>(.*?)<\/style>/.exec(pieces.map(({ code }) => code).join())?.[1] ?? '';

/**
 * A form's policy in the notation of the header, one directive a line.
 *
 * @param styleHash `sha256-…` of the inline style
 */
export function policyLines(form: Form, embedding: Embedding, styleHash?: string): string {
  const policy: Policy = {
    ...form.policy(embedding),
    ...(styleHash && { 'style-src': [`'${styleHash}'`] }),
  };
  return Object.entries(policy)
    .map(([directive, values]) => `${directive} ${values.join(' ')};`)
    .join('\n');
}
