import * as emotionCss from '@emotion/css';
import * as emotionReact from '@emotion/react';
import * as grafanaData from '@grafana/data';
import * as grafanaRuntime from '@grafana/runtime';
import * as grafanaUi from '@grafana/ui';
import lodash from 'lodash';
import * as react from 'react';
import * as reactDom from 'react-dom';
import * as reactRouter from 'react-router';
import * as rxjs from 'rxjs';
import { PanelDataError } from './panel-data-error';

/**
 * What plugins do not bring themselves, by the names under which Grafana shares it. Every export, since nobody knows here
 * what a plugin takes: only the page that loads a plugin loads this.
 */
export const SHARED_LIBRARIES: Readonly<Record<string, object>> = {
  '@emotion/css': emotionCss,
  '@emotion/react': emotionReact,
  '@grafana/data': grafanaData,
  '@grafana/runtime': { ...grafanaRuntime, PanelDataErrorView: PanelDataError },
  '@grafana/ui': grafanaUi,
  lodash,
  react,
  'react-dom': reactDom,
  'react-router': reactRouter,
  rxjs,
};
