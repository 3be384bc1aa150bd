import { type PanelOptionsEditorBuilder } from '@grafana/data';
import { addOptions } from './option-editors';
import { DEFAULT_OPTIONS, type HistoryOptions } from './options';

interface Editor {
  readonly path: string;
  readonly name: string;
  readonly description: string;
  readonly defaultValue: unknown;
}

function editors(): Editor[] {
  const found: Editor[] = [];
  const builder: object = new Proxy(
    {},
    {
      get: () => (editor: Editor) => {
        found.push(editor);
        return builder;
      },
    },
  );
  addOptions(builder as PanelOptionsEditorBuilder<HistoryOptions>);
  return found;
}

describe('addOptions()', () => {
  it('should have an editor for every option, with the default that the panel has', () => {
    expect(Object.fromEntries(editors().map(({ path, defaultValue }) => [path, defaultValue]))).toEqual(
      DEFAULT_OPTIONS,
    );
  });

  it('should name and explain each option', () => {
    for (const { name, description } of editors())
      expect([name, description].every((text) => text.length > 3)).toBe(true);
  });
});
