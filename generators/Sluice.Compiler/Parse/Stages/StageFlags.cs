using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;
using Sluice.Compiler.Parse.Policies;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Parse;

/// <summary>Reads the <c>Always</c> and <c>Skips</c> arguments of <c>[Stage]</c>.</summary>
internal static class StageFlags
{
    /// <summary>Returns the stage with its flags. Reports flags that have no effect.</summary>
    /// <param name="subject">The stage.</param>
    /// <param name="attribute">The stage's <c>[Stage]</c> attribute, or <see langword="null"/>.</param>
    public static StageModel Parse(PolicySubject subject, AttributeData? attribute)
    {
        var stage = subject.Stage;
        var runsAlways = attribute?.NamedArgument("Always")?.Value is true;
        if (runsAlways && !stage.RunsUnasked)
        {
            subject.Report(Rule.AlwaysOnProducer, TypeNames.Short(FormedType.OfWrapper(subject.Result!).Value));
            runsAlways = false;
        }

        var neverSkips = attribute?.NamedArgument("Skips")?.Value is false;
        if (neverSkips && ReasonAgainstPromise(stage) is { } reason)
        {
            subject.Report(Rule.PolicyWithoutMeaning, "Stage(Skips = false)", reason);
            neverSkips = false;
        }

        return runsAlways || neverSkips ? stage with { RunsAlways = runsAlways, NeverSkips = neverSkips } : stage;
    }

    private static string? ReasonAgainstPromise(StageModel stage) =>
        stage.Each is not null
            ? "the stage runs for each element, and its results are a collection in any case: remove 'Skips'"
        : stage.Form == ValueForm.Optional ? "an optional says only that there may be no value: return the value itself"
        : stage.Form != ValueForm.Outcome ? "only a stage that returns an Outcome can skip itself: remove 'Skips'"
        : null;
}
