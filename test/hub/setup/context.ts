/** What the handlers of the console work on, in a temporary folder. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallContext } from '../../../hub/setup/api.ts';
import type { SetupContext } from '../../../hub/setup/context.ts';
import { SetupTools } from '../../../hub/setup/tools.ts';

export interface TestContext {
  context: SetupContext;
  tools: SetupTools;
  folder: string;
  out: string;
  state: string;
  /** Writes the configuration. */
  configure: (schools: object[], more?: object) => Promise<void>;
  stop: () => Promise<void>;
}

/** Without a pause between requests. */
export async function testContext(): Promise<TestContext> {
  const folder = await mkdtemp(join(tmpdir(), 'tct-setup-'));
  const config = join(folder, 'cluster.jsonc');
  const settings = { config, folders: {}, log: () => {}, client: { spacingMs: 0, timeoutMs: 8000 } };
  const tools = new SetupTools(settings);
  return {
    context: { ...settings, published: tools.published },
    tools,
    folder,
    out: join(folder, 'web'),
    state: join(folder, 'web-state'),
    configure: (schools, more = {}) =>
      writeFile(config, JSON.stringify({ name: 'Cụm thử', out: 'web', images: false, schools, ...more })),
    stop: async () => {
      await tools.published.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The context of a call, which collects its events. */
export function callContext<Event>(
  stop = new AbortController(),
): CallContext<Event> & { events: Event[]; stop: AbortController } {
  const events: Event[] = [];
  return { events, stop, signal: stop.signal, emit: (event) => void events.push(event) };
}
