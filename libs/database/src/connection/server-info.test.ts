import { readServerInfo } from './server-info';

const answer = (version: string, innodb: string | null = 'DEFAULT') => ({ version, innodb, maxAllowedPacket: 1 });

describe('readServerInfo()', () => {
  it.each([
    ['10.11.19-MariaDB-0+deb12u1', 'utf8mb4_nopad_bin'],
    ['5.5.5-10.6.4-MariaDB', 'utf8mb4_nopad_bin'],
    ['11.4.2-MariaDB-ubu2404', 'utf8mb4_nopad_bin'],
    ['8.0.17', 'utf8mb4_0900_bin'],
    ['8.4.3-commercial', 'utf8mb4_0900_bin'],
    ['9.1.0', 'utf8mb4_0900_bin'],
  ])('should take %s with %s', (version, collation) => {
    expect(readServerInfo(answer(version))).toMatchObject({ version, collation });
  });

  it.each(['10.5.29-MariaDB', '5.7.44', '8.0.16', 'something else'])('should refuse %s', (version) => {
    expect(() => readServerInfo(answer(version))).toThrow(expect.objectContaining({ code: 'database_unsupported' }));
  });

  it.each([null, 'NO'])('should refuse a server whose InnoDB is %s', (innodb) => {
    expect(() => readServerInfo(answer('8.4.0', innodb))).toThrow(
      expect.objectContaining({ code: 'database_unsupported' }),
    );
  });
});
