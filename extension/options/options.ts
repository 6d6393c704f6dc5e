import { BackupSection } from './backup.ts';
import { FindSources } from './find-sources.ts';
import { HubChoice } from './hub-choice.ts';
import { OpmlImport } from './opml-import.ts';
import { TctOptions } from './options-page.ts';

customElements.define('tct-find-sources', FindSources);
customElements.define('tct-hub-choice', HubChoice);
customElements.define('tct-opml-import', OpmlImport);
customElements.define('tct-backup', BackupSection);
customElements.define('tct-options', TctOptions);
