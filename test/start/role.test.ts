import { describe, expect, it } from '@jest/globals';
import { readRole } from '../../src/command-line/role.ts';

describe('--role', () => {
  it.each([
    [[], 'all'],
    [['--role=api'], 'api'],
    [['--role', 'worker'], 'worker'],
  ])('%j runs %s', (given, role) => {
    expect(readRole(given)).toBe(role);
  });

  it.each([
    [['--role=both']],
    [['--role=all']],
    [['--role=']],
    [['--role']],
    [['--rolle=api']],
    [['api']],
    [['--role=api', 'worker']],
  ])('%j is nothing that we know', given => {
    expect(readRole(given)).toBeNull();
  });
});
