import { getDataSourceSrv } from '@grafana/runtime';
import { useCallback, useEffect, useState } from 'react';
import { type HealthReport } from '../../datasource/health/check-health';
import { DATASOURCE_TYPE } from '../../datasource/query/query';

/** One of our datasources, checked. */
export interface Checked {
  readonly uid: string;
  readonly name: string;
  /** Null while it is being checked. */
  readonly report: HealthReport | Error | null;
}

/** What the start page needs of the datasource, which is a module of its own. */
interface Reporting {
  report(): Promise<HealthReport>;
}

/** Checks every datasource of ours, and again when asked to. */
export function useReports(): { readonly checked: readonly Checked[]; readonly again: () => void } {
  const [round, setRound] = useState(0);
  const [checked, setChecked] = useState<readonly Checked[]>(listed);
  useEffect(() => {
    let isLeft = false;
    for (const { uid } of listed()) {
      void reportOf(uid).then((report) => {
        if (isLeft) return;
        setChecked((known) => known.map((one) => (one.uid === uid ? { ...one, report } : one)));
      });
    }
    return () => {
      isLeft = true;
    };
  }, [round]);
  const again = useCallback(() => {
    setChecked(listed());
    setRound((number) => number + 1);
  }, []);
  return { checked, again };
}

function listed(): Checked[] {
  return getDataSourceSrv()
    .getList({ type: DATASOURCE_TYPE })
    .map(({ uid, name }) => ({ uid, name, report: null }));
}

async function reportOf(uid: string): Promise<HealthReport | Error> {
  try {
    const datasource = (await getDataSourceSrv().get(uid)) as unknown as Reporting;
    return await datasource.report();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
