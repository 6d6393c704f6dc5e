import { ClusterStep } from './cluster/cluster-step.ts';
import { ConsolePage } from './console-page.ts';
import { SchoolsStep } from './schools/schools-step.ts';

customElements.define('tct-console-cluster', ClusterStep);
customElements.define('tct-console-schools', SchoolsStep);
customElements.define('tct-console', ConsolePage);
