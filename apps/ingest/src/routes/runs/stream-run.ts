import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';
import { readRunId, runNotFound } from '@testmetrics/answers';
import { streamRunQuerySchema } from '@testmetrics/api-contract';
import type { ExportedRun } from '@testmetrics/database';
import { exportRun, FORMAT_FACTS } from '@testmetrics/exporting';
import type { ExportFormat } from '@testmetrics/exporting';
import { withRoom } from '../../heap-growth';
import { queryPairs } from '../../http/query-pairs';
import { readQuery } from '../../http/read-query';
import { sendStream } from '../../http/send-stream';
import type { ExportGate } from '../../stores/export-gate';

/** Part of every ETag: raised where the same rows are written in another way. */
const EXPORT_VERSION = 1;

/** `GET /v1/runs/{id}/stream`: the run as a stream again. */
export function streamRunRoute(exports: ExportGate): RequestHandler {
  return async (request, response) => {
    const { format } = readQuery(queryPairs(request.url), streamRunQuerySchema);
    const uuid = readRunId(String(request.params['id']));
    const runs = await exports.runs();
    const run = await runs.find(uuid);
    if (run === null) throw runNotFound(uuid);
    const { contentType, extension } = FORMAT_FACTS[format];
    await sendStream(request, response, {
      pieces: withRoom(exportRun(run, format)),
      type: contentType,
      fileName: `${uuid}${extension}`,
      etag: etagOf(run, format),
    });
  };
}

/** A stored run never changes: which one it is, and the form, say everything. */
function etagOf({ run, runId, contentHash }: ExportedRun, format: ExportFormat): string {
  const content = contentHash === null ? `row ${runId}` : Buffer.from(contentHash).toString('hex');
  const hash = createHash('sha256').update(`${EXPORT_VERSION} ${format} ${run.uuid} ${content}`).digest('base64url');
  return `W/"${hash.slice(0, 27)}"`;
}
