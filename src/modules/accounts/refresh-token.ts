import type { Parts } from '../../platform/context.ts';

/** The prefix tells a scanner of leaked secrets what it found. */
const PREFIX = 'affilia_rt_';

export const newRefreshToken = ({ random }: Pick<Parts, 'random'>): string => tokenOf(random(32));

/** Always the same for the same token, so that the successor can be told again without being stored. */
export const successorOf = ({ vault }: Pick<Parts, 'vault'>, token: string): string =>
  tokenOf(vault.derive(token, 'refresh-token'));

const tokenOf = (bytes: Uint8Array): string => `${PREFIX}${Buffer.from(bytes).toString('base64url')}`;
