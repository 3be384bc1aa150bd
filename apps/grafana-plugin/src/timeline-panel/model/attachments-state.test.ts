import { makeAttempt } from '../testing/make-attempt';
import { makeFrame } from '../testing/make-frame';
import { addressToLoad, type AttachmentFacts, attachmentsState, readVariable, variableText } from './attachments-state';
import { readAttachments } from './read-attachments';

const attempt = makeAttempt({ testKey: 7 });
const filled = readAttachments(makeFrame({ test_key: [7], name: ['log'], content: ['x'] }));
const empty = readAttachments(makeFrame({}));
const facts = (changes: Partial<AttachmentFacts>): AttachmentFacts => ({
  attempt,
  index: empty,
  variable: { name: 'test_key', value: '0' },
  isLoading: false,
  ...changes,
});
const asked = { name: 'test_key', value: '7' };

describe('readVariable()', () => {
  it('should know a variable by Grafana replacing it', () => {
    expect(readVariable('test_key', '12')).toEqual({ name: 'test_key', value: '12' });
    expect(readVariable('test_key', '')).toEqual({ name: 'test_key', value: '' });
    expect(readVariable('test_key', variableText('test_key'))).toBeNull();
  });

  it('should not take what is no name for a variable', () => {
    expect(readVariable('', '')).toBeNull();
    expect(readVariable('a b', 'x')).toBeNull();
    expect(readVariable('x}&var-job=1', 'x')).toBeNull();
  });
});

describe('addressToLoad()', () => {
  it('should ask for what is not there', () => {
    expect(addressToLoad(facts({}))).toEqual({ 'var-test_key': '7' });
    expect(addressToLoad(facts({ index: null }))).toEqual({ 'var-test_key': '7' });
  });

  it('should leave the address where it is there, was asked for, or cannot be asked for', () => {
    expect(addressToLoad(facts({ index: filled }))).toBeNull();
    expect(addressToLoad(facts({ variable: asked }))).toBeNull();
    expect(addressToLoad(facts({ variable: null }))).toBeNull();
    expect(addressToLoad(facts({ attempt: makeAttempt() }))).toBeNull();
  });
});

describe('attachmentsState()', () => {
  it('should show what is there, even while more is loading', () => {
    expect(attachmentsState(facts({ index: filled, isLoading: true }))).toMatchObject({ kind: 'loaded' });
  });

  it.each([
    ['loading', facts({})],
    ['loading', facts({ variable: asked, isLoading: true })],
    ['none', facts({ variable: asked })],
    ['noVariable', facts({ variable: null })],
    ['noVariable', facts({ attempt: makeAttempt() })],
    ['noQuery', facts({ variable: null, index: null })],
    ['noQuery', facts({ variable: asked, index: null })],
  ] as const)('should say %s', (kind, given) => expect(attachmentsState(given).kind).toBe(kind));

  it('should not show the attachments of another attempt', () => {
    const other = makeAttempt({ testKey: 7, attempt: 2 });
    expect(attachmentsState(facts({ attempt: other, index: filled, variable: asked })).kind).toBe('none');
  });
});
