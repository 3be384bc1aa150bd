import { normalizeRunId } from '@testmetrics/domain';
import { AVERAGE_FORMATS, EXPORT_FORMATS } from '@testmetrics/exporting';
import type { AverageFormat, ExportFormat } from '@testmetrics/exporting';
import { z } from 'zod';
import { placeFields, placeMistake } from '../asking/place';

/** What is to be exported. */
export type ExportRequest =
  | { readonly kind: 'runs'; readonly runs: readonly string[]; readonly format: ExportFormat }
  | { readonly kind: 'average'; readonly format: AverageFormat };

/** Where from. */
export type ExportPlace =
  | { readonly kind: 'service'; readonly url: string | undefined }
  | { readonly kind: 'database'; readonly url: string | undefined };

export interface ExportOptions {
  readonly request: ExportRequest;
  readonly place: ExportPlace;
  /** `undefined` = standard output. */
  readonly output: string | undefined;
}

const raw = z.object({
  args: z.array(z.string().min(1, 'RUN: expected the id of a run, found nothing')),
  format: z.enum(EXPORT_FORMATS).default('subunit2'),
  output: z.string().min(1, '--output: expected a file, found nothing').optional(),
  average: z.boolean().default(false),
  ...placeFields,
});

type Raw = z.output<typeof raw>;

export const exportOptions = raw
  .superRefine((options, context) => {
    for (const message of mistakesOf(options)) context.addIssue({ code: 'custom', message });
  })
  .transform(toOptions);

function mistakesOf({ args, format, average, url, database }: Raw): string[] {
  const mistakes: string[] = [];
  const isAverage: readonly string[] = AVERAGE_FORMATS;
  const mistake = placeMistake({ url, database });
  if (mistake !== null) mistakes.push(mistake);
  if (average && args.length > 0) mistakes.push('--average takes no run: it is about all runs together');
  if (!average && args.length === 0) mistakes.push('expected the id of a run, or --average, found neither');
  if (average && !isAverage.includes(format)) {
    mistakes.push(`--average: expected --format ${AVERAGE_FORMATS.join(' or ')}, found ${format}`);
  }
  if (format === 'junit' && args.length > 1) {
    mistakes.push(
      `--format junit: expected one run, found ${args.length}: a report holds one run, so export them one by one`,
    );
  }
  return mistakes;
}

function toOptions({ args, format, output, average, url, database }: Raw): ExportOptions {
  // A mean over everything is what those want who have the database at hand: so it was before the service gave it.
  const isDatabase = database !== undefined || (average && url === undefined);
  return {
    request: average
      ? { kind: 'average', format: format === 'subunit1' ? 'subunit1' : 'subunit2' }
      : // Other tools may have given ids of their own form.
        { kind: 'runs', runs: args.map((run) => normalizeRunId(run) ?? run), format },
    place: isDatabase ? { kind: 'database', url: database } : { kind: 'service', url },
    output,
  };
}
