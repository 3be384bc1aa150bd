import { corpusStreams, flakyRuns, readExpectedEvents, readExpectedOutcomes, readStream } from './streams';
import { malformedStreams, readMalformed } from './malformed';
import { numberVectors, subunitVectors } from './vectors';

describe('corpusStreams()', () => {
  it('should list 30 streams and 30 flaky runs that all have bytes and expectations', () => {
    const streams = [...corpusStreams(), ...flakyRuns()];
    expect(streams).toHaveLength(60);
    for (const { name } of streams) {
      const outcomes = readExpectedOutcomes(name);
      expect({ name, events: readExpectedEvents(name).length }).toEqual({ name, events: outcomes.events });
      expect(readStream(name)).toBeDefined();
    }
  });

  it('should refuse a name that nobody recorded', () => {
    expect(() => readStream('31-not-there')).toThrow("found '31-not-there'");
  });
});

describe('malformedStreams()', () => {
  it('should list 10 inputs with their lengths', () => {
    const malformed = malformedStreams();
    expect(malformed).toHaveLength(10);
    for (const { file, bytes } of malformed)
      expect({ file, bytes: readMalformed(file).length }).toEqual({ file, bytes });
  });
});

describe('subunitVectors()', () => {
  it('should hold 46 vectors and 11 numbers', () => {
    expect(subunitVectors()).toHaveLength(46);
    expect(numberVectors().get(63)).toBe('3f');
  });
});
