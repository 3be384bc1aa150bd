import { GRAPH_NAMES } from '@testmetrics/api-contract';
import type { GraphBody, GraphName } from '@testmetrics/api-contract';
import { nearNames } from '@testmetrics/domain';
import { AppError } from '@testmetrics/runtime';
import type { Asker } from '../asking/asker';
import { aggCountGraph } from './agg-count-graph';
import { ciTimeGraph } from './ci-time-graph';
import { dailyCountGraph } from './daily-count-graph';
import { failuresGraph } from './failures-graph';
import { refuseUselessParameters } from './graph-request';
import type { GraphRequest } from './graph-request';
import { runFailureRateGraph } from './run-failure-rate-graph';
import { runTimeGraph } from './run-time-graph';
import { runTimeMetaGraph } from './run-time-meta-graph';
import { testRunTimeGraph } from './test-run-time-graph';

const GRAPHS: Readonly<Record<GraphName, (asker: Asker, request: GraphRequest) => Promise<GraphBody>>> = {
  failures: failuresGraph,
  run_time: runTimeGraph,
  agg_count: aggCountGraph,
  dailycount: dailyCountGraph,
  run_failure_rate: runFailureRateGraph,
  run_time_meta: runTimeMetaGraph,
  test_run_time: testRunTimeGraph,
  ci_time: ciTimeGraph,
};

/**
 * `GET /v1/graphs/{graph}`: the numbers that a graph of subunit2sql-graph draws; there is always something to draw.
 *
 * @throws {AppError} 404 for an unknown graph, test, key or name, and where there is nothing to draw; 400 for parameters that
 *   the graph needs or has no use for
 */
export async function graphOf(asker: Asker, name: string, request: GraphRequest): Promise<GraphBody> {
  const graph = GRAPH_NAMES.find((known) => known === name);
  if (graph === undefined) throw graphNotFound(name);
  refuseUselessParameters(graph, request);
  return GRAPHS[graph](asker, request);
}

function graphNotFound(name: string): AppError {
  const suggestions = nearNames(name, GRAPH_NAMES);
  return new AppError('graph_not_found', 'There is no graph of this name.', {
    status: 404,
    expected: `one of ${GRAPH_NAMES.join(', ')}`,
    found: JSON.stringify(name.length > 80 ? `${name.slice(0, 79)}…` : name),
    action: suggestions.length > 0 ? `write ${String(suggestions[0])}` : 'choose one of them',
    suggestions,
  });
}
