import React, { useEffect, useRef } from 'react';
import { paintOverlay } from '../draw/paint-overlay';
import { frameOf, type LanesPlace } from './lanes-place';
import { type RunScene } from './run-scene';
import { useCanvas } from './use-canvas';
import { type PointerState } from './use-pointer';

interface Props {
  readonly scene: RunScene;
  readonly place: LanesPlace;
  readonly pointer: PointerState;
  readonly isFocused: boolean;
  readonly className: string;
}

/** The selection and what follows the pointer, above the boxes. */
export function OverlayCanvas({ scene, place, pointer, isFocused, className }: Props): React.ReactElement {
  const { store } = scene;
  const canvas = useRef<HTMLCanvasElement>(null);
  const draw = useCanvas(canvas, place.size, (context, density) => {
    context.translate(place.indent, 0);
    const frame = frameOf(store, place, density);
    const { hovered, cursor, band } = pointer;
    paintOverlay(context, { ...scene, layout: place.layout, frame, hovered, cursor, band, isFocused });
  });
  useEffect(() => store.subscribe(draw), [store, draw]);
  return <canvas ref={canvas} className={className} style={place.size} aria-hidden="true" />;
}
