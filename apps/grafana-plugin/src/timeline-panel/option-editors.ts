import { type PanelOptionsEditorBuilder } from '@grafana/data';
import { DEFAULT_OPTIONS, type TimelineOptions } from './options';

/** The form of the options in Grafana's panel editor. */
export function addOptions(builder: PanelOptionsEditorBuilder<TimelineOptions>): void {
  builder
    .addBooleanSwitch({
      path: 'showOverview',
      name: 'Overview',
      description: 'The whole run in little, with a brush for the part that is shown.',
      defaultValue: DEFAULT_OPTIONS.showOverview,
    })
    .addBooleanSwitch({
      path: 'showIdle',
      name: 'Idle time',
      description: 'The time in which a worker ran no test, in its lane and beside its name.',
      defaultValue: DEFAULT_OPTIONS.showIdle,
    })
    .addBooleanSwitch({
      path: 'showChain',
      name: 'Critical chain at first',
      description: 'Begin with the tests highlighted that decided how long the run took.',
      defaultValue: DEFAULT_OPTIONS.showChain,
    })
    .addRadio({
      path: 'timeAxis',
      name: 'Times',
      settings: {
        options: [
          { value: 'elapsed', label: 'Since the start' },
          { value: 'clock', label: 'Clock' },
        ],
      },
      defaultValue: DEFAULT_OPTIONS.timeAxis,
    })
    .addRadio({
      path: 'detailsPlace',
      name: 'Details',
      settings: {
        options: [
          { value: 'auto', label: 'By width' },
          { value: 'right', label: 'Right' },
          { value: 'below', label: 'Below' },
        ],
      },
      defaultValue: DEFAULT_OPTIONS.detailsPlace,
    })
    .addTextInput({
      path: 'attachmentsVariable',
      name: 'Variable for attachments',
      description:
        'Selecting a test sets this dashboard variable to its key, so that the second query loads its attachments. Without such a variable only those of failed tests are shown.',
      defaultValue: DEFAULT_OPTIONS.attachmentsVariable,
    });
}
