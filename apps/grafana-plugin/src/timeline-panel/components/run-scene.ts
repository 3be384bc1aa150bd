import { type Palette } from '../draw/palette';
import { type CriticalChain } from '../model/critical-chain';
import { type Timeline } from '../model/timeline';
import { type TimeFormats } from './times';
import { type ViewStore } from './view-store';

/** What every part of the timeline draws from. */
export interface RunScene {
  readonly timeline: Timeline;
  readonly store: ViewStore;
  readonly palette: Palette;
  readonly times: TimeFormats;
  /** The attempts that do not fade; null: none does. */
  readonly bright: Uint8Array | null;
  /** null while it is not shown. */
  readonly chain: CriticalChain | null;
  readonly showIdle: boolean;
  /** Ids; -1 and [] where nothing is selected. */
  readonly selected: number;
  readonly siblings: readonly number[];
}
