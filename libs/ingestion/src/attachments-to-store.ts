import { attemptNumbers } from '@testmetrics/domain';
import type { AttachmentToStore, AttemptCollector, RunAttachmentToStore } from '@testmetrics/domain';
import type { RunFiles } from './run-files';
import type { AttachmentSpool } from './spool/attachment-spool';
import { cutMark } from './spool/cut-mark';

interface Sources {
  readonly spool: AttachmentSpool;
  readonly files: RunFiles;
  readonly collector: AttemptCollector;
}

/** The files of tests, in the order of the tests; can be read again, for a transaction that has to be repeated. */
export function attachmentsToStore({ spool, files, collector }: Sources): AsyncIterable<AttachmentToStore> {
  const numbers = attemptNumbers(collector);
  const attemptOf = (number: number): number => files.attemptOf(spool.ownerOf(number));
  const testOf = (number: number): number => collector.testOf.at(attemptOf(number));
  const order = numbersWhere(spool, (number) => attemptOf(number) >= 0);
  order.sort((a, b) => testOf(a) - testOf(b) || attemptOf(a) - attemptOf(b) || a - b);
  return repeatable(async function* () {
    for (const number of order) {
      const { name, contentType, cutBytes } = spool.describe(number);
      yield {
        testIndex: testOf(number),
        attemptNumber: numbers[attemptOf(number)] ?? 1,
        fileName: name,
        contentType,
        cutBytes,
        content: await contentOf(spool, number, cutBytes),
      };
    }
  });
}

/** The files of the run itself; and, where files could not be kept at all, one that says so. */
export function runAttachmentsToStore({
  spool,
  files,
}: Omit<Sources, 'collector'>): AsyncIterable<RunAttachmentToStore> {
  const order = numbersWhere(spool, (number) => files.attemptOf(spool.ownerOf(number)) < 0);
  return repeatable(async function* () {
    for (const number of order) {
      const { owner, name, contentType, cutBytes } = spool.describe(number);
      const content = await contentOf(spool, number, cutBytes);
      yield { name: files.runFileName(owner, name), contentType, content, cutBytes };
    }
    if (spool.lost.bytes > 0) yield lostFilesNote(spool.lost);
  });
}

function lostFilesNote({ files, bytes }: { readonly files: number; readonly bytes: number }): RunAttachmentToStore {
  const text = `[${files} more files were not kept, ${bytes} bytes in all]\n`;
  return { name: 'files that were not kept', contentType: 'text/plain', content: Buffer.from(text), cutBytes: bytes };
}

async function contentOf(spool: AttachmentSpool, number: number, cutBytes: number): Promise<Uint8Array> {
  if (cutBytes === 0) return spool.read(number);
  const mark = cutMark(cutBytes);
  const content = await spool.read(number, mark.length);
  content.set(mark, content.length - mark.length);
  return content;
}

function numbersWhere(spool: AttachmentSpool, wanted: (number: number) => boolean): Uint32Array {
  const numbers = new Uint32Array(spool.count);
  let count = 0;
  for (let number = 0; number < spool.count; number++) {
    if (wanted(number)) numbers[count++] = number;
  }
  return numbers.subarray(0, count);
}

function repeatable<T>(begin: () => AsyncGenerator<T>): AsyncIterable<T> {
  return { [Symbol.asyncIterator]: begin };
}
