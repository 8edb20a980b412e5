/** A sum without the imprecision of binary fractions, to six decimals. */
export const exactSum = (numbers: readonly number[]): number =>
  Number(numbers.reduce((sum, number) => sum + number, 0).toFixed(6))
