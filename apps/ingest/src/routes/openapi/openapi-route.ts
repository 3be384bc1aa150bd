import type { RequestHandler } from 'express';
import { openApiDocument } from '@testmetrics/api-contract';

export function openApiRoute(version: string): RequestHandler {
  const document = openApiDocument({ version });
  return (_request, response) => {
    response.json(document);
  };
}
