import { Button } from '@grafana/ui';
import { render, screen } from '@testing-library/react';
import React from 'react';
import { Fragment, jsx, jsxs } from './jsx-runtime';

describe('jsx-runtime shim', () => {
  it('should make elements as the runtime of React does', () => {
    expect(jsx('p', { title: 't', children: 'text' }, 'k')).toEqual(
      <p title="t" key="k">
        text
      </p>,
    );
  });

  it('should not let React ask for keys of children that stand in a fixed list', () => {
    const complaints = jest.spyOn(console, 'error').mockImplementation(() => undefined);

    render(jsxs(Fragment, { children: [jsx('i', { children: 'a' }), jsx('i', { children: 'b' })] }));

    expect(complaints).not.toHaveBeenCalled();
    complaints.mockRestore();
  });

  it("should render beside Grafana's components", () => {
    render(jsx(Button, { children: 'Press' }));

    expect(screen.getByRole('button', { name: 'Press' })).toBeInTheDocument();
  });
});
