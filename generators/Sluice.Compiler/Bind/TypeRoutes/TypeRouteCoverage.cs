using Sluice.Compiler.Bind.Production;
using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind;

/// <summary>
/// Warns about routes by type with classes for which no stage runs, and about open ones without a stage for the rest.
/// It uses the conditions of all stages, as <see cref="RouteCoverage"/> does.
/// </summary>
internal static class TypeRouteCoverage
{
    public static void Check(BindingTables tables, FindingList findings)
    {
        if (tables.Model.TypeRoutes.Count == 0)
        {
            return;
        }

        var routes = new SortedDictionary<int, List<ConditionModel>>();
        foreach (var stage in tables.Model.Stages)
        {
            foreach (var condition in stage.Conditions)
            {
                var found = tables.Names.Stages(condition.Name, stage.Source);
                if (found.Count == 1)
                {
                    if (!routes.TryGetValue(found[0], out var conditions))
                    {
                        routes.Add(found[0], conditions = []);
                    }

                    conditions.Add(condition);
                }
            }
        }

        foreach (var route in routes)
        {
            if (
                tables.RouteTypes.Route(tables.Model.Stages[route.Key].OutputType) is { } type
                && route.Value.SelectMany(condition => condition.Values).Any(value => value.IsType)
            )
            {
                Check(tables, route.Key, type, route.Value, findings);
            }
        }
    }

    private static void Check(
        BindingTables tables,
        int stage,
        TypeRouteModel route,
        List<ConditionModel> conditions,
        FindingList findings
    )
    {
        if (conditions.Exists(condition => IsHandled(tables.RouteTypes, condition, route.Type)))
        {
            return;
        }

        var missing = route
            .Known.Where(known => !conditions.Exists(condition => IsHandled(tables.RouteTypes, condition, known.Type)))
            .Select(known => Phrases.DisplayName(tables.Model, known.Type))
            .ToList();
        if (missing.Count > 0)
        {
            RouteCoverage.ReportMissing(tables.Model, stage, missing, findings);
        }
        else if (!route.IsClosed && conditions.TrueForAll(condition => condition.Kind == ConditionKind.When))
        {
            var named = conditions.SelectMany(condition => condition.Values).Select(type => type.Display).Distinct();
            findings.Add(
                Rule.OpenTypeRoute,
                new NodeReference(NodeKind.Stage, stage),
                tables.Model.Stages[stage].Name,
                Phrases.DisplayName(tables.Model, route.Type),
                Phrases.List([.. named], "and"),
                tables.Model.Stages[stage].MethodName
            );
        }
    }

    // Values of a class that a condition excludes may be covered by another one.
    private static bool IsHandled(RouteTypeTable types, ConditionModel condition, int type) =>
        condition.Kind switch
        {
            ConditionKind.When => condition.Values.Any(value => types.Is(type, value.Type)),
            ConditionKind.Unless => !condition.Values.Any(value =>
                types.Is(type, value.Type) || types.Is(value.Type, type)
            ),
            _ => true,
        };
}
