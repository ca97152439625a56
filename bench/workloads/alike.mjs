/** What must take as long for whoever has an account as for whoever has none. */
export const alike = [
  {
    title: 'forgotten password',
    answer: 'RequestPasswordResetSuccess',
    query: `mutation Ask($input: RequestPasswordResetInput!) { answer: requestPasswordReset(input: $input) {
      __typename
    } }`,
    input: name => ({ identifier: name }),
  },
  {
    title: 'forgotten username',
    answer: 'RequestUsernameReminderSuccess',
    query: `mutation Ask($input: RequestUsernameReminderInput!) { answer: requestUsernameReminder(input: $input) {
      __typename
    } }`,
    input: name => ({ address: `${name}@example.org` }),
  },
  {
    title: 'sign-in, wrong password',
    answer: 'SignInRefused',
    query: `mutation Ask($input: SignInInput!) { answer: signIn(input: $input) { __typename } }`,
    input: name => ({ identifier: name, password: 'Ni-lui-ni-elle-1976!' }),
  },
];
