using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Parse.Policies;

/// <summary>Reads <c>[Timeout]</c>.</summary>
internal static class TimeoutParser
{
    /// <summary>What the attribute says, or <see langword="null"/> where it cannot be used.</summary>
    public static TimeoutModel? Parse(PolicyAttribute attribute)
    {
        var attempt = attribute.Time(attribute[0], "attempt", TimeRange.PositiveTimer);
        var total = attribute.Time(attribute["Total"], "Total", TimeRange.PositiveTimer);
        if (!attribute.IsRefused && attempt == 0 && total == 0)
        {
            attribute.Refuse("it limits nothing: give the limit of each attempt, such as \"00:00:02\", or 'Total'");
        }
        else if (total > 0 && attempt >= total)
        {
            attribute.Refuse(
                $"its 'attempt' is \"{attribute[0]?.Value}\", and must be less than its 'Total', which would end the attempt first"
            );
        }

        if (!HearsOfIt(attribute.Subject.Stage))
        {
            attribute.Subject.Report(Rule.TimeoutWithoutToken);
            return null;
        }

        return attribute.IsRefused ? null : new TimeoutModel(attempt, total);
    }

    private static bool HearsOfIt(StageModel stage) =>
        stage.Parameters.Any(parameter =>
            parameter.Kind is ParameterKind.CancellationToken or ParameterKind.StageContext
        );
}
