using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind.Production;

/// <summary>Warns about routes over an enum with members for which no stage runs.</summary>
/// <remarks>
/// The check uses the conditions of all stages rather than those that an entry point runs, so that every route is
/// reported once. A stage counts as running for a value even if it has further conditions.
/// </remarks>
internal static class RouteCoverage
{
    public static void Check(BindingTables tables, FindingList findings)
    {
        // An error may be the reason why a value has no stage yet.
        if (findings.HasErrors)
        {
            return;
        }

        var handled = new SortedDictionary<int, HashSet<string>>();
        foreach (var stage in tables.Model.Stages)
        {
            foreach (var condition in stage.Conditions)
            {
                var found = tables.Names.Stages(condition.Name, stage.Source);
                if (found.Count == 1 && tables.Model.Stages[found[0]] is { IsEffect: false } route)
                {
                    if (!handled.TryGetValue(found[0], out var keys))
                    {
                        handled.Add(found[0], keys = []);
                    }

                    keys.UnionWith(Handled(condition, tables.Model.Types[route.OutputType]));
                }
            }
        }

        TypeRouteCoverage.Check(tables, findings);
        foreach (var entry in handled)
        {
            Report(tables.Model, entry.Key, entry.Value, findings);
        }
    }

    private static IEnumerable<string> Handled(ConditionModel condition, TypeModel type)
    {
        var named = condition.Values.Select(value => value.Key);
        var members = type.Members.Select(member => member.Key);
        return condition.Kind switch
        {
            ConditionKind.When => named,
            ConditionKind.Unless => members.Except(named),
            _ => members,
        };
    }

    private static void Report(PipelineModel model, int stage, HashSet<string> handled, FindingList findings)
    {
        var type = model.Types[model.Stages[stage].OutputType];
        var missing = type.Members.Where(member => !handled.Contains(member.Key)).ToList();
        if (type.Route == RouteKind.Enum && missing.Count > 0)
        {
            ReportMissing(model, stage, [.. missing.Select(member => member.Display)], findings);
        }
    }

    /// <summary>Reports the values of a route for which no stage runs.</summary>
    public static void ReportMissing(
        PipelineModel model,
        int stage,
        IReadOnlyList<string> missing,
        FindingList findings
    )
    {
        var shown = missing.Take(Phrases.LongestList).ToList();
        string[] arguments =
        [
            model.Stages[stage].Name,
            missing.Count > shown.Count ? string.Join(", ", shown) + " or another"
            : missing.Count == 1 ? shown[0]
            : $"{string.Join(", ", shown.Take(shown.Count - 1))} or {shown[shown.Count - 1]}",
            missing.Count == 1 ? "a stage for it" : "a stage for each",
            model.Stages[stage].MethodName,
        ];
        findings.Add(
            new Finding(
                Rule.UnhandledRouteValue,
                new NodeReference(NodeKind.Stage, stage),
                arguments.ToEquatableArray(),
                default
            )
            {
                Choices = missing.ToEquatableArray(),
            }
        );
    }
}
