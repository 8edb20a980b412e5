import type { Inspection } from './dataset.ts'

/** The offices that issued an inspection, in the order in which its document names them. */
export const officesOf = ({
  issuer,
  joint_issuers: others = [],
}: Pick<Inspection, 'issuer' | 'joint_issuers'>): string[] => [issuer, ...others]
