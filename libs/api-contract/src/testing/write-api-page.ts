import { writeFileSync } from 'node:fs';
import { apiPage } from './api-page';

const [path = 'docs/api.md'] = process.argv.slice(2);
writeFileSync(path, apiPage());
