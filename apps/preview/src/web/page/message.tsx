import { Alert } from '@grafana/ui';
import { PageFrame } from './page-frame';

/** A page with nothing but a sentence that says what is wrong. */
export function Message({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <PageFrame links={[]}>
      <Alert title={title} severity="warning">
        {text} <a href="/dashboards">All dashboards</a>
      </Alert>
    </PageFrame>
  );
}
