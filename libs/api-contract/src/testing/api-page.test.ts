import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { EXAMPLES } from '../answers/examples';
import { apiPage, PAGE_OPERATIONS } from './api-page';

describe('docs/api.md', () => {
  it('should be what the operations make; if not, run "npx nx run api-contract:generate"', () => {
    expect(readFileSync(join(__dirname, '../../../../docs/api.md'), 'utf8')).toBe(apiPage());
  });

  it.each(PAGE_OPERATIONS.map((operation) => [operation.id, operation] as const))(
    'should show a reply of %s that its schema describes, and a request to its path',
    (id, { path, replies }) => {
      const example = EXAMPLES[id];
      const schema = replies[200]?.schema as z.ZodType;
      // What the schema does not describe is left out by it.
      expect(schema.parse(example?.body)).toEqual(example?.body);
      expect(example?.request).toMatch(new RegExp(`^${path.replace(/\{\w+\}/g, '[^/?]+')}(\\?|$)`));
    },
  );
});
