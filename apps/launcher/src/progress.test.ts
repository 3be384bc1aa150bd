import { startProgress } from './progress';

const collect = (isTTY: boolean) => {
  const written: string[] = [];
  return { written, output: { isTTY, write: (text: string) => written.push(text) } };
};

describe('startProgress()', () => {
  it('should count up on one line of a terminal', () => {
    const { written, output } = collect(true);
    const progress = startProgress(output, 'loading', 3);
    for (const done of [1, 2, 3]) progress.show(done);
    progress.end();
    expect(written).toEqual(['\rloading 1/3', '\rloading 2/3', '\rloading 3/3', '\n']);
  });

  it('should write a line at each quarter elsewhere', () => {
    const { written, output } = collect(false);
    const progress = startProgress(output, 'loading', 100);
    for (let done = 1; done <= 100; done++) progress.show(done);
    progress.end();
    expect(written).toEqual([
      'loading 1/100\n',
      'loading 25/100\n',
      'loading 50/100\n',
      'loading 75/100\n',
      'loading 100/100\n',
    ]);
  });
});
