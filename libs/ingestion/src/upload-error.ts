import { AppError } from '@testmetrics/runtime';
import type { AppErrorOptions } from '@testmetrics/runtime';

/** Why an upload was refused; nothing of it is stored. */
export type UploadErrorCode =
  | 'empty_stream'
  | 'no_subunit'
  | 'bad_report'
  | 'stream_too_large'
  | 'expanded_too_large'
  | 'too_many_tests'
  | 'too_much_text'
  | 'run_id_taken'
  | 'spool_unavailable';

export class UploadError extends AppError {
  constructor(
    override readonly code: UploadErrorCode,
    message: string,
    options: AppErrorOptions & { readonly status: number },
  ) {
    super(code, message, options);
  }
}
