import type { Model } from '#model/model.ts'
import { type AnnualForm, annualTitle } from '#model/annual.ts'
import { annualView } from '../annual/view.ts'

interface Props {
  readonly year: number
  readonly forms: readonly AnnualForm[]
}

export const annualPageView = (model: Model, { year, forms }: Props) => ({
  title: annualTitle(year),
  lead: `编报${year}年政府网站监管年度报表要用的各期数字，每期的数都能点开看出处，合计由各期相加；没有的写明原因，不推算。`,
  forms: forms.map((form) => ({
    of: forms.length === 1 ? '' : `（${form.issuer}）`,
    ...annualView(model, form),
  })),
})
