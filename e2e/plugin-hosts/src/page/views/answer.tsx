import { type DataQueryResponse, toDataFrame } from '@grafana/data';
import { Fragment } from 'react';
import { FrameTable } from './frame-table';

/** What a datasource answered: its frames as tables, or what was wrong. */
export function Answer({ response }: { readonly response: DataQueryResponse | Error | null }) {
  if (response === null) return <p>No answer yet</p>;
  if (response instanceof Error) return <p role="alert">{response.message}</p>;
  const errors = response.errors ?? (response.error === undefined ? [] : [response.error]);
  return (
    <>
      {errors.map((error, index) => (
        <p role="alert" key={index}>
          {error.data?.message ?? error.message}
        </p>
      ))}
      {response.data.map(toDataFrame).map((frame, index) => (
        <Fragment key={index}>
          {frame.meta?.notices?.map(({ text }) => (
            <p role="note" key={text}>
              {text}
            </p>
          ))}
          <FrameTable frame={frame} caption={`Frame ${index}`} />
        </Fragment>
      ))}
    </>
  );
}
