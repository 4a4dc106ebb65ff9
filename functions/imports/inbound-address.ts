/** The address of a dossier for e-mail: 128 random bits in letters and digits that mail programs leave alone. */
import { randomBytes } from 'node:crypto'
import type { Stored } from '../../shared/table/record.ts'
import { create, remove, type Write } from '../../shared/table/table.ts'
import { type InboundAddress, InboundAddresses, InboundClaims } from './records.ts'

/** Base 32, without what is easily confused when somebody types it. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'
const LENGTH = 26

const newLocalPart = (): string => [...randomBytes(LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join('')

type Given = { readonly address: InboundAddress; readonly writes: readonly Write[] }

/** Another address for a dossier; what comes to the one before is nobody's from then on. */
export const giveAddress = (dossierId: string, before: Stored<InboundAddress> | undefined, now: string): Given => {
  const address = { dossierId, localPart: newLocalPart(), createdAt: now }
  const claim = create(InboundClaims, { localPart: address.localPart, dossierId })
  if (before === undefined) return { address, writes: [create(InboundAddresses, address), claim] }
  const old = { localPart: before.localPart, dossierId, version: 1 }
  return {
    address,
    writes: [{ op: 'replace', record: InboundAddresses, before, item: address }, remove(InboundClaims, old), claim],
  }
}

export const showAddress = ({ dossierId, localPart, createdAt }: InboundAddress, domain: string) => ({
  dossierId,
  address: `${localPart}@${domain}`,
  createdAt,
})
