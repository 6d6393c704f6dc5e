import type { SourceState } from '../../setup/api.ts';
import type { ConsoleContext } from '../context.ts';
import { refOf } from '../same-source.ts';

/** Lets the user point at a source's list in its page, and puts what was accepted in its place. */
export async function pointAgain(state: SourceState, context: ConsoleContext): Promise<void> {
  const { school, kind, url, source } = state;
  const ref = refOf(state);
  const pointed = await context.point({
    schoolName: context.state.schools.find(({ id }) => id === school)?.name ?? school,
    kind,
    // A feed has no page to point at: the school's homepage may lead there.
    url: source.kind === 'page' ? url : (context.state.schools.find(({ id }) => id === school)?.home ?? url),
    ...(source.kind === 'page' && { source }),
    remembered: ref,
  });
  if (!pointed) return;
  const saved = await context.call('saveSource', { ...ref, source: pointed.source });
  if (!saved) return;
  const undo = () => context.call('saveSource', { school, kind, url: pointed.source.url, source });
  context.notify(context.words.sources.saved, undo);
}
