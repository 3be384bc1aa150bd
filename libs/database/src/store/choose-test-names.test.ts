import { chooseTestNames } from './choose-test-names';

const none = () => false;

describe('chooseTestNames()', () => {
  it('should take the name, unless the full id is a test already', () => {
    const tests = [
      { name: 'a', fullId: 'a[x]' },
      { name: 'b', fullId: 'b' },
    ];
    expect(chooseTestNames(tests, none)).toEqual(['a', 'b']);
    expect(chooseTestNames(tests, (fullId) => fullId === 'a[x]')).toEqual(['a[x]', 'b']);
  });

  it('should never give two tests one name, however the brackets nest', () => {
    const tests = [
      { name: 'a', fullId: 'a[x]' },
      { name: 'a[x]', fullId: 'a[x][y]' },
      { name: 'a[x][y]', fullId: 'a[x][y][z]' },
    ];
    expect(chooseTestNames(tests, (fullId) => fullId === 'a[x]')).toEqual(['a[x]', 'a[x][y]', 'a[x][y][z]']);
    expect(chooseTestNames(tests, none)).toEqual(['a', 'a[x]', 'a[x][y]']);
  });
});
