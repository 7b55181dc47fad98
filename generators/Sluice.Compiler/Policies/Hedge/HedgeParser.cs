using Sluice.Compiler.Model;
using Sluice.Compiler.Parse.Policies;

namespace Sluice.Compiler.Policies.Hedge;

/// <summary>Reads <c>[Hedge]</c>.</summary>
internal static class HedgeParser
{
    /// <summary>The definition of the policy for the catalog.</summary>
    public static PolicyDefinition Definition { get; } =
        PolicyDefinition.Of("HedgeAttribute", attribute => [Parse(attribute)], StreamFit.None) with
        {
            OutlastsAttempt = true,
        };

    private static HedgePolicy? Parse(PolicyAttribute attribute)
    {
        var after = attribute.NeededTime(attribute[0], "after", TimeRange.PositiveTimer);
        if (attribute.Subject.Stage is { Return: ReturnShape.Synchronous, IsOffloaded: false })
        {
            attribute.Refuse(
                "the stage is synchronous, so its first attempt ends before a second could start: return a task, or add "
                    + "[Offload]"
            );
        }

        if (!attribute.Subject.TakesToken)
        {
            attribute.Refuse(
                "the stage cannot observe that its other attempt has won: let it take a CancellationToken or a StageContext"
            );
        }

        return attribute.IsRefused ? null : new HedgePolicy(after);
    }
}
