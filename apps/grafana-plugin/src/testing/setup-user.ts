import { configure } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';

/**
 * Somebody who clicks and types. Whether an element is hidden by a style is not computed for each query and each click:
 * with the style sheets of Grafana's components that takes most of the time of a test.
 */
export function setupUser(): UserEvent {
  configure({ defaultHidden: true });
  return userEvent.setup({ delay: null, pointerEventsCheck: 0 });
}
