import { formatMicros } from '@testmetrics/domain';
import type { Damage, SubunitEvent } from '@testmetrics/subunit';

// The separators are the ones of Python's json module, so that the lines can be compared byte for byte
// with what scripts around python-subunit print.

/** One event as a line of JSON. */
export function formatEventLine(event: SubunitEvent): string {
  const { fileBytes, timestampMicros } = event;
  const fields = [
    `"test_id": ${text(event.testId)}`,
    `"status": ${text(event.status)}`,
    `"tags": ${event.tags === null ? 'null' : formatList(event.tags)}`,
    `"runnable": ${event.runnable}`,
    `"file_name": ${text(event.fileName)}`,
    `"file_bytes": ${fileBytes === null ? 'null' : `"${toBase64(fileBytes)}"`}`,
    `"mime": ${text(event.mimeType)}`,
    `"eof": ${event.eof}`,
    `"route_code": ${text(event.routeCode)}`,
    `"timestamp": ${timestampMicros === null ? 'null' : `"${formatMicros(timestampMicros)}"`}`,
  ];
  return `{${fields.join(', ')}}\n`;
}

/** Bytes outside packets, as the reference reader reports them: a piece of the run's standard output. */
export function formatNoiseLine(bytes: Uint8Array): string {
  return (
    `{"test_id": null, "status": null, "tags": null, "runnable": true, "file_name": "stdout", ` +
    `"file_bytes": "${toBase64(bytes)}", "mime": null, "eof": false, "route_code": null, "timestamp": null}\n`
  );
}

export function formatDamageLine({ offset, length, code, message }: Damage): string {
  return `${JSON.stringify({ damage: { offset, length, code, message } })}\n`;
}

export function formatList(texts: readonly string[]): string {
  return `[${texts.map((value) => JSON.stringify(value)).join(', ')}]`;
}

export function text(value: string | null): string {
  return value === null ? 'null' : JSON.stringify(value);
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
