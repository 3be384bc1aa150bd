import React, { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import { type Scene } from '../draw/scene';
import { type Details } from '../model/details';
import { type HitLinks } from '../model/hit-links';
import { boxOf, type Hit } from '../model/hit-test';
import { type Link } from '../model/links';
import { DetailsCard } from './details-card';
import { scrollOf } from './use-painting';

export interface HitCardProps {
  readonly hit: Hit;
  readonly isPinned: boolean;
  readonly scene: Scene;
  readonly scroller: RefObject<HTMLElement>;
  readonly describe: (hit: Hit) => Details | null;
  readonly linksOf: (hit: Hit) => HitLinks;
  readonly zoomTo: (column: number) => (() => void) | null;
  readonly onClose: () => void;
}

/** The card of what lies under the mouse, or was clicked on. */
export function HitCard(props: HitCardProps): React.ReactElement | null {
  const { hit, isPinned, scene, scroller, describe, linksOf, zoomTo, onClose } = props;
  const details = useMemo(() => describe(hit), [hit, describe]);
  const about = useAbout(scroller, scene, hit);
  if (details === null || about === null) return null;
  return (
    <DetailsCard
      {...{ details, about, isPinned, onClose, palette: scene.palette }}
      links={isPinned ? listLinks(linksOf(hit)) : []}
      onZoom={hit.kind === 'name' ? null : zoomTo(hit.column)}
    />
  );
}

function listLinks({ test, run, others }: HitLinks): Link[] {
  return [test, run, ...others].filter((link): link is Link => link !== null);
}

/** Where in the window the thing is that the card is about. */
function useAbout(scroller: RefObject<HTMLElement>, { layout }: Scene, hit: Hit): ReturnType<typeof boxOf> | null {
  const [about, setAbout] = useState<ReturnType<typeof boxOf> | null>(null);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const { left, top } = element.getBoundingClientRect();
    const { x, y, width, height } = boxOf(layout, scrollOf(element), hit);
    setAbout({ x: left + x, y: top + y, width, height });
  }, [scroller, layout, hit]);
  return about;
}
