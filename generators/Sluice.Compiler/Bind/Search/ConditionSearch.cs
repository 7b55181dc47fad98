using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>
/// Resolves the conditions of stages in one entry point: the value that each refers to, and the constants that it is
/// compared with.
/// </summary>
internal sealed class ConditionSearch(PipelineModel model, EntryPointModel entryPoint, NameSearch names)
{
    private const string Comparable = "Name a value of type bool, string or int, or of an enum type.";

    private readonly TypeMistakes _typeMistakes = new(model);
    private Dictionary<Binding, RouteBranches>? _branches;

    /// <summary>Returns the resolutions of a stage's conditions in order.</summary>
    public IReadOnlyList<ConditionResolution> Of(int stage) =>
        [.. model.Stages[stage].Conditions.Select(condition => Resolve(stage, condition))];

    private ConditionResolution Resolve(int stage, ConditionModel condition)
    {
        var source = Find(stage, condition);
        var isNegated = condition.Kind != ConditionKind.When;
        if (!source.IsBound)
        {
            return new ConditionResolution(source, default, isNegated, null);
        }

        var type = ProducedType.Of(model, entryPoint, source.Binding);
        var values =
            condition.Kind == ConditionKind.Otherwise ? ValuesOfOthers(stage, source.Binding)
            : type < 0 ? condition.Values
            : Compared(condition, type);
        if (type >= 0 && values.Any(value => value.IsType))
        {
            return ByType(source, type, values, isNegated);
        }

        return new ConditionResolution(source, values, isNegated, Mistake(condition, type, values));
    }

    private ConditionResolution ByType(
        Resolution source,
        int type,
        EquatableArray<ConstantModel> values,
        bool isNegated
    )
    {
        var stage = source.Binding.Kind == BindingKind.Stage ? model.Stages[source.Binding.Index] : null;
        var mistake = _typeMistakes.Find(stage, type, values, [.. NamedTypes(source.Binding)]);
        return mistake is { } found
            ? new ConditionResolution(source, values, isNegated, found.Text) { MistakenRule = found.Rule }
            : new ConditionResolution(
                source,
                _typeMistakes.Types.Widest(values, value => value.Type).ToEquatableArray(),
                isNegated,
                null
            );
    }

    private IEnumerable<int> NamedTypes(Binding source) =>
        model
            .Stages.SelectMany(
                (stage, index) =>
                    stage.Conditions.Where(condition =>
                        condition.Values.Any(value => value.IsType)
                        && Find(index, condition) is { IsBound: true } found
                        && found.Binding == source
                    )
            )
            .SelectMany(condition => condition.Values)
            .Where(value => value.IsType)
            .Select(value => value.Type)
            .Distinct();

    private Resolution Find(int stage, ConditionModel condition) =>
        names.Condition(condition.Name, model.Stages[stage].Source, stage);

    // A condition without values tests whether a bool is true.
    private EquatableArray<ConstantModel> Compared(ConditionModel condition, int type) =>
        condition.Values.Count > 0 ? condition.Values
        : model.Types[type].Route == RouteKind.Boolean
            ? new EquatableArray<ConstantModel>([ConstantModel.Boolean(value: true, type)])
        : default;

    private string? Mistake(ConditionModel condition, int type, EquatableArray<ConstantModel> values)
    {
        if (type < 0)
        {
            return $"it returns nothing. {Comparable}";
        }

        var typeName = Phrases.DisplayName(model, type);
        if (model.Types[type].Route == RouteKind.None)
        {
            return $"its values are of type '{typeName}', which a condition cannot compare. {Comparable}";
        }

        foreach (var value in values)
        {
            if (value.Type != type)
            {
                return $"it has the type '{typeName}', but {value.Display} is of type '{Phrases.DisplayName(model, value.Type)}'. "
                    + $"Compare it with constants of '{typeName}'.";
            }
        }

        return values.Count > 0 ? null
            : condition.Kind == ConditionKind.Otherwise
                ? "no other stage names one of its values with [When], so [Otherwise] has no values to exclude. Add such a stage, or remove the condition."
            : $"it has the type '{typeName}', not 'bool'. Add the values to compare it with{Example(type)}.";
    }

    private string Example(int type) =>
        model.Types[type].Members.Count > 0 ? $", such as {model.Types[type].Members[0].Display}" : string.Empty;

    private EquatableArray<ConstantModel> ValuesOfOthers(int stage, Binding source)
    {
        _branches ??= FindBranches();
        return _branches.TryGetValue(source, out var branches) ? branches.WithoutThoseOf(stage) : default;
    }

    // Includes stages that this entry point does not run, so that [Otherwise] means the same everywhere.
    private Dictionary<Binding, RouteBranches> FindBranches()
    {
        var all = new Dictionary<Binding, RouteBranches>();
        for (var stage = 0; stage < model.Stages.Count; stage++)
        {
            foreach (var condition in model.Stages[stage].Conditions)
            {
                if (condition.Kind == ConditionKind.When && Find(stage, condition) is { IsBound: true } source)
                {
                    if (!all.TryGetValue(source.Binding, out var branches))
                    {
                        all.Add(source.Binding, branches = new RouteBranches());
                    }

                    AddBranches(branches, stage, condition, ProducedType.Of(model, entryPoint, source.Binding));
                }
            }
        }

        return all;
    }

    private void AddBranches(RouteBranches branches, int stage, ConditionModel condition, int type)
    {
        // A constant of another type is a mistake of the stage that names it, not of all stages with [Otherwise].
        foreach (var value in type < 0 ? default : Compared(condition, type))
        {
            if (value.IsType ? _typeMistakes.Types.Route(type)?.CanBe.Contains(value.Type) == true : value.Type == type)
            {
                branches.Add(value, stage);
            }
        }
    }
}
