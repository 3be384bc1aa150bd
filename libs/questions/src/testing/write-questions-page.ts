import { writeFileSync } from 'node:fs';
import { questionsPage } from './questions-page';

const [path = 'docs/questions.md'] = process.argv.slice(2);
writeFileSync(path, questionsPage());
