import { ClusterStep } from './cluster/cluster-step.ts';
import { ConsolePage } from './console-page.ts';
import { PointPage } from './point/point-page.ts';
import { PointView } from './point/point-view.ts';
import { AddressForm } from './schools/addresses.ts';
import { ConfiguredSchool } from './schools/configured.ts';
import { SchoolsStep } from './schools/schools-step.ts';

customElements.define('tct-console-cluster', ClusterStep);
customElements.define('tct-console-schools', SchoolsStep);
customElements.define('tct-console-point-page', PointPage);
customElements.define('tct-console-point', PointView);
customElements.define('tct-console-addresses', AddressForm);
customElements.define('tct-console-school', ConfiguredSchool);
customElements.define('tct-console', ConsolePage);
