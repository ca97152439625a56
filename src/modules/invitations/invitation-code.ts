import { digest } from '../../platform/secrets/digest.ts';

export {
  LONGEST_TYPED_CODE,
  newTypedCode as newInvitationCode,
  readTypedCode as readInvitationCode,
} from '../../platform/secrets/typed-code.ts';

/** The only form in which the database knows a code. */
export const digestOfCode = (code: string): Buffer => digest(code);
