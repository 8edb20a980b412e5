import type { AreaView } from '#domain/area.ts'

export interface RateRow {
  readonly area: AreaView
  readonly name: string
  readonly text: string
  readonly fraction: string
  /** Where the number comes from: printed in the document, or computed here. */
  readonly origin: string
}

/** Every rate of an inspection; a rate that cannot be given says why. */
export function rateRows(areas: readonly AreaView[]): RateRow[] {
  return areas.flatMap((area) =>
    area.rates.map((rate) => ({
      area,
      name: rate.label,
      text: rate.text ?? rate.reason ?? '',
      fraction:
        rate.numerator === null || rate.denominator === null
          ? '文件未单列'
          : `${rate.numerator}/${rate.denominator}`,
      origin: rate.stated !== null ? '文件所载' : rate.computed !== null ? '计算' : '没有',
    })),
  )
}
