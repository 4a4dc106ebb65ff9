/**
 * VAT numbers by their form, check digits included: of the European Union, Northern Ireland, Great Britain, Switzerland
 * and Norway. No register is asked. Each country by its own file: all of the package's numbers weigh six times as much.
 */
import * as AT from 'stdnum/lib/cjs/at/uid.js'
import * as BE from 'stdnum/lib/cjs/be/vat.js'
import * as BG from 'stdnum/lib/cjs/bg/vat.js'
import * as CH from 'stdnum/lib/cjs/ch/uid.js'
import * as CY from 'stdnum/lib/cjs/cy/vat.js'
import * as CZ from 'stdnum/lib/cjs/cz/dic.js'
import * as DE from 'stdnum/lib/cjs/de/vat.js'
import * as DK from 'stdnum/lib/cjs/dk/cvr.js'
import * as EE from 'stdnum/lib/cjs/ee/kmkr.js'
import * as ES from 'stdnum/lib/cjs/es/nif.js'
import * as FI from 'stdnum/lib/cjs/fi/alv.js'
import * as FR from 'stdnum/lib/cjs/fr/tva.js'
import * as GB from 'stdnum/lib/cjs/gb/vat.js'
import * as GR from 'stdnum/lib/cjs/gr/vat.js'
import * as HR from 'stdnum/lib/cjs/hr/oib.js'
import * as HU from 'stdnum/lib/cjs/hu/anum.js'
import * as IE from 'stdnum/lib/cjs/ie/vat.js'
import * as IT from 'stdnum/lib/cjs/it/iva.js'
import * as LT from 'stdnum/lib/cjs/lt/pvm.js'
import * as LU from 'stdnum/lib/cjs/lu/tva.js'
import * as LV from 'stdnum/lib/cjs/lv/pvn.js'
import * as MT from 'stdnum/lib/cjs/mt/vat.js'
import * as NL from 'stdnum/lib/cjs/nl/btw.js'
import * as NO from 'stdnum/lib/cjs/no/mva.js'
import * as PL from 'stdnum/lib/cjs/pl/nip.js'
import * as PT from 'stdnum/lib/cjs/pt/nif.js'
import * as RO from 'stdnum/lib/cjs/ro/cui.js'
import * as SE from 'stdnum/lib/cjs/se/vat.js'
import * as SI from 'stdnum/lib/cjs/si/ddv.js'
import * as SK from 'stdnum/lib/cjs/sk/dph.js'

type Form = { readonly validate: (number: string) => { readonly isValid: boolean; readonly compact?: string } }

/** The form of each country, by the two letters that its numbers begin with. */
const forms: Readonly<Record<string, Form>> = {
  AT,
  BE,
  BG,
  CH,
  CY,
  CZ,
  DE,
  DK,
  EE,
  ES,
  FI,
  FR,
  GB,
  HR,
  HU,
  IE,
  IT,
  LT,
  LU,
  LV,
  MT,
  NL,
  NO,
  PL,
  PT,
  RO,
  SE,
  SI,
  SK,
  EL: GR,
  XI: GB,
}

/** A Swiss number is the same in each of the country's languages. */
const SWISS_ENDING = /(?:MWST|TVA|IVA|TPV)$/

/** Letters and digits, and what people write between them. */
const WRITTEN = /^[A-Z]{2}[A-Z\d .+*/-]{1,40}$/

/** A VAT number as it is kept and compared: its country and its characters alone; `undefined` where it has no such form. */
export const vatNumberOf = (written: string): string | undefined => {
  const upper = written.trim().toUpperCase()
  if (!WRITTEN.test(upper)) return undefined
  const whole = upper.replaceAll(/[ ./-]/g, '').replace(/^GR/, 'EL')
  const country = whole.slice(0, 2)
  // The Swiss number begins with three letters of its own.
  const number = country === 'CH' ? whole.replace(SWISS_ENDING, '') : whole.slice(2)
  const found = forms[country]?.validate(number)
  if (found?.isValid !== true || found.compact === undefined) return undefined
  return country === 'CH' ? found.compact : `${country}${found.compact}`
}
