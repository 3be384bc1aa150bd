import { z } from 'zod';

/** A parameter whose schema is a list may be given several times. */
export function isListParameter(schema: unknown): boolean {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return isListParameter(schema.unwrap());
  return schema instanceof z.ZodArray;
}
