import { type Attachment, type Attempt } from './attempt';
import { findColumn, type FrameLike, numberAt, textAt } from './columns';

/** Without these a frame has no attachments; whose they are is read from `test_key`, else from `test`. */
export const ATTACHMENT_COLUMNS = ['name', 'content'] as const;

/** Attachments by test and attempt. */
export type AttachmentIndex = ReadonlyMap<string, readonly Attachment[]>;

/** The attachments of a frame of the question `runAttachments`. */
export function readAttachments(frame: FrameLike): AttachmentIndex {
  const [test, key, attempt] = [findColumn(frame, 'test'), findColumn(frame, 'test_key'), findColumn(frame, 'attempt')];
  const [name, content, type] = [
    findColumn(frame, 'name'),
    findColumn(frame, 'content'),
    findColumn(frame, 'content_type'),
  ];
  const index = new Map<string, Attachment[]>();
  for (let row = 0; row < frame.length; row++) {
    const owner = ownerOf(numberAt(key, row), textAt(test, row), numberAt(attempt, row) ?? 1);
    const list = index.get(owner) ?? [];
    list.push({ name: textAt(name, row), contentType: textAt(type, row), content: textAt(content, row) });
    index.set(owner, list);
  }
  return index;
}

/** The attachments of one attempt, by the test's key where both frames have it. */
export function attachmentsOf(index: AttachmentIndex, { testKey, test, attempt }: Attempt): readonly Attachment[] {
  return index.get(ownerOf(testKey, test, attempt)) ?? index.get(ownerOf(null, test, attempt)) ?? [];
}

function ownerOf(key: number | null, test: string, attempt: number): string {
  return key === null ? `name ${attempt} ${test}` : `key ${attempt} ${key}`;
}
