import React from 'react';

/*
 * Stands in for react/jsx-runtime in packages that were compiled for it: Grafana before 11.6 does not offer that module
 * to plugins, and a bundled copy of it breaks under another version of React. Own code uses React.createElement.
 */

type Props = Record<string, unknown> & { readonly children?: unknown };

export const Fragment = React.Fragment;

/** Children of jsxs() are a fixed list, so that React must not ask for keys: they are passed as arguments. */
export function jsxs(type: React.ElementType, { children, ...props }: Props, key?: React.Key): React.ReactElement {
  return React.createElement(type, withKey(props, key), ...(children as React.ReactNode[]));
}

export function jsx(type: React.ElementType, props: Props, key?: React.Key): React.ReactElement {
  return React.createElement(type, withKey(props, key));
}

export const jsxDEV = jsx;

function withKey(props: Record<string, unknown>, key: React.Key | undefined): Record<string, unknown> {
  return key === undefined ? props : { ...props, key };
}
