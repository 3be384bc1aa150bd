import {
  BigValueColorMode,
  BigValueGraphMode,
  BigValueJustifyMode,
  BigValueTextMode,
  ReduceDataOptionsBuilder,
  VizTextDisplayOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { MappingType, ThresholdsConfigBuilder, ThresholdsMode } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { questionTarget } from '../datasource';
import { type Described, type Measured } from './described';

interface Threshold {
  readonly value: number | null;
  readonly color: string;
}

const PLAIN: readonly Threshold[] = [{ value: null, color: 'text' }];

/** One figure, with the row's label under it: a question with the columns `label` and `value`. */
export function statPanel(
  options: Measured & { readonly decimals?: number; readonly steps?: readonly Threshold[] },
): PanelBuilder {
  const panel = base(options)
    .unit(options.unit)
    .textMode(BigValueTextMode.ValueAndName)
    .thresholds(thresholds(options.steps ?? PLAIN))
    .reduceOptions(new ReduceDataOptionsBuilder().values(true).limit(1).calcs(['lastNotNull']).fields(''))
    .text(new VizTextDisplayOptionsBuilder().titleSize(13).valueSize(28));
  return options.decimals === undefined ? panel : panel.decimals(options.decimals);
}

/** The figures of one row, each with its heading; `fields` are those that are shown, of one or of several. */
export function figuresPanel(
  options: Measured & { readonly fields: readonly string[]; readonly steps?: readonly Threshold[] },
): PanelBuilder {
  return base(options)
    .unit(options.unit)
    .textMode(options.fields.length === 1 ? BigValueTextMode.Value : BigValueTextMode.ValueAndName)
    .thresholds(thresholds(options.steps ?? PLAIN))
    .reduceOptions(
      new ReduceDataOptionsBuilder()
        .values(false)
        .calcs(['lastNotNull'])
        .fields(`/^(${options.fields.join('|')})$/`),
    )
    .text(new VizTextDisplayOptionsBuilder().titleSize(13).valueSize(28));
}

/** One text, as it is: a question with the column `value`. */
export function wordPanel(
  options: Described & {
    readonly size: number;
    readonly warnAt?: { readonly pattern: string; readonly color: string };
  },
): PanelBuilder {
  const { warnAt } = options;
  return base(options)
    .mappings(
      warnAt === undefined
        ? []
        : [
            {
              type: MappingType.RegexToText,
              options: { pattern: warnAt.pattern, result: { color: warnAt.color, index: 0 } },
            },
          ],
    )
    .unit('string')
    .textMode(BigValueTextMode.Value)
    .thresholds(thresholds(PLAIN))
    .reduceOptions(new ReduceDataOptionsBuilder().values(false).calcs(['lastNotNull']).fields('/^value$/'))
    .text(new VizTextDisplayOptionsBuilder().valueSize(options.size));
}

function base(options: Described): PanelBuilder {
  return new PanelBuilder()
    .title(options.title)
    .description(options.description)
    .withTarget(questionTarget(options.question))
    .noValue(options.noData)
    .span(options.width)
    .height(options.height)
    .colorMode(BigValueColorMode.Value)
    .graphMode(BigValueGraphMode.None)
    .justifyMode(BigValueJustifyMode.Auto);
}

function thresholds(steps: readonly Threshold[]): ThresholdsConfigBuilder {
  return new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps([...steps]);
}
