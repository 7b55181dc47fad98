using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;
using Sluice.Compiler.Plan;

namespace Sluice.Compiler.Lower;

/// <summary>Lowers the bindings and conditions of an entry point.</summary>
/// <param name="model">The pipeline.</param>
/// <param name="plan">The plan of the entry point.</param>
internal sealed class ValueLowering(PipelineModel model, ExecutionPlan plan)
{
    private readonly EntryPointModel _entryPoint = model.EntryPoints[plan.EntryPoint];

    /// <summary>Lowers a binding.</summary>
    public TakenValue Lower(Binding binding) =>
        binding.Kind switch
        {
            BindingKind.Stage => new StageValue(new Place(binding.Index)),
            BindingKind.Input => new InputValue(binding.Index),
            BindingKind.Merge => new MergedValue([.. binding.Sources.Select(Lower)]),
            BindingKind.Carried => new CarriedValue(
                new Place(binding.Index),
                binding.Sources.Count == 0 ? null : Lower(binding.Sources[0])
            ),
            BindingKind.DefaultValue => new AbsentArgument(),
            var kind => throw new InvalidOperationException($"A binding of kind {kind} belongs to a parameter."),
        };

    /// <summary>Lowers the binding of a parameter.</summary>
    public TakenValue Argument(ParameterModel parameter, Binding binding) =>
        parameter.Supplied is { } supplied ? new SuppliedValue(supplied)
        : parameter.All is { } all ? Collected(all, binding)
        : Lower(binding);

    private AllValue Collected(AllModel all, Binding binding) =>
        new(
            [.. binding.Sources.Select(source => Collected(all, source.Index))],
            all.Form,
            new ValueTarget(all.Type, all.TypeName)
        );

    private CollectedValue Collected(AllModel all, int place)
    {
        var stage = StageAt(place);
        var isSequence = stage.Each is not null && stage.OutputType != all.Type;
        return new CollectedValue(
            new StageValue(new Place(place)),
            isSequence,
            (isSequence ? stage.Each!.ElementType : stage.OutputType) == all.Type
        );
    }

    /// <summary>Lowers a condition.</summary>
    public LoweredCondition Lower(BoundCondition condition)
    {
        var isBoolean = model.Types[TypeOf(condition.Source)].Route == RouteKind.Boolean;
        return new LoweredCondition(
            Lower(condition.Source),
            isBoolean ? TestOfBoolean(condition)
                : condition.IsNegated ? ConditionTest.IsNoneOf
                : ConditionTest.IsOneOf,
            isBoolean ? [] : [.. condition.Values.Select(constant => constant.Code)],
            Reason(condition, isBoolean)
        );
    }

    /// <summary>The name of a stage or input.</summary>
    public string NameOf(Binding source) =>
        source.Kind == BindingKind.Input ? _entryPoint.Inputs[source.Index].Name : StageAt(source.Index).Name;

    private StageModel StageAt(int place) => model.Stages[plan.Stages[place].Stage];

    private int TypeOf(Binding source) =>
        source.Kind == BindingKind.Input ? _entryPoint.Inputs[source.Index].Type : StageAt(source.Index).OutputType;

    private static bool MustBeTrue(BoundCondition condition) =>
        (condition.Values[0].Key == "true") != condition.IsNegated;

    private static ConditionTest TestOfBoolean(BoundCondition condition) =>
        condition.Values.Count > 1
            ? condition.IsNegated
                ? ConditionTest.Never
                : ConditionTest.Always
            : MustBeTrue(condition)
                ? ConditionTest.IsTrue
                : ConditionTest.IsFalse;

    private string Reason(BoundCondition condition, bool isBoolean)
    {
        var name = NameOf(condition.Source);
        if (isBoolean)
        {
            return $"'{name}' is {(MustBeTrue(condition) ? "false" : "true")}";
        }

        var values = string.Join(" or ", condition.Values.Select(constant => constant.Display));
        return condition.IsNegated ? $"'{name}' is {values}" : $"'{name}' is not {values}";
    }
}
