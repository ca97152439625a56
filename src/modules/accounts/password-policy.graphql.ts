import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { passwordPolicyAsked } from './password-policy.ts';
import { PasswordPolicy } from './password-policy.type.ts';

@Resolver()
export class PasswordPolicyResolver {
  @Policy('CLIENT')
  @Query(() => PasswordPolicy, {
    description:
      "The rules for the password that a person is about to choose. Without a code or token that works, those of the account that is signed in, else of the calling client's association.",
  })
  async passwordPolicy(
    @Ctx() context: Context,
    @Arg('invitationCode', () => String, {
      nullable: true,
      description: 'The code with which an account is opened.',
    })
    invitationCode?: string | null,
    @Arg('resetToken', () => String, {
      nullable: true,
      description: 'The token of a mailed link to set a password.',
    })
    resetToken?: string | null,
  ): Promise<PasswordPolicy> {
    const asked = { invitationCode: invitationCode ?? null, resetToken: resetToken ?? null };
    return new PasswordPolicy(await passwordPolicyAsked(context, asked));
  }
}
