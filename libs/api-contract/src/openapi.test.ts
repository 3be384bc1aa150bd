import { isConditional, openApiDocument } from './openapi';
import { OPERATIONS } from './operations';

interface Described {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string }[];
  readonly responses: Record<string, unknown>;
}

const document = openApiDocument({ version: '1.2.3' });
const paths = document['paths'] as Record<string, Record<string, Described>>;

describe('openApiDocument()', () => {
  it('should describe every operation with its replies and problems', () => {
    for (const { path, method, id, replies, problems } of OPERATIONS) {
      const described = paths[path]?.[method];
      expect(described?.operationId).toBe(id);
      const statuses = [
        ...Object.keys(replies),
        ...problems.map(String),
        ...(isConditional({ method, path }) ? ['304'] : []),
      ];
      expect(Object.keys(described?.responses ?? {}).sort()).toEqual(statuses.sort());
    }
  });

  it('should refer only to schemas that are there', () => {
    const text = JSON.stringify(document);
    const names = Object.keys((document['components'] as { schemas: object }).schemas);
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    expect(references).toEqual(expect.arrayContaining(['Run', 'RunList', 'Damage', 'Problem', 'RunTest']));
    for (const name of references) expect(names).toContain(name);
    expect(text).not.toContain('$schema');
    expect(text.match(/"\$ref":"(?!#)/)).toBeNull();
  });

  it('should name the parameters of an upload', () => {
    expect(paths['/v1/runs']?.['post']?.parameters.map(({ name }) => name)).toEqual([
      'run_id',
      'run_at',
      'artifacts',
      'metadata',
    ]);
  });

  it('should name the id in the path', () => {
    expect(paths['/v1/runs/{id}']?.['get']?.parameters).toEqual([
      { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
    ]);
  });
});
