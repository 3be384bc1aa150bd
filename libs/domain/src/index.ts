export { FINAL_STATUSES } from './run-to-store';
export type {
  AttachmentToStore,
  AttemptStatus,
  AttemptToStore,
  FinalStatus,
  LabelSet,
  RunAttachmentToStore,
  RunToStore,
  RunTotals,
  TestToStore,
  UploadToStore,
} from './run-to-store';
