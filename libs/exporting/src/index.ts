export { AVERAGE_FORMATS, exportAverage } from './export-average';
export type { AverageFormat } from './export-average';
export { EXPORT_FORMATS, FORMAT_FACTS } from './export-format';
export type { ExportFormat, FormatFacts } from './export-format';
export { exportRun } from './export-run';
export { CSV_HEADING_LINE } from './write-csv';
