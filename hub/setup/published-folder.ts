import type { Server } from 'node:http';
import { serve } from '../http/serve.ts';
import type { ConsoleState } from './api.ts';

/**
 * Serves what the hub publishes, on a port of its own: its pages run scripts that must not have the console's origin.
 * Begins to listen when it is first needed.
 */
export class PublishedFolder {
  private folder?: string;
  private listening?: Promise<{ server: Server; url: string }>;

  /** @param folder absolute path of the folder to publish to; the one before is no longer served */
  async open(folder: string): Promise<NonNullable<ConsoleState['published']>> {
    if (this.folder !== folder) {
      // Both at once: another call may come before the server listens.
      const closed = this.close();
      this.folder = folder;
      this.listening = closed.then(() => serve(folder));
      // Tried again by the next call.
      this.listening.catch(() => this.folder === folder && delete this.folder);
    }
    const { url } = await this.listening!;
    return { origin: url.replace(/\/$/, ''), builder: `${url}nhung/`, status: `${url}status.html` };
  }

  async close(): Promise<void> {
    const { listening } = this;
    delete this.folder;
    delete this.listening;
    const opened = await listening?.catch(() => undefined);
    opened?.server.close();
    opened?.server.closeAllConnections();
  }
}
