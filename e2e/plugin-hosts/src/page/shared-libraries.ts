import * as emotionCss from '@emotion/css';
import * as emotionReact from '@emotion/react';
import * as grafanaData from '@grafana/data';
import * as grafanaRuntime from '@grafana/runtime';
import * as grafanaUi from '@grafana/ui';
import lodash from 'lodash';
import * as react from 'react';
import * as reactDom from 'react-dom';
import * as rxjs from 'rxjs';

/** What Grafana offers plugins under these names in 10.1 already; a plugin that asks for more does not load here. */
export const SHARED_LIBRARIES: Readonly<Record<string, object>> = {
  '@emotion/css': emotionCss,
  '@emotion/react': emotionReact,
  '@grafana/data': grafanaData,
  '@grafana/runtime': grafanaRuntime,
  '@grafana/ui': grafanaUi,
  lodash,
  react,
  'react-dom': reactDom,
  rxjs,
};
