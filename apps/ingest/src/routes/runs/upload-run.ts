import type { Request, RequestHandler, Response } from 'express';
import { presentRun } from '@testmetrics/answers';
import { type RunStore } from '@testmetrics/database';
import { ingestRun } from '@testmetrics/ingestion';
import type { IngestResult } from '@testmetrics/ingestion';
import { systemClock } from '@testmetrics/runtime';
import type { Logger } from '@testmetrics/runtime';
import type { IngestConfig } from '../../config';
import { queryPairs } from '../../http/query-pairs';
import { readBody } from '../../http/read-body';
import { expectsContinue, requestIdOf } from '../../http/request-context';
import type { UploadSlots } from '../../http/upload-slots';
import { checkWriteAccess } from '../../http/write-access';
import type { Metrics } from '../../metrics';
import type { DatabaseGate } from '../../stores/database-gate';
import { checkUploadHead } from './check-upload-head';
import { runPath } from './run-path';
import { readRunDescription } from './run-description';
import { UploadReport } from './upload-report';

export interface UploadRouteParts {
  readonly config: IngestConfig;
  readonly gate: DatabaseGate;
  readonly slots: UploadSlots;
  readonly metrics: Metrics;
  readonly logger: Logger;
  /** Called after a run was stored, so that its counters follow soon. */
  readonly onStored: () => void;
  /** Called after an upload was refused, with the problem's code. */
  readonly onRefused: (code: string) => void;
}

/** `POST /v1/runs`: everything that can be refused is refused before the body is read. */
export function uploadRoute(parts: UploadRouteParts): RequestHandler {
  return async (request, response) => {
    const report = new UploadReport(parts, requestIdOf(response));
    try {
      await takeUpload(parts, request, response, report);
    } catch (error) {
      report.failed(error);
      throw error;
    }
  };
}

async function takeUpload(
  parts: UploadRouteParts,
  request: Request,
  response: Response,
  report: UploadReport,
): Promise<void> {
  const { config, gate, slots, onStored } = parts;
  report.writer = checkWriteAccess(request, config.writeTokens);
  const description = readRunDescription(queryPairs(request.url));
  checkUploadHead(request, config.limits);
  const giveBack = slots.take();
  try {
    const { runs } = await gate.stores();
    if (expectsContinue(request)) response.writeContinue();
    const result = await store(parts, request, { description, runs });
    if (result.kind === 'stored') onStored();
    report.succeeded(result);
    reply(response, result);
  } finally {
    giveBack();
  }
}

function store(
  { config }: UploadRouteParts,
  request: Request,
  { description, runs }: { readonly description: ReturnType<typeof readRunDescription>; readonly runs: RunStore },
): Promise<IngestResult> {
  return ingestRun(readBody(request, config.uploadTimes), description, {
    store: runs,
    clock: systemClock,
    keys: config.metadataKeys,
    limits: config.limits,
    spool: { directory: config.spoolDirectory, memoryBytes: config.spoolMemoryBytes },
  });
}

function reply(response: Response, { kind, run }: IngestResult): void {
  const isDuplicate = kind === 'duplicate';
  response.setHeader('Location', runPath(run.uuid));
  response.status(isDuplicate ? 200 : 201).json(presentRun(run, { duplicate: isDuplicate }));
}
