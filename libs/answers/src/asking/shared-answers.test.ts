import { SharedAnswers } from './shared-answers';

describe('SharedAnswers', () => {
  it('should send what is being answered once, and again when it is answered', async () => {
    const sent: string[] = [];
    const answers = new SharedAnswers((sql) => {
      sent.push(sql);
      return Promise.resolve([{ number: sent.length }]);
    });
    const both = await Promise.all([answers.rows('a'), answers.rows('a'), answers.rows('b')]);
    expect(both).toEqual([[{ number: 1 }], [{ number: 1 }], [{ number: 2 }]]);
    expect(await answers.rows('a')).toEqual([{ number: 3 }]);
  });

  it('should give a failure to all who wait for it, and to nobody after them', async () => {
    let isDown = true;
    const answers = new SharedAnswers(() => (isDown ? Promise.reject(new Error('down')) : Promise.resolve([])));
    const waiting = await Promise.allSettled([answers.rows('a'), answers.rows('a')]);
    expect(waiting.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isDown = false;
    expect(await answers.rows('a')).toEqual([]);
  });
});
