import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import { EXAMPLES } from './answers/examples';
import { OPERATIONS } from './operations';
import type { Operation, Reply } from './operations';
import { PROBLEM_CONTENT_TYPE, problemSchema } from './problem';

type Json = Record<string, unknown>;

const SCHEMA_PREFIX = '#/components/schemas/';

/** The service's OpenAPI 3.1 document, made of the same schemas that check requests and replies. */
export function openApiDocument({ version }: { readonly version: string }): Json {
  const paths: Record<string, Json> = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describeOperation(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Test Metrics ingest service',
      version,
      description: "Stores the subunit streams of a CI system's test runs and answers questions about them.",
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      schemas: componentSchemas(),
      securitySchemes: { writeToken: { type: 'http', scheme: 'bearer' } },
    },
  };
}

/** Every schema with an id, once; they refer to each other by name. */
function componentSchemas(): Json {
  const { schemas } = z.toJSONSchema(z.globalRegistry, { uri: (id) => `${SCHEMA_PREFIX}${id}`, io: 'output' });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, withoutIdentity(schema as Json)]));
}

function withoutIdentity({ $schema: _schema, $id: _id, ...rest }: Json): Json {
  return rest;
}

function describeOperation(operation: Operation): Json {
  const { id, summary, query, isUpload, replies, problems } = operation;
  return {
    operationId: id,
    summary,
    parameters: [...pathParameters(operation), ...queryParameters(query), ...metadataParameters(operation)],
    ...(isUpload ? { requestBody: STREAM_BODY, security: [{ writeToken: [] }, {}] } : {}),
    responses: Object.fromEntries([
      ...Object.entries(replies).map(([status, reply]) => [status, describeReply(reply, EXAMPLES[id]?.body)]),
      ...(isConditional(operation) ? [['304', NOT_MODIFIED]] : []),
      ...problems.map((status) => [String(status), describeProblem(status)]),
    ]),
  };
}

/** What is never the same twice. */
const LIVE = ['/healthz', '/readyz', '/metrics'];

/** Replies of these carry an ETag, and are not sent again to who has them. */
export function isConditional({ method, path }: Pick<Operation, 'method' | 'path'>): boolean {
  return method === 'get' && !LIVE.includes(path);
}

const NOT_MODIFIED = { description: 'As `If-None-Match` says: the reply is the one that the client has.' };

const METADATA_PARAMETER = {
  name: 'metadata',
  in: 'query',
  style: 'form',
  explode: true,
  description:
    'Run metadata: any number of `meta.KEY=VALUE`. Keys of at most 255 characters, values of at most 65,535 bytes.',
  schema: { type: 'object', patternProperties: { '^meta\\.': { type: 'string' } } },
};

const METADATA_FILTER = {
  ...METADATA_PARAMETER,
  description: 'Any number of `meta.KEY=VALUE`: only runs whose metadata have all of these.',
};

const STREAM_BODY = {
  required: true,
  description:
    'A subunit stream, v2 or v1, or a JUnit XML report, gzip or not: told by its content, whatever the Content-Type.',
  content: { '*/*': { schema: { type: 'string', format: 'binary' } } },
};

function metadataParameters({ isUpload = false, takesMetadata = false }: Operation): Json[] {
  if (isUpload) return [METADATA_PARAMETER];
  return takesMetadata ? [METADATA_FILTER] : [];
}

function pathParameters({ path, pathParameters: described = {} }: Operation): Json[] {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return names.map((name) => {
    const description = described[name];
    const isRunId = description === undefined || description.startsWith('The id of the run');
    return {
      name,
      in: 'path',
      required: true,
      ...(description === undefined ? {} : { description }),
      schema: isRunId ? { type: 'string', format: 'uuid' } : { type: 'string' },
    };
  });
}

function queryParameters(query: z.ZodObject | undefined): Json[] {
  if (query === undefined) return [];
  return Object.entries(query.shape).map(([name, schema]) => {
    const { $schema: _schema, description, ...rest } = z.toJSONSchema(schema, { io: 'input' }) as Json;
    return { name, in: 'query', required: false, ...(description === undefined ? {} : { description }), schema: rest };
  });
}

function describeReply(
  { description, schema, contentType = 'application/json', headers = {}, alsoCsv = false }: Reply,
  example: object | undefined,
): Json {
  const described = Object.entries(headers).map(([name, text]) => [
    name,
    { description: text, schema: { type: 'string' } },
  ]);
  return {
    description,
    ...(described.length === 0 ? {} : { headers: Object.fromEntries(described) }),
    content: {
      [contentType]: {
        schema: schema === undefined ? {} : reference(schema),
        ...(example === undefined ? {} : { example }),
      },
      ...(alsoCsv ? { 'text/csv': { schema: { type: 'string' } } } : {}),
    },
  };
}

function describeProblem(status: number): Json {
  return {
    description: STATUS_CODES[status] ?? 'Problem',
    ...(status === 503 ? { headers: { 'Retry-After': { description: 'Seconds.', schema: { type: 'integer' } } } } : {}),
    content: { [PROBLEM_CONTENT_TYPE]: { schema: reference(problemSchema) } },
  };
}

function reference(schema: z.ZodType): Json {
  return { $ref: `${SCHEMA_PREFIX}${String(schema.meta()?.id)}` };
}
