/**
 * VAT numbers by their form, check digits included: of the European Union, Northern Ireland, Great Britain, Switzerland
 * and Norway. No register is asked. Each country by its own file: all of the package's numbers weigh six times as much.
 */
import * as at from 'stdnum/lib/cjs/at/uid.js'
import * as be from 'stdnum/lib/cjs/be/vat.js'
import * as bg from 'stdnum/lib/cjs/bg/vat.js'
import * as ch from 'stdnum/lib/cjs/ch/uid.js'
import * as cy from 'stdnum/lib/cjs/cy/vat.js'
import * as cz from 'stdnum/lib/cjs/cz/dic.js'
import * as de from 'stdnum/lib/cjs/de/vat.js'
import * as dk from 'stdnum/lib/cjs/dk/cvr.js'
import * as ee from 'stdnum/lib/cjs/ee/kmkr.js'
import * as es from 'stdnum/lib/cjs/es/nif.js'
import * as fi from 'stdnum/lib/cjs/fi/alv.js'
import * as fr from 'stdnum/lib/cjs/fr/tva.js'
import * as gb from 'stdnum/lib/cjs/gb/vat.js'
import * as gr from 'stdnum/lib/cjs/gr/vat.js'
import * as hr from 'stdnum/lib/cjs/hr/oib.js'
import * as hu from 'stdnum/lib/cjs/hu/anum.js'
import * as ie from 'stdnum/lib/cjs/ie/vat.js'
import * as it from 'stdnum/lib/cjs/it/iva.js'
import * as lt from 'stdnum/lib/cjs/lt/pvm.js'
import * as lu from 'stdnum/lib/cjs/lu/tva.js'
import * as lv from 'stdnum/lib/cjs/lv/pvn.js'
import * as mt from 'stdnum/lib/cjs/mt/vat.js'
import * as nl from 'stdnum/lib/cjs/nl/btw.js'
import * as no from 'stdnum/lib/cjs/no/mva.js'
import * as pl from 'stdnum/lib/cjs/pl/nip.js'
import * as pt from 'stdnum/lib/cjs/pt/nif.js'
import * as ro from 'stdnum/lib/cjs/ro/cui.js'
import * as se from 'stdnum/lib/cjs/se/vat.js'
import * as si from 'stdnum/lib/cjs/si/ddv.js'
import * as sk from 'stdnum/lib/cjs/sk/dph.js'

type Form = { readonly validate: (number: string) => { readonly isValid: boolean; readonly compact?: string } }

/** The form of each country, by the two letters that its numbers begin with. */
const forms: Readonly<Record<string, Form>> = {
  ...{ AT: at, BE: be, BG: bg, CH: ch, CY: cy, CZ: cz, DE: de, DK: dk, EE: ee, EL: gr, ES: es, FI: fi, FR: fr, GB: gb },
  ...{ HR: hr, HU: hu, IE: ie, IT: it, LT: lt, LU: lu, LV: lv, MT: mt, NL: nl, NO: no, PL: pl, PT: pt, RO: ro, SE: se },
  ...{ SI: si, SK: sk, XI: gb },
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
