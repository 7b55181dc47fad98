using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Lower;

namespace Sluice.Generators.Emit;

/// <summary>Writes the expression that is evaluated before a stage starts: the reason for which the stage is skipped, or null.</summary>
/// <param name="emission">The entry point.</param>
/// <param name="frame">The frame that has the values.</param>
internal sealed class SkipReason(EntryPointEmission emission, Frame frame)
{
    private readonly TakenValues _values = new(emission, frame);

    /// <summary>The expression for a stage that may be skipped.</summary>
    public string Of(LoweredStage stage)
    {
        var decision = stage.Skip!;
        var reasons = new List<string>();
        foreach (var condition in decision.Conditions)
        {
            AddCondition(reasons, condition);
        }

        foreach (var requirement in decision.Requirements)
        {
            AddAbsence(reasons, requirement);
        }

        foreach (var refusal in decision.Refusals)
        {
            var failed = string.Join(
                " || ",
                refusal.Failing.Select(failing => $"{frame.Failure(failing)} is not null")
            );
            var isSkipped = frame.Skipped(refusal.Guard);
            reasons.Add($"({isSkipped} is not null && ({failed}) ? {isSkipped} : null)");
        }

        if (decision.IsNeverNeeded)
        {
            reasons.Add(Literal("nothing that can run needs it"));
        }
        else
        {
            AddDemand(reasons, decision.Demand);
        }

        return reasons.Count == 1 ? WithoutParentheses(reasons[0]) : string.Join(" ?? ", reasons.Distinct());
    }

    /// <summary>The reasons, as literals, for which a stage is skipped because of its own conditions.</summary>
    public static IReadOnlyList<string> OfConditions(EntryPointEmission emission, TakenValue source) =>
        source is StageValue { Place: var place } && emission.At(place).Skip is { } decision
            ? [.. decision.Conditions.Select(condition => Literal(condition.Reason)).Distinct()]
            : [];

    private void AddAbsence(List<string> reasons, TakenValue value)
    {
        if (_values.Skipped(value) is { } skipped)
        {
            reasons.Add(skipped);
        }
    }

    private void AddCondition(List<string> reasons, LoweredCondition condition)
    {
        AddAbsence(reasons, condition.Source);
        reasons.Add($"({Holds(condition)} ? null : {Literal(condition.Reason)})");
    }

    // If no running stage needs this one, the reason is the first condition that keeps a dependent stage from running.
    private void AddDemand(List<string> reasons, IReadOnlyList<IReadOnlyList<LoweredCondition>> demand)
    {
        if (demand.Count == 0)
        {
            return;
        }

        var conditions = demand[0];
        var first = new List<string>();
        foreach (var condition in conditions)
        {
            AddCondition(first, condition);
        }

        if (demand.Count == 1)
        {
            reasons.AddRange(first);
            return;
        }

        // If all others of the term hold, the last does not.
        first[first.Count - 1] = Literal(conditions[conditions.Count - 1].Reason);
        var terms = demand.Select(term => $"({string.Join(" && ", term.Select(IsKnownToHold))})");
        reasons.Add($"({string.Join(" || ", terms)} ? null : {string.Join(" ?? ", first)})");
    }

    // A condition that did not run does not hold.
    private string IsKnownToHold(LoweredCondition condition) =>
        _values.Skipped(condition.Source) is { } skipped
            ? $"{skipped} is null && {Holds(condition)}"
            : Holds(condition);

    private string Holds(LoweredCondition condition)
    {
        var value = _values.Value(condition.Source, emission.TypeOf(condition.Source));
        var constants = string.Join(" or ", condition.Constants);
        return condition.Test switch
        {
            ConditionTest.Always => "true",
            ConditionTest.Never => "false",
            ConditionTest.IsTrue => value,
            ConditionTest.IsFalse => "!" + value,
            ConditionTest.IsOneOf => $"{value} is {constants}",
            _ when condition.Constants.Count == 1 => $"{value} is not {constants}",
            _ => $"{value} is not ({constants})",
        };
    }

    private static string WithoutParentheses(string reason) =>
        reason[0] == '(' ? reason.Substring(1, reason.Length - 2) : reason;

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
