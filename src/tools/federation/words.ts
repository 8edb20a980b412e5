/** What is told beside a rate that its counts do not give. */
export const differing = '与分子、分母算出的不同'
