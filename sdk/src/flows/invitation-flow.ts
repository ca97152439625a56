import type { Accounts } from '../accounts.ts';
import type {
  AcceptInvitationInput,
  AcceptInvitationWithNewAccountInput,
  FormFragment,
  InvitationFlowFragment,
  InvitationPreviewFragment,
  OwedSecondFactorFragment,
  SignInInput,
} from '../generated/operations.ts';
import type { Invitations } from '../invitations.ts';
import type { Acting, Flow } from './acts.ts';
import type { Refusal } from './refusal.ts';
import type { Resending } from './resend.ts';

/** The acts that the flow is made of. */
export type InvitationActs = Pick<
  Invitations,
  'preview' | 'acceptWithNewAccount' | 'accept' | 'reissueExpired' | 'decline'
> &
  Pick<Accounts, 'signIn'>;
type Answer = Awaited<ReturnType<InvitationActs[keyof InvitationActs]>>;

/** Every way in which a step of the invitation can be refused. */
export type InvitationProblem = Extract<Answer, { readonly ok: false }>['problem'];

/** `AWAITING_ADDRESS`: accepted, once the invited address confirms it from the mail sent there: offer `sendAgain`. */
export type InvitationEnding = 'ACCEPTED' | 'AWAITING_ADDRESS' | 'DECLINED' | 'REISSUED';

/** All that a page draws. */
export interface InvitationSnapshot extends Refusal<InvitationProblem>, Resending, Acting {
  /** `CODE`: draw the realm's `invitationForm`. `FORM`: draw `form`. `DONE`: say `ending` and offer `next`. */
  readonly state: 'CODE' | 'FORM' | 'DONE';
  /** The code as it came with the link or was typed, to fill in. */
  readonly code: string | null;
  readonly invitation: InvitationPreviewFragment | null;
  /** Where the person stands, also once it is done; none when the invitation leads no further. */
  readonly steps: InvitationFlowFragment['steps'];
  /** Whether the person says that they have an account already. */
  readonly existingAccount: boolean;
  /** The form to draw, from its `fields`; its `name` is the mutation that it is sent with. */
  readonly form: FormFragment | null;
  /** Whose ids go into `acceptedDocuments`. */
  readonly documents: InvitationFlowFragment['documents'];
  /** What whoever signs in owes besides their password: give it to `openSignIn`. Once `DONE`, `refresh` and `accept` go on. */
  readonly secondFactor: OwedSecondFactorFragment | null;
  readonly ending: InvitationEnding | null;
}

/** The answers to a form. The code is the one that the flow holds, unless the person changed it in the form. */
export type Answers<Input> = Omit<Input, 'code' | 'idempotencyKey'> & { readonly code?: string };

/**
 * A reader of the invitation that the service leads the person through. It has no rules of its own: the steps, forms
 * and words are the service's. Every act gives the fresh snapshot and never rejects for a refusal or a lost network.
 */
export interface InvitationFlow extends Flow<InvitationSnapshot> {
  enterCode(code: string): Promise<InvitationSnapshot>;
  /** « Je dispose d'un compte existant » ticked or not: chooses the form. */
  chooseExistingAccount(existing: boolean): InvitationSnapshot;
  openAccount(values: Answers<AcceptInvitationWithNewAccountInput>): Promise<InvitationSnapshot>;
  signInAndAccept(values: SignInInput): Promise<InvitationSnapshot>;
  /** For whoever is signed in already. */
  accept(values?: Answers<AcceptInvitationInput>): Promise<InvitationSnapshot>;
  /** `AWAITING_ADDRESS`, once `maySendAgain`: mails the invited address again. Mail can be slow, or lost. */
  sendAgain(): Promise<InvitationSnapshot>;
  decline(): Promise<InvitationSnapshot>;
  /** Asks for a fresh code to the address of an expired one. */
  reissue(): Promise<InvitationSnapshot>;
  /** Reads the invitation again, for instance after the page's language changed. */
  refresh(): Promise<InvitationSnapshot>;
}
