import { capability } from '../../shared/contract/capability.ts'
import { AwaitedApprovals, Documents, DocumentTexts, DocumentThumbnails, DocumentVersions } from './records.ts'
import { routes } from './routes.ts'
import { rules } from './rules.ts'

export const documents = capability({
  name: 'documents',
  summary: 'Documents of dossiers: announced, uploaded, received, and their versions',
  routes,
  rules,
  records: [Documents, AwaitedApprovals, DocumentVersions, DocumentTexts, DocumentThumbnails],
  jobs: [
    {
      name: 'check-upload',
      summary: 'Reads a file that came in parts from end to end before it counts.',
      trigger: { on: 'events', events: ['document-assembled'], atOnce: 1 },
      uses: { table: 'write', documents: ['get'] },
      // As long as the lease of a consumer allows: 5 GB within a minute and a half.
      timeoutSeconds: 110,
      memoryMegabytes: 1769,
    },
    {
      name: 'extract-text',
      summary: 'Reads the text of what has been received, within bounds.',
      trigger: { on: 'events', events: ['document-received'], atOnce: 1 },
      uses: { table: 'write', documents: ['get', 'put'] },
      timeoutSeconds: 110,
      memoryMegabytes: 2048,
    },
    {
      name: 'make-thumbnail',
      summary: 'Makes small pictures of pictures that have been received, within bounds.',
      trigger: { on: 'events', events: ['document-received'], atOnce: 1 },
      uses: { table: 'write', documents: ['get', 'put'] },
      timeoutSeconds: 60,
      memoryMegabytes: 2048,
    },
  ],
})
