import { patientRefresh } from './patient-refresh';

describe('patientRefresh()', () => {
  it('should leave out refreshes until every panel has its answer', () => {
    const queries = { state: { isRunning: false } };
    const refresh = jest.fn();
    const patient = patientRefresh(refresh, queries);
    patient();
    queries.state.isRunning = true;
    patient();
    patient();
    expect(refresh).toHaveBeenCalledTimes(1);
    queries.state.isRunning = false;
    patient();
    expect(refresh).toHaveBeenCalledTimes(2);
  });
});
