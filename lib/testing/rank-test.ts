/**
 * How far two samples of pairs lie apart, in standard deviations of what chance does: Wilcoxon's signed-rank test with
 * the normal approximation (Wilcoxon, "Individual comparisons by ranking methods", 1945). It looks at ranks alone: a
 * few measurements that a busy machine made long do not weigh more than others. Needs some 20 pairs.
 */
export function signedRankScore(pairs: [number, number][]): number {
  const differences = pairs.map(([left, right]) => left - right).filter((difference) => difference !== 0);
  const count = differences.length;
  const sum = differences
    .sort((a, b) => Math.abs(a) - Math.abs(b))
    .reduce((total, difference, index) => total + Math.sign(difference) * (index + 1), 0);
  return sum / Math.sqrt((count * (count + 1) * (2 * count + 1)) / 6);
}
