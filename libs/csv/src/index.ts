export { csvColumns } from './csv-columns';
export type { CsvColumn } from './csv-columns';
export { csvOf, csvTable } from './csv-table';
export type { CsvCell, CsvText } from './csv-table';
export { guardFormula, unguardFormula } from './guard-formula';
