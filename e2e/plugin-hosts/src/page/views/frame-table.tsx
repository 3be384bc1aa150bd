import { type DataFrame, formattedValueToString, getFieldDisplayName } from '@grafana/data';

interface Props {
  readonly frame: DataFrame;
  readonly caption: string;
}

/** Every value of a frame, as it is shown and (in data-value) as it is. */
export function FrameTable({ frame, caption }: Props) {
  const rows = Array.from({ length: frame.length }, (_, row) => row);
  return (
    <table aria-label={caption} data-sql={frame.meta?.executedQueryString ?? ''} data-ref={frame.refId}>
      <thead>
        <tr>
          {frame.fields.map((field, index) => (
            <th key={index} data-type={field.type}>
              {getFieldDisplayName(field, frame)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            {frame.fields.map((field, index) => {
              const value: unknown = field.values[row];
              const shown = field.display?.(value);
              return (
                <td key={index} data-value={JSON.stringify(value ?? null)}>
                  {shown === undefined ? String(value) : formattedValueToString(shown)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
