import type { OldScheme } from '../../../platform/secrets/passwords.ts';
import { bcrypt } from './bcrypt.ts';
import { django } from './django.ts';
import { drupal } from './drupal.ts';
import { pbkdf2Text } from './pbkdf2.ts';
import { phpass } from './phpass.ts';

/** How the systems that accounts come from kept their passwords. */
export const oldSchemes: readonly OldScheme[] = [bcrypt, pbkdf2Text, phpass, drupal, ...django];

/** Whether this is a hash of another system that we can judge, at a cost that we are ready to spend. */
export const isKnownHash = (stored: string): boolean => oldSchemes.some(scheme => scheme.knows(stored));
