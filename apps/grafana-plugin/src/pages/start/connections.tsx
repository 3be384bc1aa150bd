import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, Icon, LinkButton, Spinner, useStyles2 } from '@grafana/ui';
import React from 'react';
import { Column, Row } from '../../shared/ui-compat';
import { START } from './start-texts';
import { type Step, stepsOf } from './steps';
import { type Checked, useReports } from './use-reports';

/** Whether everything between Grafana and the test results is connected, part by part. */
export function Connections(): React.ReactElement {
  const { checked, again } = useReports();
  if (checked.length === 0) return <NoDatasource />;
  return (
    <Column>
      {checked.map((one) => (
        <Connection key={one.uid} checked={one} />
      ))}
      <div>
        <Button variant="secondary" icon="sync" onClick={again}>
          {START.again}
        </Button>
      </div>
    </Column>
  );
}

function Connection({ checked }: { readonly checked: Checked }): React.ReactElement {
  const styles = useStyles2(getStyles);
  const { uid, name, report } = checked;
  return (
    <section className={styles.card} aria-label={name} aria-busy={report === null}>
      <Row>
        <h3 className={styles.name}>{name}</h3>
        <LinkButton size="sm" variant="secondary" fill="text" icon="cog" href={`connections/datasources/edit/${uid}`}>
          {START.configure}
        </LinkButton>
      </Row>
      {report === null ? (
        <div role="status">
          <Spinner inline /> {START.checking}
        </div>
      ) : report instanceof Error ? (
        <Alert severity="error" title={START.checkFailed(report.message)} />
      ) : (
        <>
          <Alert severity={report.health.status} title={report.health.message}>
            {report.health.details}
          </Alert>
          <dl className={styles.steps}>
            {stepsOf(report, Date.now()).map((step) => (
              <StepLine key={step.name} step={step} />
            ))}
          </dl>
        </>
      )}
    </section>
  );
}

const ICONS = { ok: 'check-circle', attention: 'exclamation-triangle', unknown: 'question-circle' } as const;

function StepLine({ step: { name, state, text } }: { readonly step: Step }): React.ReactElement {
  const styles = useStyles2(getStyles);
  return (
    <>
      <dt>{name}</dt>
      <dd className={styles.step}>
        <span className={styles[state]}>
          <Icon name={ICONS[state]} aria-hidden="true" />
        </span>
        <span>
          {state === 'attention' ? <strong>{START.attention}: </strong> : null}
          {text}
        </span>
      </dd>
    </>
  );
}

function NoDatasource(): React.ReactElement {
  return (
    <Alert severity="warning" title={START.noDatasource}>
      <Column>
        <span>{START.noDatasourceHelp}</span>
        <div>
          <LinkButton href="connections/datasources/new" variant="secondary">
            {START.addDatasource}
          </LinkButton>
        </div>
      </Column>
    </Alert>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    card: css({
      padding: theme.spacing(2),
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.borderRadius(1),
      background: theme.colors.background.secondary,
    }),
    name: css({ margin: 0, fontSize: theme.typography.h5.fontSize }),
    steps: css({
      display: 'grid',
      gridTemplateColumns: 'max-content 1fr',
      gap: theme.spacing(0.5, 2),
      margin: 0,
      dt: { fontWeight: theme.typography.fontWeightMedium },
      dd: { margin: 0 },
    }),
    step: css({ display: 'flex', gap: theme.spacing(1), overflowWrap: 'anywhere' }),
    ok: css({ color: theme.colors.success.text }),
    attention: css({ color: theme.colors.warning.text }),
    unknown: css({ color: theme.colors.text.secondary }),
  };
}
