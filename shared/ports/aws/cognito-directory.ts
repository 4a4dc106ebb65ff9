import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminSetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider'
import type { Directory } from '../directory.ts'

type Options = { readonly userPoolId: string; readonly client?: CognitoIdentityProviderClient }

/** People in a Cognito user pool; the user name is the person's id, the address an alias to sign in with. */
export const cognitoDirectory = ({
  userPoolId,
  client = new CognitoIdentityProviderClient({}),
}: Options): Directory => ({
  async ensureUser({ personId, email, name }) {
    try {
      await client.send(
        new AdminCreateUserCommand({
          UserPoolId: userPoolId,
          Username: personId,
          // Invitations are ours: Cognito would mail a password, and none is ever mailed (C-02).
          MessageAction: 'SUPPRESS',
          UserAttributes: [
            { Name: 'email', Value: email },
            { Name: 'email_verified', Value: 'true' },
            { Name: 'name', Value: name },
          ],
        }),
      )
    } catch (error) {
      if (!(error instanceof UsernameExistsException)) throw error
    }
  },

  async setGroups(personId, groups) {
    const user = { UserPoolId: userPoolId, Username: personId }
    const { Groups = [] } = await client.send(new AdminListGroupsForUserCommand(user))
    const present = Groups.map(({ GroupName }) => GroupName ?? '')
    for (const group of groups)
      if (!present.includes(group)) await client.send(new AdminAddUserToGroupCommand({ ...user, GroupName: group }))
    for (const group of present)
      if (!(groups as readonly string[]).includes(group))
        await client.send(new AdminRemoveUserFromGroupCommand({ ...user, GroupName: group }))
  },

  async setAdmitted(personId, admitted) {
    const user = { UserPoolId: userPoolId, Username: personId }
    if (admitted) {
      await client.send(new AdminEnableUserCommand(user))
      return
    }
    await client.send(new AdminDisableUserCommand(user))
    // Refresh tokens given before would give new tokens again once the user is enabled.
    await client.send(new AdminUserGlobalSignOutCommand(user))
  },

  async setPassword(personId, password) {
    await client.send(
      new AdminSetUserPasswordCommand({
        UserPoolId: userPoolId,
        Username: personId,
        Password: password,
        Permanent: true,
      }),
    )
  },
})
