import { createHash, randomUUID } from 'node:crypto';

import { totalsOf } from '@testmetrics/domain';
import type { AttachmentToStore, AttemptStatus, AttemptToStore, RunToStore, TestToStore } from '@testmetrics/domain';

/** 2026-11-01 12:00 UTC. */
export const TEST_EPOCH_MICROS = Date.UTC(2026, 10, 1, 12) * 1000;

export interface TestSpec {
  readonly name: string;
  readonly fullId?: string;
  /** One attempt each, in order. Default: one success. */
  readonly statuses?: readonly AttemptStatus[];
  readonly seconds?: number;
  readonly tags?: readonly string[];
  readonly attrs?: string;
  readonly failureMessage?: string;
  /** Times the attempts do not have. */
  readonly untimed?: boolean;
}

export interface RunSpec extends Partial<Omit<RunToStore, 'tests' | 'attachments' | 'totals'>> {
  readonly tests?: readonly (TestSpec | string)[];
  readonly attachments?: readonly Partial<AttachmentToStore>[];
  /** What the content hash is made of. Default: the uuid. */
  readonly content?: string;
}

/** A whole run out of the few things a test cares about. */
export function buildRun(spec: RunSpec = {}): RunToStore {
  const uuid = spec.uuid ?? randomUUID();
  const runAtMicros = spec.runAtMicros ?? TEST_EPOCH_MICROS;
  const tests = (spec.tests ?? ['pkg.module.Class.test_one']).map((test) =>
    buildTest(typeof test === 'string' ? { name: test } : test, runAtMicros),
  );
  const totals = totalsOf(tests);
  const job = spec.job ?? 'unit';
  return {
    uuid,
    runAtMicros,
    receivedAtMicros: spec.receivedAtMicros ?? Date.now() * 1000,
    artifacts: spec.artifacts ?? null,
    metadata: spec.metadata ?? new Map([['build_name', job]]),
    job,
    project: spec.project ?? 'nova',
    branch: spec.branch ?? 'main',
    queue: spec.queue ?? '',
    commit: spec.commit ?? '',
    totals,
    failed: spec.failed ?? totals.fail + totals.uxsuccess + totals.unfinished > 0,
    complete: spec.complete ?? totals.unfinished === 0,
    infra: spec.infra ?? false,
    sample: spec.sample ?? false,
    upload: spec.upload ?? {
      contentHash: createHash('sha256')
        .update(spec.content ?? uuid)
        .digest(),
      format: 'v2',
      streamBytes: 1000,
      receivedBytes: 300,
      events: tests.length * 2,
      noiseBytes: 0,
      damageCount: 0,
      damage: [],
    },
    tests,
    attachments: replayable((spec.attachments ?? []).map(buildAttachment)),
    runAttachments: spec.runAttachments ?? replayable([]),
  };
}

function buildTest(spec: TestSpec, runAtMicros: number): TestToStore {
  const statuses = spec.statuses ?? ['success'];
  const micros = Math.round((spec.seconds ?? 0.5) * 1e6);
  const attempts = statuses.map((status, index) =>
    buildAttempt(spec, status, runAtMicros + index * (micros + 1000), micros),
  );
  const passed = statuses.some((status) => status === 'success' || status === 'xfail');
  const failed = statuses.some((status) => status === 'fail' || status === 'uxsuccess');
  return {
    name: spec.name,
    fullId: spec.fullId ?? spec.name,
    attempts,
    flaky: passed && failed,
    failureMessage: spec.failureMessage ?? (failed ? 'AssertionError: 1 != 2' : null),
  };
}

function buildAttempt(spec: TestSpec, status: AttemptStatus, startMicros: number, micros: number): AttemptToStore {
  const hasLabels = spec.tags !== undefined || spec.attrs !== undefined;
  return {
    status,
    startMicros: spec.untimed === true ? null : startMicros,
    stopMicros: spec.untimed === true ? null : startMicros + micros,
    labels: hasLabels ? { attrs: spec.attrs ?? null, tags: spec.tags ?? [], routeCode: null } : null,
  };
}

function buildAttachment(spec: Partial<AttachmentToStore>): AttachmentToStore {
  return {
    testIndex: spec.testIndex ?? 0,
    attemptNumber: spec.attemptNumber ?? 1,
    fileName: spec.fileName ?? 'traceback',
    contentType: spec.contentType ?? 'text/x-traceback;charset=utf8;language=python',
    cutBytes: spec.cutBytes ?? 0,
    content: spec.content ?? Buffer.from('Traceback (most recent call last):\nAssertionError: 1 != 2\n'),
  };
}

/** An async iterable that can be read again, as the spool can. */
export function replayable<T>(items: readonly T[]): AsyncIterable<T> {
  return {
    async *[Symbol.asyncIterator]() {
      yield* items;
    },
  };
}
