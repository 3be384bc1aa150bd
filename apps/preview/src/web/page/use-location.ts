import { locationService } from '@grafana/runtime';
import { useEffect, useState } from 'react';

/** The address of the page, as Grafana's libraries change it. */
export function useLocation() {
  const [location, setLocation] = useState(locationService.getLocation());
  useEffect(() => locationService.getHistory().listen(setLocation), []);
  return location;
}
