import React from 'react';

export function StartPage(): React.ReactElement {
  return <h1>Test Metrics</h1>;
}
