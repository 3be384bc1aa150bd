import { createLogger } from './logger';
import { Shutdown } from './shutdown';
import { recordingLogger } from './testing';

describe('Shutdown', () => {
  it('should run the steps once, last registered first, and go on after one that fails', async () => {
    const { logger, lines } = recordingLogger();
    const order: string[] = [];
    const shutdown = new Shutdown({ logger });
    shutdown.add('database', () => void order.push('database'));
    shutdown.add('broken', () => Promise.reject(new Error('no')));
    shutdown.add('server', async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      order.push('server');
    });
    await Promise.all([shutdown.run(), shutdown.run()]);
    expect(order).toEqual(['server', 'database']);
    expect(lines).toEqual([expect.objectContaining({ level: 'error', step: 'broken' })]);
  });
});

describe('createLogger()', () => {
  it('should write one line of JSON, with secrets blanked at any of the upper levels', () => {
    const written: string[] = [];
    const logger = createLogger({ name: 'x', destination: { write: (line) => void written.push(line) } });
    logger.info(
      { token: 'T', headers: { authorization: 'Bearer T' }, req: { headers: { authorization: 'T' } } },
      'hello',
    );
    logger.debug('not written');
    expect(written).toHaveLength(1);
    expect(written[0]).not.toContain('"T"');
    expect(JSON.parse(written[0] ?? '')).toMatchObject({ level: 'info', name: 'x', msg: 'hello', token: '(secret)' });
  });
});
