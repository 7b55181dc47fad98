using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Tests.Bind;

/// <summary>Prints bound pipelines, so that a test can state its expectation in one line.</summary>
internal static class BoundText
{
    /// <summary>
    /// The graph of one entry point, such as <c>Parse(order) Price(Parse) => Price</c>. <c>&lt;A</c> is an additional predecessor,
    /// <c>A|B</c> a merge, <c>*A</c> each element of A, and <c>?A=x|y</c> and <c>?A!=x</c> are conditions. <c>^A:b</c> is the value that
    /// the loop of A carries, which is b in the first round.
    /// </summary>
    public static string Graph(this BoundPipeline bound, int entryPoint = 0)
    {
        Assert.Empty(bound.Findings.Where(finding => finding.Rule.IsError).Select(Message));
        var graph = bound.Graphs.Single(candidate => candidate.EntryPoint == entryPoint);
        var target = bound.Model.EntryPoints[entryPoint];
        var stages = graph.Stages.Select(stage =>
        {
            var taken = stage
                .Arguments.Concat(stage.Conditions.Select(condition => condition.Source))
                .SelectMany(binding => binding.Producers)
                .Where(binding => binding.Kind == BindingKind.Stage)
                .Select(binding => binding.Index);
            var ordered = stage.Predecessors.Except(taken).Select(Name);
            var parameters = bound.Model.Stages[stage.Stage].Parameters;
            var arguments = string.Join(", ", stage.Arguments.Zip(parameters, Argument));
            return $"{bound.Model.Stages[stage.Stage].Name}({arguments})"
                + string.Concat(stage.Conditions.Select(Condition))
                + (ordered.Any() ? "<" + string.Join("<", ordered) : "");
        });
        return string.Join(" ", stages) + " => " + string.Join(", ", graph.Outputs.Select(Text));

        string Name(int position) => bound.Model.Stages[graph.Stages[position].Stage].Name;

        string Condition(BoundCondition condition) =>
            $"?{Text(condition.Source)}{(condition.IsNegated ? "!=" : "=")}"
            + string.Join("|", condition.Values.Select(value => value.Display));

        string Argument(Binding binding, ParameterModel parameter) =>
            parameter.Supplied is not { } supplied ? Text(binding)
            : supplied.Name == "CancellationToken" ? "token"
            : "context";

        string Text(Binding binding) => (binding.IsEach ? "*" : "") + Source(binding);

        string Source(Binding binding) =>
            binding.Kind switch
            {
                BindingKind.Carried => "^"
                    + Name(binding.Index)
                    + string.Concat(binding.Sources.Select(first => ":" + Text(first))),
                BindingKind.Merge => string.Join("|", binding.Sources.Select(Text)),
                BindingKind.Stage => Name(binding.Index),
                BindingKind.Input => target.Inputs[binding.Index].Name,
                BindingKind.DefaultValue => "default",
                var kind => throw new InvalidOperationException($"A binding of kind {kind} belongs to a parameter."),
            };
    }

    /// <summary>The stages of the body of a loop, in the order of their declaration, such as <c>Check Decide</c>.</summary>
    public static string Body(this BoundPipeline bound, string decision, int entryPoint = 0)
    {
        Assert.Empty(bound.Findings.Where(finding => finding.Rule.IsError).Select(Message));
        var stages = bound.Graphs.Single(candidate => candidate.EntryPoint == entryPoint).Stages;
        return string.Join(
            ' ',
            stages.Single(stage => Name(stage) == decision).LoopBody.Select(place => Name(stages[place]))
        );

        string Name(BoundStage stage) => bound.Model.Stages[stage.Stage].Name;
    }

    /// <summary>The only finding: its rule and its message.</summary>
    public static string OnlyFinding(this BoundPipeline bound) => Assert.Single(bound.Messages());

    public static IReadOnlyList<string> Messages(this BoundPipeline bound) => [.. bound.Findings.Select(Message)];

    private static string Message(Finding finding) => $"{finding.Rule}: {FindingText.Of(finding)}";
}
