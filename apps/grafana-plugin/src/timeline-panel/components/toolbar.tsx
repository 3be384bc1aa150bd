import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, IconButton, Toggletip, useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { KEYS, MOUSE, TEXTS } from '../texts';

interface Props {
  readonly isChainShown: boolean;
  readonly onToggleChain: () => void;
  readonly onZoom: (factor: number) => void;
  readonly onZoomAll: () => void;
  readonly isCompact: boolean;
  /** Search and legend. */
  readonly children: ReactNode;
}

/** Search, legend, critical chain, zoom, help. */
export function Toolbar(props: Props): React.ReactElement {
  const { isChainShown, onToggleChain, onZoom, onZoomAll, isCompact, children } = props;
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.bar}>
      {children}
      <span className={styles.space} />
      <Button
        size="sm"
        variant={isChainShown ? 'primary' : 'secondary'}
        fill={isChainShown ? 'solid' : 'outline'}
        icon="link"
        aria-pressed={isChainShown}
        aria-label={TEXTS.chain}
        tooltip={TEXTS.chainTooltip}
        onClick={onToggleChain}
      >
        {isCompact ? undefined : TEXTS.chain}
      </Button>
      <div className={styles.zoom}>
        <IconButton name="search-minus" size="lg" tooltip={TEXTS.zoomOut} onClick={() => onZoom(2)} />
        <IconButton name="search-plus" size="lg" tooltip={TEXTS.zoomIn} onClick={() => onZoom(0.5)} />
        <IconButton name="arrows-h" size="lg" tooltip={TEXTS.zoomAll} onClick={onZoomAll} />
        <Toggletip content={<Keys />} title={TEXTS.keys} placement="bottom-end">
          <IconButton name="question-circle" size="lg" aria-label={TEXTS.keys} />
        </Toggletip>
      </div>
    </div>
  );
}

function Keys(): React.ReactElement {
  const styles = useStyles2(getStyles);
  return (
    <table className={styles.keys}>
      <tbody>
        {[...KEYS, ...MOUSE].map(([keys, does]) => (
          <tr key={keys}>
            <th scope="row">{keys}</th>
            <td>{does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    bar: css({
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
      flexShrink: 0,
      paddingBottom: theme.spacing(0.5),
    }),
    space: css({ flex: 1 }),
    zoom: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) }),
    keys: css({
      '& th': { paddingRight: theme.spacing(2), fontWeight: theme.typography.fontWeightMedium, whiteSpace: 'nowrap' },
      '& td, & th': { padding: theme.spacing(0.25, 2, 0.25, 0), textAlign: 'left' },
    }),
  };
}
