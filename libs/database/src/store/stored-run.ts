import type { RunToStore, RunTotals } from '@testmetrics/domain';
import type { Damage } from '@testmetrics/subunit';

/** A run as it stands in the database. */
export interface StoredRun {
  readonly uuid: string;
  /** `null` = none, as for the other names. */
  readonly job: string | null;
  readonly project: string | null;
  readonly branch: string | null;
  readonly queue: string | null;
  readonly commit: string | null;
  readonly runAtMicros: number;
  /** `null` where the run was not stored by us. */
  readonly receivedAtMicros: number | null;
  readonly totals: RunTotals;
  readonly failed: boolean;
  readonly complete: boolean;
  readonly infra: boolean;
  readonly sample: boolean;
  /** All that was found; `damage` holds the first 100. */
  readonly damageCount: number;
  readonly damage: readonly Damage[];
  readonly metadata: ReadonlyMap<string, string>;
  readonly artifacts: string | null;
  /** Written by the reference's tools and not adopted yet: only what those tools store is known. */
  readonly foreign: boolean;
}

/** What a run will look like when it is read back. */
export function toStoredRun(run: RunToStore): StoredRun {
  return {
    uuid: run.uuid,
    job: nameOrNull(run.job),
    project: nameOrNull(run.project),
    branch: nameOrNull(run.branch),
    queue: nameOrNull(run.queue),
    commit: nameOrNull(run.commit),
    runAtMicros: run.runAtMicros,
    receivedAtMicros: run.receivedAtMicros,
    totals: run.totals,
    failed: run.failed,
    complete: run.complete,
    infra: run.infra,
    sample: run.sample,
    damageCount: run.upload.damageCount,
    damage: run.upload.damage,
    metadata: run.metadata,
    artifacts: run.artifacts,
    foreign: false,
  };
}

export function nameOrNull(name: string | null): string | null {
  return name === '' ? null : name;
}
