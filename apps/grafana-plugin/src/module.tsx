import { AppPlugin } from '@grafana/data';
import { StartPage } from './pages/start-page';

export const plugin = new AppPlugin().setRootPage(StartPage);
