import { type Builder, type Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import { type SavedQuestion } from '@testmetrics/questions';

/** The MySQL datasource that provisioning/datasources brings; dashboards and alert rules name it by this uid. */
export const MYSQL_DATASOURCE = { type: 'mysql', uid: 'testmetrics-mysql' } as const;

/** Our datasource, as the dashboard's variable `ds` names it: an installation may have several. */
export const APP_DATASOURCE = { type: 'testmetrics-ci-datasource', uid: '${ds}' } as const;

/** The uid that provisioning/datasources gives ours; what `ds` holds until someone chooses another. */
export const APP_DATASOURCE_UID = 'testmetrics';

/** A panel's question; which datasource answers it is decided by the flavour that is written: see in-flavour.ts. */
export function questionTarget(question: SavedQuestion, refId = 'A'): Builder<Dataquery> {
  return { build: () => ({ refId, question, _implementsDataqueryVariant: () => undefined }) as Dataquery };
}
