import { resolve } from 'node:path';
import { generateDashboards } from './generate';

generateDashboards(resolve(process.argv[2] ?? 'provisioning/dashboards'));
