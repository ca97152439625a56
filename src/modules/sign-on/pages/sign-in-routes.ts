import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { secondsOf } from '../../../kernel/clock.ts';
import { toPublicId, type AccountId } from '../../../kernel/id.ts';
import type { Parts } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/problem.ts';
import { passkeySignInOptions, signIn, signInWithPasskey, type Session } from '../../accounts/index.ts';
import { ADDRESSES } from '../addresses.ts';
import { subjectOf } from '../claims.ts';
import { noteSignIn, sessionIdOf } from '../enter-site.ts';
import type { Providers } from '../provider/providers.ts';
import { browserTokenOf, keepBrowserToken } from './browser-cookie.ts';
import { nameOf, NOTHING_SENT } from './draw-form.ts';
import { askForFactor, takeFactor } from './factor-page.ts';
import { bodyOf } from './form-body.ts';
import { incomplete, readRefusal, sendFormPage, type Refused } from './form-page.ts';
import { goOn } from './go-on.ts';
import { sayOver } from './over-page.ts';
import { readForm } from './read-form.ts';
import {
  askForHelp,
  duringSignIn,
  PASSWORD_HELP,
  takeHelp,
  USERNAME_HELP,
  type Help,
} from './recovery-pages.ts';
import { formOfSignIn, signInPage } from './sign-in-page.ts';
import { findSigningIn, provesItself, type SigningIn } from './signing-in.ts';

type Answering = (
  signingIn: SigningIn,
  request: FastifyRequest,
  reply: FastifyReply,
) => FastifyReply | Promise<FastifyReply>;

const HELP: Readonly<Record<'password' | 'username', Help>> = {
  password: PASSWORD_HELP,
  username: USERNAME_HELP,
};

/** The pages of signing in: each belongs to one sign-in under way, in the browser in which it was begun. */
export function addSignInRoutes(server: FastifyInstance, parts: Parts, providers: Providers): void {
  const page = `${ADDRESSES.signIn}/:uid`;
  const during =
    (answer: Answering) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const found = await findSigningIn(parts, await providers.current(), request, reply);
      if (found.state === 'OVER') return sayOver(parts, request, reply);
      if (found.state === 'BEGIN_AGAIN') return await reply.redirect(found.address, 303);
      const isForm = request.method === 'POST';
      if (isForm && !provesItself(found.signingIn, bodyOf(request))) return show(reply, found.signingIn);
      return answer(found.signingIn, request, reply);
    };

  server.get(
    page,
    during((signingIn, _request, reply) => show(reply, signingIn)),
  );
  server.post(page, during(takePassword));
  server.post(
    `${page}/factor`,
    during((signingIn, request, reply) =>
      takeFactor(signingIn, request, reply, {
        enter: verified => enter(signingIn, reply, verified),
        startOver: refused => show(reply, signingIn, refused),
      }),
    ),
  );
  server.post(
    `${page}/passkey`,
    during((signingIn, request, reply) => takePasskey(signingIn, request, reply)),
  );
  server.post(
    `${page}/leave`,
    during((signingIn, _request, reply) => goOn(signingIn, reply, { error: 'access_denied' })),
  );
  // They answer forms alone: whoever opens such an address, or its page in the other language, starts over.
  for (const step of ['factor', 'passkey', 'leave'])
    server.get(
      `${page}/${step}`,
      during((signingIn, _request, reply) => reply.redirect(signingIn.address, 303)),
    );
  for (const step of ['password', 'username'] as const) {
    const help = HELP[step];
    server.get(
      `${page}/${step}`,
      during((signingIn, _request, reply) => askForHelp(duringSignIn(signingIn, step), reply, help)),
    );
    server.post(
      `${page}/${step}`,
      during((signingIn, request, reply) => takeHelp(duringSignIn(signingIn, step), request, reply, help)),
    );
  }
}

async function show(
  reply: FastifyReply,
  signingIn: SigningIn,
  refused: Refused | null = null,
): Promise<FastifyReply> {
  const options = await passkeySignInOptions(signingIn.context);
  const page = await signInPage(signingIn, { refused, passkeyOptions: options?.json ?? null });
  return sendFormPage(reply, signingIn.look, page, refused);
}

async function takePassword(
  signingIn: SigningIn,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { context } = signingIn;
  const form = formOfSignIn(signingIn);
  const sent = readForm(context.wording, form, bodyOf(request));
  if (sent.faults.size > 0) return show(reply, signingIn, incomplete(sent));

  const [identifier = '', password = ''] = form.fields.map(field => sent.typed.get(nameOf(field)));
  try {
    const { accountId, session, owed } = await signIn(context, {
      identifier,
      password,
      deviceToken: browserTokenOf(request, context.settings),
    });
    if (session === null) return await askForFactor(signingIn, reply, owed);
    return await enter(signingIn, reply, { accountId, session });
  } catch (fault) {
    return show(reply, signingIn, readRefusal(context, sent, fault));
  }
}

/** The device asked for a finger, a face or a PIN: nothing more is owed. */
async function takePasskey(
  signingIn: SigningIn,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { context } = signingIn;
  try {
    const entered = await signInWithPasskey(context, {
      passkey: bodyOf(request).get('input.passkey') ?? '',
      deviceToken: browserTokenOf(request, context.settings),
    });
    return await enter(signingIn, reply, entered);
  } catch (fault) {
    const refused = readRefusal(context, NOTHING_SENT, fault);
    if (!(fault instanceof Refusal)) return show(reply, signingIn, refused);
    return show(reply, signingIn, { ...refused, sent: NOTHING_SENT, problem: fault.problem });
  }
}

/** The session of this sign-in is the first site's: `enterSite` hands it over when the site comes for it. */
async function enter(
  signingIn: SigningIn,
  reply: FastifyReply,
  { accountId, session }: { readonly accountId: AccountId; readonly session: Session },
): Promise<FastifyReply> {
  const { context } = signingIn;
  keepBrowserToken(reply, context.settings, session.deviceToken);
  const loginId = await sessionIdOf(context, session);
  await context.db.transaction(tx => noteSignIn(tx, loginId));
  const login = {
    accountId: subjectOf(accountId),
    acr: toPublicId('Session', loginId),
    ts: secondsOf(context.clock.now()),
  };
  return goOn(signingIn, reply, { login });
}
