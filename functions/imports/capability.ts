import { capability } from '../../shared/contract/capability.ts'
import { Imports, InboundAddresses, InboundClaims, InboundMails, PageArrangements } from './records.ts'
import { routes } from './routes.ts'
import { rules } from './rules.ts'

export const imports = capability({
  name: 'imports',
  summary: 'How documents come besides one by one: many at once, by e-mail, from the pages of others',
  routes,
  rules,
  records: [Imports, InboundAddresses, InboundClaims, InboundMails, PageArrangements],
  jobs: [
    {
      name: 'arrange-pages',
      summary: 'Splits and merges documents by their pages, within bounds.',
      trigger: { on: 'events', events: ['pages-asked'], atOnce: 1 },
      uses: { table: 'write', documents: ['get', 'put'] },
      timeoutSeconds: 110,
      memoryMegabytes: 3008,
    },
    {
      name: 'read-mail',
      summary: 'Reads e-mail that came in, and imports its files where their sender may.',
      trigger: { on: 'objects', bucket: 'inbound', below: 'inbound/', atOnce: 1 },
      uses: { table: 'write', documents: ['put'], inbound: ['get'] },
      timeoutSeconds: 90,
      memoryMegabytes: 1024,
    },
  ],
})
