import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { questionsPage } from './questions-page';

describe('docs/questions.md', () => {
  it('should be what the catalog makes; if not, run "npx nx run questions:generate"', () => {
    expect(readFileSync(join(__dirname, '../../../../docs/questions.md'), 'utf8')).toBe(questionsPage());
  });
});
