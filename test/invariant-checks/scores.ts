import { isOff, type Case } from './case';

/** The net score is the sum of its parts, in dollars and over the trades; without a mandate nobody trades at a loss. */
export function scores({ score, trades }: Case): string[] {
  if (score.terms === null || score.value === null || score.netScoreBp === null) return trades.length > 0 ? ['trades without a score'] : [];
  const parts = Object.values(score.terms).reduce((sum, part) => sum + part, 0);
  const asBp = (amount: number) => (amount / (score.value as number)) * 10_000;
  const ofTrades = trades.reduce((sum, { tradeScoreBp }) => sum + tradeScoreBp, 0);
  const rounding = 0.0001 * (trades.length + 2) + asBp(0.01);
  return [
    ...(isOff(asBp(parts), score.netScoreBp, rounding) ? [`terms add up to ${asBp(parts)} bp, the score is ${score.netScoreBp} bp`] : []),
    ...(trades.length > 0 && isOff(ofTrades, score.netScoreBp, rounding)
      ? [`trades add up to ${ofTrades} bp, the score is ${score.netScoreBp} bp`]
      : []),
    ...(isOff((score.benefitBp ?? 0) - (score.costBp ?? 0), score.netScoreBp, rounding) ? ['benefit less cost is not the score'] : []),
    // One account of a household may serve the others at a cost of its own.
    ...(trades.length > 0 && score.level !== 'Member' && score.mandate === null && score.netScoreBp < -rounding
      ? [`trades at a score of ${score.netScoreBp} bp without a mandate`]
      : []),
  ];
}
