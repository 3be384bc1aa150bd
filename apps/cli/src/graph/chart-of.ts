import type { GraphBody } from '@testmetrics/api-contract';
import { aggCountChart, ciTimeChart, runFailureRateChart } from './bar-charts';
import { runTimeMetaChart, testRunTimeChart } from './box-charts';
import type { Chart } from './chart';
import { dailyCountChart, failuresChart, runTimeChart } from './time-charts';

/** What the options of `failures` and `agg_count` say. `undefined`: as that graph does where nothing is said. */
export interface ChartOptions {
  readonly successGraph?: boolean | undefined;
  readonly skipGraph?: boolean | undefined;
}

/** The chart that shows the numbers of a graph. */
export function chartOf(body: GraphBody, { successGraph, skipGraph = false }: ChartOptions): Chart {
  switch (body.graph) {
    case 'failures':
      return failuresChart(body, { successGraph: successGraph ?? false, skipGraph });
    case 'run_time':
      return runTimeChart(body);
    case 'agg_count':
      return aggCountChart(body, { successGraph: successGraph ?? true, skipGraph });
    case 'dailycount':
      return dailyCountChart(body);
    case 'run_failure_rate':
      return runFailureRateChart(body);
    case 'run_time_meta':
      return runTimeMetaChart(body);
    case 'test_run_time':
      return testRunTimeChart(body);
    case 'ci_time':
      return ciTimeChart(body);
  }
}
