import { nearNames } from './near-names';

const JOBS = ['tempest-full', 'tempest-full-py3', 'tempest-slow', 'grenade', 'nova-unit', 'x'];

describe('nearNames()', () => {
  it.each([
    ['tempest-ful', ['tempest-full', 'tempest-full-py3']],
    ['Tempest_Full', ['tempest-full', 'tempest-slow', 'tempest-full-py3']],
    ['grendae', ['grenade']],
    ['grenaade', ['grenade']],
    ['py3', ['tempest-full-py3']],
    ['gate-grenade-multinode', ['grenade']],
    ['y', ['x']],
    ['something else', []],
    ['', []],
    ['  ', []],
  ])('should find what %j may have meant', (wanted, found) => {
    expect(nearNames(wanted, JOBS)).toEqual(found);
  });

  it('should put the nearest first and give no more than asked for', () => {
    expect(nearNames('tempest-fulll-py', JOBS, { max: 1 })).toEqual(['tempest-full-py3']);
  });

  it('should name each name once, and take names of any length', () => {
    expect(nearNames('ab', ['abc', 'abc', 'a'.repeat(100_000)])).toEqual(['abc']);
  });

  it('should tell long names apart that are almost the same', () => {
    const names = Array.from(
      { length: 100 },
      (_, n) => `tempest.api.servers.test_${n}.ServerActionsTest.test_reboot_${n}`,
    );
    const wanted = 'tempest.api.servers.test_77.ServerActionsTest.test_rebot_77';
    expect(nearNames(wanted, names, { max: 1 })).toEqual([names[77]]);
  });

  it('should count no more than eight slips, however long the names are', () => {
    expect(nearNames(`${'a'.repeat(60)}bbbbbbbb`, [`${'a'.repeat(60)}cccccccc`])).toHaveLength(1);
    expect(nearNames(`${'a'.repeat(60)}bbbbbbbbb`, [`${'a'.repeat(60)}ccccccccc`])).toEqual([]);
  });
});
