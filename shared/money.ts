/** Money in words and files: whole minor units in, decimals out, without a floating point between. */

/** How many digits a currency has after the point: 2 for EUR, 0 for JPY, 3 for KWD. */
export const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/** An amount of minor units as a decimal: 1205 with 2 digits is `12.05`. */
export const decimalOf = (minor: number | bigint, digits: number): string => {
  const whole = BigInt(minor)
  const sign = whole < 0n ? '-' : ''
  const figures = (whole < 0n ? -whole : whole).toString().padStart(digits + 1, '0')
  return digits === 0 ? `${sign}${figures}` : `${sign}${figures.slice(0, -digits)}.${figures.slice(-digits)}`
}
