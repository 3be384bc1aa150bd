/** The forms in which a run comes back. */
export const EXPORT_FORMATS = ['subunit2', 'subunit1', 'junit', 'json', 'csv'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface FormatFacts {
  readonly contentType: string;
  /** Of a file with one run, with its dot. */
  readonly extension: string;
}

export const FORMAT_FACTS: Readonly<Record<ExportFormat, FormatFacts>> = {
  subunit2: { contentType: 'application/vnd.subunit', extension: '.subunit' },
  subunit1: { contentType: 'text/x-subunit; charset=utf-8', extension: '.v1' },
  junit: { contentType: 'application/xml; charset=utf-8', extension: '.xml' },
  json: { contentType: 'application/json; charset=utf-8', extension: '.json' },
  csv: { contentType: 'text/csv; charset=utf-8; header=present', extension: '.csv' },
};
