import { type IPolicyValidationContext, type PolicyValidationPluginReport, Stack } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import type { IConstruct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import { OwnFunction } from './own-function.ts'
import { WorkflowMachine } from './workflow-machine.ts'

/** cdk-nag's AwsSolutions pack; the reason that stands with a grant's `*` is what acknowledges that `*`, and no other. */
export class Checks extends AwsSolutionsChecks {
  private readonly app: IConstruct

  constructor(app: IConstruct) {
    super(app)
    this.app = app
  }

  /** What a finding is called depends on other stacks' outputs, which have their names only by now. */
  override validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    for (const own of this.app.node.findAll())
      if (own instanceof OwnFunction || own instanceof WorkflowMachine)
        for (const { resource, reason } of own.wildcards)
          acknowledge(own, { [`AwsSolutions-IAM5[Resource::${flatten(Stack.of(own).resolve(resource))}]`]: reason })
    return super.validate(context)
  }
}

/** A resource as cdk-nag writes it. */
const flatten = (resource: unknown): string => {
  if (typeof resource === 'string') return resource
  const { Ref: ref, 'Fn::GetAtt': attribute, 'Fn::Join': join } = resource as Record<string, unknown>
  if (typeof ref === 'string') return `<${ref}>`
  if (Array.isArray(attribute)) return `<${attribute.join('.')}>`
  if (Array.isArray(join)) return (join[1] as unknown[]).map(flatten).join(join[0] as string)
  return JSON.stringify(resource)
}
