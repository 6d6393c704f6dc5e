import { html, nothing, type TemplateResult } from 'lit';
import type { ConsoleContext } from '../context.ts';
import { sourceName } from '../source-label.ts';
import { schoolForm, sourceForm } from './edit-form.ts';
import type { SourceChanges } from './source-changes.ts';

const close = (event: Event) => (event.target as HTMLElement).closest('dialog')!.close();

function content(changes: SourceChanges, context: ConsoleContext): TemplateResult | typeof nothing {
  const { subject, error } = changes;
  const { sources: text } = context.words;
  switch (subject?.kind) {
    case 'source': {
      const { source } = subject;
      const save = (data: FormData) => void changes.saveSource(source, data);
      return sourceForm(sourceName(source, context), source, context, { error, save });
    }
    case 'school': {
      const { school } = subject;
      const save = (data: FormData) => void changes.saveSchool(school, data);
      return schoolForm(school, context, { error, save });
    }
    case 'removal': {
      const { school } = subject;
      const count = context.state.sources.filter((source) => source.school === school.id).length;
      return html`<h2 id="dialog-title">${text.confirmRemoval(school.name)}</h2>
        <p>${text.removalAbout(count)}</p>
        <div class="buttons"><button @click=${close}>${text.cancel}</button><button class="strong" @click=${() => changes.removeSchool(school)}>${text.removeSchool}</button></div>`;
    }
    default:
      return nothing;
  }
}

/** The dialog of the step: the form of a source or of a school, or the question whether to remove one. */
export function sourceDialog(changes: SourceChanges, context: ConsoleContext): TemplateResult {
  return html`<dialog aria-labelledby="dialog-title" @close=${changes.closed}>${content(changes, context)}</dialog>`;
}
