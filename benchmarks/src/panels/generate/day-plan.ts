import type { Suite } from './suites';
import type { Weather } from './run-outcomes';
import type { NumberedSeries } from './series-rows';
import { runsOnDay, type Rates } from './workload';

const DAY_MICROS = 86_400e6;
const CUT_SHARE = 0.008;
const BROKEN_SHARE = 0.08;
/** Days on which the cloud is unwell, and then for how many runs. */
const OUTAGE_DAYS = 0.02;
const OUTAGE_SHARE = 0.3;
/** The branch moves on so often a day; what runs in between sees the same commit. */
const COMMITS_A_DAY = 4;

export interface PlannedRun {
  readonly series: NumberedSeries;
  readonly startMicros: number;
  readonly weather: Weather;
  readonly node: string;
  /** Proposed changes have a commit of their own: `null`. */
  readonly branchCommit: string | null;
}

/** The runs of one day, in the order of time. */
export function planDay(
  { day, series, rates }: { day: number; series: readonly NumberedSeries[]; rates: Rates },
  suiteOf: (series: NumberedSeries) => Suite,
  random: () => number,
): PlannedRun[] {
  const isWeekend = [0, 6].includes((day + 4) % 7);
  const isOutageDay = random() < OUTAGE_DAYS;
  const runs = series.flatMap((one) =>
    Array.from({ length: runsOnDay(one.plan, rates, isWeekend, random()) }, () => {
      const hour = one.plan.queue === 'periodic' ? 3 + random() : 7 + 6 * (random() + random() + random());
      const outage = isOutageDay && one.plan.queue !== 'periodic' && random() < OUTAGE_SHARE;
      return {
        series: one,
        startMicros: day * DAY_MICROS + Math.floor((hour % 23.5) * 3600e6),
        weather: weatherOf(one, suiteOf(one), outage, random),
        node: nodeName(random),
        branchCommit:
          one.plan.queue === 'check' ? null : `${one.plan.project}/${day}/${Math.floor((hour / 24) * COMMITS_A_DAY)}`,
      };
    }),
  );
  return runs.sort((one, other) => one.startMicros - other.startMicros);
}

function weatherOf({ plan }: NumberedSeries, suite: Suite, outage: boolean, random: () => number): Weather {
  const isBroken = random() < (plan.queue === 'check' ? BROKEN_SHARE : BROKEN_SHARE / 4);
  const victim = suite.tests[Math.floor(random() * suite.tests.length)];
  return {
    brokenPrefix: isBroken && victim !== undefined ? classOf(victim.name) : null,
    outage,
    cutAt: random() < CUT_SHARE ? 0.2 + 0.7 * random() : null,
  };
}

/** `package.module.Class.` of `package.module.Class.test`. */
function classOf(name: string): string {
  return name.slice(0, name.lastIndexOf('.') + 1) || name;
}

const PROVIDERS = ['ovh-gra1', 'ovh-bhs1', 'rax-dfw', 'rax-iad', 'vexxhost-ca'];

function nodeName(random: () => number): string {
  return `${PROVIDERS[Math.floor(random() * PROVIDERS.length)] ?? ''}-${10 + Math.floor(random() * 40)}`;
}
