using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit;

/// <summary>Writes the expression that says, before a stage starts, why it does not run: null where it does.</summary>
internal sealed class SkipReason(EntryPointEmission emission, Frame frame)
{
    private readonly TakenValues _values = new(emission, frame);

    /// <summary>The expression for the stage at a place.</summary>
    public string Of(int place)
    {
        var stage = emission.Plan.Stages[place].Bound;
        var reasons = new List<string>();
        foreach (var condition in stage.Conditions)
        {
            AddCondition(reasons, condition);
        }

        foreach (var requirement in stage.Requirements)
        {
            AddAbsence(reasons, requirement);
        }

        foreach (var refusal in emission.Plan.Stages[place].Refusals)
        {
            var failed = string.Join(
                " || ",
                refusal.Failing.Select(failing => $"{frame.Failure(failing)} is not null")
            );
            var isSkipped = frame.Skipped(refusal.Guard);
            reasons.Add($"({isSkipped} is not null && ({failed}) ? {isSkipped} : null)");
        }

        if (stage.IsNeverNeeded)
        {
            reasons.Add(Literal("nothing that can run needs it"));
        }
        else
        {
            AddDemand(reasons, stage);
        }

        return reasons.Count == 1 ? WithoutParentheses(reasons[0]) : string.Join(" ?? ", reasons.Distinct());
    }

    /// <summary>The reasons, as literals, for which a stage does not run because of its own conditions.</summary>
    public static IReadOnlyList<string> OfConditions(EntryPointEmission emission, Binding source) =>
        source.Kind != BindingKind.Stage
            ? []
            :
            [
                .. emission
                    .Plan.Stages[source.Index]
                    .Bound.Conditions.Select(condition => Literal(Reason(emission, condition)))
                    .Distinct(),
            ];

    private void AddAbsence(List<string> reasons, Binding binding)
    {
        if (_values.Skipped(binding) is { } skipped)
        {
            reasons.Add(skipped);
        }
    }

    private void AddCondition(List<string> reasons, BoundCondition condition)
    {
        AddAbsence(reasons, condition.Source);
        reasons.Add($"({Holds(condition)} ? null : {Literal(Reason(emission, condition))})");
    }

    // If nothing needs the stage, the reason is the first condition that keeps what would need it from running.
    private void AddDemand(List<string> reasons, BoundStage stage)
    {
        if (stage.Demand.Count == 0)
        {
            return;
        }

        var conditions = stage.Demand[0].Conditions;
        var first = new List<string>();
        foreach (var condition in conditions)
        {
            AddCondition(first, condition);
        }

        if (stage.Demand.Count == 1)
        {
            reasons.AddRange(first);
            return;
        }

        // If all others of the term hold, the last does not.
        first[first.Count - 1] = Literal(Reason(emission, conditions[conditions.Count - 1]));
        var terms = stage.Demand.Select(term => $"({string.Join(" && ", term.Conditions.Select(IsKnownToHold))})");
        reasons.Add($"({string.Join(" || ", terms)} ? null : {string.Join(" ?? ", first)})");
    }

    // A condition that did not run holds for nobody.
    private string IsKnownToHold(BoundCondition condition) =>
        _values.Skipped(condition.Source) is { } skipped
            ? $"{skipped} is null && {Holds(condition)}"
            : Holds(condition);

    private string Holds(BoundCondition condition)
    {
        var type = emission.TypeOf(condition.Source);
        var value = _values.Value(condition.Source, type);
        if (emission.Model.Types[type.Type].Route == RouteKind.Boolean)
        {
            var isTrue = (condition.Values[0].Key == "true") != condition.IsNegated;
            return condition.Values.Count > 1 ? (condition.IsNegated ? "false" : "true")
                : isTrue ? value
                : "!" + value;
        }

        var values = string.Join(" or ", condition.Values.Select(constant => constant.Code));
        return !condition.IsNegated ? $"{value} is {values}"
            : condition.Values.Count == 1 ? $"{value} is not {values}"
            : $"{value} is not ({values})";
    }

    private static string Reason(EntryPointEmission emission, BoundCondition condition)
    {
        var name =
            condition.Source.Kind == BindingKind.Input
                ? emission.EntryPoint.Inputs[condition.Source.Index].Name
                : emission.StageAt(condition.Source.Index).Name;
        if (emission.Model.Types[emission.TypeOf(condition.Source).Type].Route == RouteKind.Boolean)
        {
            return $"'{name}' is {((condition.Values[0].Key == "true") != condition.IsNegated ? "false" : "true")}";
        }

        var values = string.Join(" or ", condition.Values.Select(constant => constant.Display));
        return condition.IsNegated ? $"'{name}' is {values}" : $"'{name}' is not {values}";
    }

    private static string WithoutParentheses(string reason) =>
        reason[0] == '(' ? reason.Substring(1, reason.Length - 2) : reason;

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
