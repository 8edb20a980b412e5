/** The note on a rate that differs from its counts. */
export const differsWords = '与分子、分母算出的不同'
