import { type ComponentType } from 'react';
import { AnnotationView } from './annotation-view';
import { AppView } from './app-view';
import { ConfigView } from './config-view';
import { DashboardView } from './dashboard-view';
import { type Host } from './host';
import { QueryView } from './query-view';
import { VariableView } from './variable-view';

const VIEWS: Readonly<Record<string, ComponentType<{ readonly host: Host }>>> = {
  a: AppView,
  annotation: AnnotationView,
  config: ConfigView,
  dashboard: DashboardView,
  query: QueryView,
  variable: VariableView,
};

/** The view that the first part of the address names. */
export function View({ host }: { readonly host: Host }) {
  const name = window.location.pathname.split('/')[1] ?? '';
  const Known = VIEWS[name];
  if (Known === undefined) return <p role="alert">Expected one of {Object.keys(VIEWS).join(', ')}.</p>;
  return <Known host={host} />;
}
