import { hash } from 'node:crypto';

/** How one-time secrets and tokens are stored: they are long and random, so a plain digest is enough. */
export const digest = (secret: string): Buffer => hash('sha256', secret, 'buffer');
