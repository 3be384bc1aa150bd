import { type LinkModel } from '@grafana/data';
import React, { type RefObject } from 'react';
import { type AttachmentsState } from '../model/attachments-state';
import { type Attempt } from '../model/attempt';
import { ChainPane } from './chain-pane';
import { DetailsPane } from './details-pane';
import { type RunScene } from './run-scene';

interface Props {
  readonly scene: RunScene;
  /** Of the time, in pixels. */
  readonly width: number;
  readonly className: string;
  readonly paneRef: RefObject<HTMLElement>;
  readonly attachmentsOf: (attempt: Attempt) => AttachmentsState;
  readonly linksOf: (attempt: Attempt) => readonly LinkModel[];
  readonly onSelect: (id: number) => void;
  readonly onZoom: () => void;
  readonly onClose: () => void;
  readonly onCloseChain: () => void;
}

/** Beside the lanes: the selected attempt, else the critical chain, else nothing. */
export function SidePane(props: Props): React.ReactElement | null {
  const { scene, className, attachmentsOf, linksOf, onCloseChain, ...rest } = props;
  const attempt = scene.timeline.attempts[scene.selected];
  if (attempt !== undefined) {
    return (
      <div className={className}>
        <DetailsPane {...rest} scene={scene} attachments={attachmentsOf(attempt)} links={linksOf(attempt)} />
      </div>
    );
  }
  if (scene.chain === null) return null;
  return (
    <div className={className}>
      <ChainPane timeline={scene.timeline} chain={scene.chain} onSelect={rest.onSelect} onClose={onCloseChain} />
    </div>
  );
}
