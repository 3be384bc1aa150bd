import { createHash } from 'node:crypto';
import { type Dashboard } from '@grafana/grafana-foundation-sdk/dashboard';
import { type Flavour } from './flavour';
import { inFlavour } from './in-flavour';
import { type Json, type JsonObject } from './json';

/** The schema of Grafana 10.1, our oldest; newer ones migrate it when they load it. */
const SCHEMA_VERSION = 36;

/** Settings that the SDK gives everything and that mean nothing where they stand. */
const NOISE = new Set(['auto', 'auto_count', 'auto_min', 'repeatDirection', 'transparent', 'skipUrlSync']);

/** Grafana adds this to every dashboard that it saves; without it an unchanged one would look changed. */
const ANNOTATIONS_AND_ALERTS: JsonObject = {
  builtIn: 1,
  datasource: { type: 'grafana', uid: '-- Grafana --' },
  enable: true,
  hide: true,
  iconColor: 'rgba(0, 211, 255, 1)',
  name: 'Annotations & Alerts',
  type: 'dashboard',
};

/**
 * Makes a built dashboard fit for file provisioning in Grafana 10.1 to 13: panels get ids (alert rules and links to one
 * panel need them), the SDK's newer settings go, and keys are in order so that a change is a small diff.
 */
export function finish(dashboard: Dashboard, flavour: Flavour): JsonObject {
  const plain = inFlavour(
    withoutSdkSettings(JSON.parse(JSON.stringify(dashboard)) as JsonObject),
    flavour,
  ) as JsonObject;
  const finished = sortKeys({
    ...plain,
    id: null,
    schemaVersion: SCHEMA_VERSION,
    annotations: { list: [ANNOTATIONS_AND_ALERTS, ...ownAnnotations(plain)] },
    panels: (plain['panels'] as JsonObject[]).map(finishPanel),
  }) as JsonObject;
  return sortKeys({ ...finished, revision: revisionOf(finished) }) as JsonObject;
}

function ownAnnotations(dashboard: JsonObject): Json[] {
  const { list } = (dashboard['annotations'] ?? {}) as { readonly list?: Json[] };
  return list ?? [];
}

/**
 * Grafana imports a plugin's dashboard again only where this number is another one than it has; made of the content, it
 * is another one exactly where the content is.
 */
function revisionOf(dashboard: JsonObject): number {
  return createHash('sha256').update(JSON.stringify(dashboard)).digest().readUInt32BE() >>> 1;
}

/** A panel names its datasource beside its targets: Grafana's editor starts from it. */
function finishPanel(panel: JsonObject, index: number): JsonObject {
  const targets = (panel['targets'] ?? []) as JsonObject[];
  const datasource = targets[0]?.['datasource'];
  return { ...panel, ...(datasource === undefined ? {} : { datasource }), id: index + 1 };
}

/** The text of a dashboard's file. */
export function dashboardFile(dashboard: JsonObject): string {
  return `${JSON.stringify(dashboard, null, 2)}\n`;
}

/** Among them `placement`: links and annotations would move into the controls menu of Grafana 13, where nobody looks for them. */
function withoutSdkSettings(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutSdkSettings);
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([key, item]) => !isNoise(key, item));
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutSdkSettings(item)]));
}

function isNoise(key: string, value: Json): boolean {
  // Free values would let a link put text into SQL where keys belong, so "false" stays.
  if (key === 'allowCustomValue') return value === true;
  return NOISE.has(key) || (key === 'placement' && value === 'inControlsMenu');
}

function sortKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sortKeys(item)]));
}
