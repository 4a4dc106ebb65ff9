import { Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'

/** Lets a finding of cdk-nag stand, with the reason why it is right here. */
export const acknowledge = (construct: IConstruct, reasons: Readonly<Record<string, string>>): void => {
  for (const [id, reason] of Object.entries(reasons)) Validations.of(construct).acknowledge({ id, reason })
}
