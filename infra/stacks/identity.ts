import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { AccountRecovery, CfnUserPoolGroup, Mfa, UserPool, type UserPoolClient } from 'aws-cdk-lib/aws-cognito'
import type { Construct } from 'constructs'
import { passwordRule } from '../../shared/ports/directory.ts'
import { groups, profiles, roles } from '../../shared/roles.ts'
import { acknowledge } from '../constructs/acknowledge.ts'
import { stackName } from '../constructs/names.ts'
import type { Tenant } from '../tenants.ts'

/** Who may sign in. What they may do stands in the table; the pool's groups follow it. */
export class IdentityStack extends Stack {
  readonly userPool: UserPool
  readonly client: UserPoolClient

  constructor(scope: Construct, id: string, { tenant, ...props }: StackProps & { readonly tenant: Tenant }) {
    super(scope, id, props)
    const kept = tenant.removal === 'retain'
    this.userPool = new UserPool(this, 'UserPool', {
      userPoolName: stackName(tenant.name, 'identity'),
      selfSignUpEnabled: false,
      // The user name is the person's id, which never changes; people sign in with their address.
      signInAliases: { username: true, email: true },
      signInCaseSensitive: false,
      standardAttributes: { email: { required: true, mutable: true }, fullname: { required: false, mutable: true } },
      passwordPolicy: {
        minLength: passwordRule.minimumLength,
        requireLowercase: false,
        requireUppercase: false,
        requireDigits: false,
        requireSymbols: false,
      },
      // Forgotten passwords go the way of invitations: a one-time link of ours, never a code or a password by mail.
      accountRecovery: AccountRecovery.NONE,
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { sms: false, otp: true },
      deletionProtection: kept,
      removalPolicy: kept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    })
    acknowledge(this.userPool, {
      'AwsSolutions-COG1':
        'Length protects, prescribed kinds of characters do not (NIST SP 800-63B): shared/ports/directory.ts holds the one rule.',
      'AwsSolutions-COG2': 'A second factor (TOTP) is offered to everyone and not yet imposed on client users.',
      'AwsSolutions-COG3': 'Threat protection needs the Plus plan: each tenant decides to pay for it.',
      'AwsSolutions-COG8': 'Threat protection needs the Plus plan: each tenant decides to pay for it.',
    })
    for (const group of groups)
      new CfnUserPoolGroup(this, `Group-${group}`, {
        userPoolId: this.userPool.userPoolId,
        groupName: group,
        description: { ...roles, ...profiles }[group].en,
      })

    this.client = this.userPool.addClient('Client', {
      userPoolClientName: 'greffe',
      generateSecret: false,
      authFlows: { userPassword: true, userSrp: true },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      disableOAuth: true,
      // A token only says whose it is; the stored person decides. It is short all the same.
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      refreshTokenValidity: Duration.hours(12),
    })

    new CfnOutput(this, 'UserPoolId', { value: this.userPool.userPoolId })
    new CfnOutput(this, 'UserPoolClientId', { value: this.client.userPoolClientId })
    new CfnOutput(this, 'Region', { value: tenant.region })
  }
}
