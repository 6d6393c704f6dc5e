import type { Cluster } from '../../core/config/cluster.ts';
import type { ClientOptions } from '../http/client.ts';
import { clientOptionsFor } from '../http/client-options.ts';
import { HttpSession } from '../http/session.ts';
import type { SetupContext } from './context.ts';
import { ShownFeeds } from './feeds.ts';
import { ShownImages } from './images.ts';
import { PublishedFolder } from './published-folder.ts';
import { ShownAssetLoader } from './shown-assets.ts';
import { ShownPages } from './shown-pages.ts';

/** What the calls share as long as the console runs. */
export class SetupTools {
  readonly session = new HttpSession();
  readonly images: ShownImages;
  readonly feeds: ShownFeeds;
  readonly pages = new ShownPages();
  readonly assets: ShownAssetLoader;
  readonly published = new PublishedFolder();

  constructor(private readonly context: Pick<SetupContext, 'client'>) {
    this.images = new ShownImages(this.clientOptions(), this.session);
    this.feeds = new ShownFeeds(this.images);
    this.assets = new ShownAssetLoader(this.clientOptions(), this.session);
  }

  /**
   * Settings of the clients of all calls, so that they ask no address twice in a short time.
   *
   * @param cluster whose contact the sites are told, if there is one yet
   * @param signal of the call
   */
  clientOptions(
    cluster?: Pick<Cluster, 'contact' | 'hub'>,
    signal?: AbortSignal,
  ): ClientOptions & { session: HttpSession } {
    return {
      ...clientOptionsFor(cluster),
      ...this.context.client,
      session: this.session,
      ...(signal && { signal }),
    };
  }
}
