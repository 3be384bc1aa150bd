import { type TestContext } from '../test-context';

export function describePanels(context: () => TestContext): void {
  describe('the panels', () => {
    it('should be looked at', () => {
      expect(context().visitor).toBeDefined();
    });
  });
}
