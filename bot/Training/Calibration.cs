namespace EngagementBot.Training;

/// <summary>Turns the sums of a head into probabilities (Platt scaling), on messages its weights had not seen.</summary>
internal static class Calibration
{
    private const int Steps = 200;

    /// <returns>Slope and offset that make 1 / (1 + exp(-(slope * sum + offset))) likeliest. Newton's method with a light prior.</returns>
    public static (float Slope, float Offset) Fit(IReadOnlyList<(float Sum, bool Holds)> seen)
    {
        double slope = 1, offset = 0;
        for (var step = 0; step < Steps; step++)
        {
            double gradientSlope = 1e-3 * (slope - 1), gradientOffset = 0, ss = 1e-3, so = 0, oo = 1e-3;
            foreach (var (sum, holds) in seen)
            {
                var probability = 1 / (1 + Math.Exp(-(slope * sum + offset)));
                var error = probability - (holds ? 1 : 0);
                var weight = probability * (1 - probability);
                gradientSlope += error * sum;
                gradientOffset += error;
                ss += weight * sum * sum;
                so += weight * sum;
                oo += weight;
            }

            var determinant = ss * oo - so * so;
            var (stepSlope, stepOffset) = ((oo * gradientSlope - so * gradientOffset) / determinant, (ss * gradientOffset - so * gradientSlope) / determinant);
            slope -= stepSlope;
            offset -= stepOffset;
            if (Math.Abs(stepSlope) + Math.Abs(stepOffset) < 1e-9) break;
        }

        return ((float)slope, (float)offset);
    }
}
