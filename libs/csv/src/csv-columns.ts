import { z } from 'zod';

/** A column of a table: its heading, and the way to its value within an item. */
export interface CsvColumn {
  readonly heading: string;
  readonly path: readonly string[];
}

/** The columns of a list of such items: one for every field, in order; a nested object gives one for each of its own. */
export function csvColumns(item: z.ZodObject): readonly CsvColumn[] {
  return columnsBelow(item, []);
}

function columnsBelow(schema: z.ZodObject, path: readonly string[]): CsvColumn[] {
  return Object.entries(schema.shape).flatMap(([name, field]) => {
    const here = [...path, name];
    const bare = withoutWrapping(field);
    return bare instanceof z.ZodObject ? columnsBelow(bare, here) : [{ heading: here.join('.'), path: here }];
  });
}

function withoutWrapping(schema: unknown): unknown {
  const isWrapped =
    schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault;
  return isWrapped ? withoutWrapping(schema.unwrap()) : schema;
}
