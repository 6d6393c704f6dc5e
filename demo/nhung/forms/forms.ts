import { type Choices, FORMS, type FormName } from '../choices.ts';
import { CMS_WORDS } from '../words/cms.ts';
import type { Embedding, Form, Policy } from './embedding.ts';
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

/** The content of the `<style>` in a piece of code, which a strict policy must allow by its hash; empty if there is none. */
export const inlineStyle = (code: string): string => /<style>(.*?)<\/style>/.exec(code)?.[1] ?? '';

/**
 * A form's policy in the notation of the header, one directive a line.
 *
 * @param styleHash `sha256-…` of the inline style
 */
export function policyLines(
  form: Form,
  embedding: Embedding,
  pictures: readonly string[],
  styleHash?: string,
): string {
  const policy: Policy = {
    ...form.policy(embedding, pictures),
    ...(styleHash && { 'style-src': [`'${styleHash}'`] }),
  };
  return Object.entries(policy)
    .map(([directive, values]) => `${directive} ${values.join(' ')};`)
    .join('\n');
}
