import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FactorVerified, OwedSecondFactor } from '../../accounts/index.ts';
import { drawFactors, isStillOwed, owedIn, scriptOfFactors, takeProof } from './factor-forms.ts';
import { bodyOf } from './form-body.ts';
import { sendFormPage, type Refused } from './form-page.ts';
import { html } from './html.ts';
import { leadsTo, wayFrom } from './sign-in-page.ts';
import { addressOfStep, type SigningIn } from './signing-in.ts';

/** What comes of a proof. */
export interface AfterFactor {
  enter(verified: FactorVerified): Promise<FastifyReply>;
  /** The password has to be given again. */
  startOver(refused: Refused): FastifyReply | Promise<FastifyReply>;
}

/** The second step of signing in. */
export async function askForFactor(
  signingIn: SigningIn,
  reply: FastifyReply,
  owed: OwedSecondFactor,
  refused: Refused | null = null,
): Promise<FastifyReply> {
  const { context, look, proof } = signingIn;
  const { wording } = context;
  const action = addressOfStep(signingIn, 'factor');
  const content = html`${await drawFactors(wayFrom(signingIn), { owed, action, hidden: { proof }, refused })}
    <p><a href="${signingIn.address}">${wording.of('signOn.page.back')}</a></p>`;
  // The page is the answer to a form: in the other language it begins with the password again.
  return sendFormPage(
    reply,
    { ...look, addressIn: locale => signingIn.look.addressIn(locale).replace('/factor?', '?') },
    {
      title: wording.of('signOn.factor.title'),
      content,
      leadsTo: leadsTo(signingIn),
      ...scriptOfFactors(owed),
    },
    refused,
  );
}

export async function takeFactor(
  signingIn: SigningIn,
  request: FastifyRequest,
  reply: FastifyReply,
  after: AfterFactor,
): Promise<FastifyReply> {
  const { verified, refused } = await takeProof(signingIn.context, request);
  if (verified !== null) return after.enter(verified);
  if (!isStillOwed(refused)) return after.startOver(refused);
  return askForFactor(signingIn, reply, owedIn(bodyOf(request)), refused);
}
