import { type Dispatch, type KeyboardEvent, type RefObject, type SetStateAction } from 'react';
import { navigate, type Move } from '../model/navigate';
import { scrollToLane } from '../model/row-layout';
import { viewAround, viewToShow, zoomAt } from '../model/viewport';
import { type LaneCommand, laneCommand } from './lane-keys';
import { type LanesPlace } from './lanes-place';
import { type RunScene } from './run-scene';

interface Given {
  readonly scene: RunScene;
  readonly place: RefObject<LanesPlace | null>;
  readonly refs: {
    readonly search: RefObject<HTMLElement>;
    readonly details: RefObject<HTMLElement>;
  };
  readonly select: (id: number) => void;
  readonly setChainShown: Dispatch<SetStateAction<boolean>>;
}

/** What keys, clicks and lists do to the selection and the view. */
export function useCommands({ scene, place, refs, select, setChainShown }: Given) {
  const { timeline, store, bright, selected } = scene;

  /** Brings a box to where it is seen. */
  const reveal = (id: number): void => {
    const box = timeline.boxes[id];
    if (box === undefined) return;
    if (place.current !== null) {
      const { layout, height } = place.current;
      store.scrollTo(scrollToLane(layout, box.lane, store.get().scrollTop, height));
    }
    store.moveTo(viewToShow(store.get().time, box.start, box.stop, store.whole));
  };
  const jump = (id: number): void => {
    select(id);
    reveal(id);
  };
  const click = (id: number): void => select(id === selected ? -1 : id);
  const zoom = (factor: number): void => {
    const { time } = store.get();
    const box = timeline.boxes[selected];
    const middle = box === undefined ? (time.from + time.to) / 2 : (box.start + box.stop) / 2;
    const isInView = middle >= time.from && middle <= time.to;
    store.moveTo(zoomAt(time, isInView ? middle : (time.from + time.to) / 2, factor, store.whole));
  };
  const zoomToTest = (): void => {
    const box = timeline.boxes[selected];
    if (box !== undefined) store.moveTo(viewAround(box.start, box.stop, store.whole));
  };
  const move = (to: Move): void => {
    const next = navigate(timeline, selected, to, (id) => bright === null || bright[id] === 1);
    if (next !== selected) jump(next);
  };

  const run = (command: LaneCommand): void => {
    switch (command.kind) {
      case 'move':
        return move(command.move);
      case 'zoom':
        return zoom(command.factor);
      case 'all':
        return store.moveTo(store.whole);
      case 'zoomToTest':
        return zoomToTest();
      case 'chain':
        return setChainShown((isShown) => !isShown);
      case 'search':
        return refs.search.current?.focus();
      case 'details':
        return refs.details.current?.focus();
      case 'clear':
        return select(-1);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const command = laneCommand(event);
    // With nothing to clear, Escape is the dashboard's.
    if (command === null || (command.kind === 'clear' && selected === -1)) return;
    event.preventDefault();
    event.stopPropagation();
    run(command);
  };
  return { jump, click, zoom, zoomToTest, onKeyDown };
}
