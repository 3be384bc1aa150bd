import { type Query } from '@testmetrics/questions';
import { type DashboardName } from '../links';

/** An alert, described: a question whose answer is a table of one text (which becomes a label) and one number. */
export interface AlertRule {
  /** Fixed for ever: silences and links carry it. */
  readonly uid: string;
  readonly title: string;
  readonly query: Query;
  /** What the question's time range is, up to now. */
  readonly hours: number;
  /** It fires for each row whose number is above it. */
  readonly above: number;
  /** For how long it has to be so. */
  readonly forMinutes: number;
  readonly severity: 'warning' | 'critical';
  /** With Go templates, without "$": file provisioning reads some texts raw and some not. `.Labels.job`, `.Values.A.Value`. */
  readonly summary: string;
  readonly description: string;
  /** Where somebody looks first. */
  readonly panel: { readonly dashboard: DashboardName; readonly title: string };
}

export interface AlertGroup {
  readonly name: string;
  readonly intervalMinutes: number;
  readonly rules: readonly AlertRule[];
}
