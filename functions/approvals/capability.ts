import { capability } from '../../shared/contract/capability.ts'
import { ApprovalProgresses } from './records.ts'
import { routes } from './routes.ts'
import { rules } from './rules.ts'
import { approvalWorkflow } from './workflow.ts'

export const approvals = capability({
  name: 'approvals',
  summary: 'Approval rules of a dossier, and approving or rejecting documents by them',
  routes,
  rules,
  records: [ApprovalProgresses],
  jobs: [
    {
      name: 'start-approval',
      summary: 'Starts the workflow of an approval that began, and wakes it when something changed about it.',
      trigger: {
        on: 'events',
        events: [
          'approval-begun',
          'approval-given',
          'approval-ended',
          'person-changed',
          'share-ended',
          'client-access-ended',
        ],
      },
      uses: { table: 'write', workflows: true },
      timeoutSeconds: 30,
      memoryMegabytes: 256,
    },
    {
      name: 'follow-approval',
      summary: 'Asks those whose turn it is to approve, reminds them, and tells who must know that a document waits.',
      trigger: { on: 'workflow', workflow: 'approval' },
      uses: { table: 'write', workflows: true },
      timeoutSeconds: 30,
      memoryMegabytes: 256,
    },
  ],
  workflows: [approvalWorkflow],
})
