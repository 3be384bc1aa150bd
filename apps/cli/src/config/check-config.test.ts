import { checkConfig } from './check-config';
import { parseConfig } from './config-file';

const NAMES = new Map([
  ['failing', ['limit', 'json']],
  ['db prune', ['older-than']],
]);
const check = (text: string) => () => checkConfig([parseConfig(text, 'x.ini')], NAMES);

describe('checkConfig()', () => {
  it('should take what is written for us, and a file of subunit2sql', () => {
    expect(check('url = x\nlimit = 3\n[db prune]\nolder_than = 9d')).not.toThrow();
    const theirs = '[DEFAULT]\nverbose = true\nstore_attachments = True\n[database]\nconnection = x\nmax_pool_size = 5';
    expect(check(theirs)).not.toThrow();
  });

  it('should name every slip and what may have been meant', () => {
    let message = '';
    try {
      check('limitt = 1\n[faling]\nx = 1\n[failing]\njsn\n[database]\nconection = x')();
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain(
      'x.ini: [DEFAULT] limitt: expected NAME = VALUE with a name that is known; did you mean limit?',
    );
    expect(message).toContain('x.ini: [faling]: expected a section that is known; did you mean failing?');
    expect(message).toContain('[failing] jsn');
    expect(message).toContain('did you mean connection?');
  });
});
