import { compare } from 'bcryptjs';
import type { OldScheme } from '../../../platform/secrets/passwords.ts';

const FORM = /^\$2[aby]\$(\d\d)\$[./0-9A-Za-z]{53}$/;

/** Each step doubles the work: fourteen takes about a second. */
const COSTS = { least: 4, most: 14 } as const;

export const bcrypt: OldScheme = {
  knows(stored) {
    const cost = Number(FORM.exec(stored)?.[1]);
    return cost >= COSTS.least && cost <= COSTS.most;
  },
  verify: (stored, password) => compare(password, stored),
};
