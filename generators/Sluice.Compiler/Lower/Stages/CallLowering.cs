using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;
using Sluice.Compiler.Plan;
using Sluice.Compiler.Policies;
using Sluice.Compiler.Supplied;

namespace Sluice.Compiler.Lower;

/// <summary>Finds how the stages of an entry point are called.</summary>
/// <param name="model">The pipeline.</param>
/// <param name="plan">The plan of the entry point.</param>
internal sealed class CallLowering(PipelineModel model, ExecutionPlan plan)
{
    private readonly EntryPointModel _entryPoint = model.EntryPoints[plan.EntryPoint];

    /// <summary>The shape of the call of the stage at a place.</summary>
    public CallShape Lower(int place)
    {
        var planned = plan.Stages[place];
        var stage = model.Stages[planned.Stage];
        var isAwaited = stage.Each is null ? stage.CallReturn != ReturnShape.Synchronous : planned.IsAsynchronous;
        var usesScope = stage.Policies.NeedScope() || stage.TakesSupplied(SuppliedNeeds.Scope);
        return new CallShape(
            isAwaited,
            stage.IsOffloaded && stage.Each is null,
            stage.Each is null ? stage.Form : ValueForm.Plain,
            usesScope,
            !usesScope && stage.Policies.Need(PolicyNeeds.Clock),
            stage.Each is null ? null : Elements(planned, stage, isAwaited)
        );
    }

    private ElementCall Elements(PlannedStage planned, StageModel stage, bool isAwaited)
    {
        var each = stage.Each!;
        var item = stage.Parameters[each.Parameter];
        var collection = TypeOf(planned.Arguments[each.Parameter]);
        var element = collection < 0 ? -1 : model.Types[collection].Element;
        return new ElementCall(
            !isAwaited ? ElementExecution.InTurn
                : stage.CallReturn == ReturnShape.Synchronous ? ElementExecution.SeveralSynchronous
                : ElementExecution.SeveralAsynchronous,
            planned.Bound.ResultForm,
            collection < 0 ? CollectionKind.Array : model.Types[collection].Collection,
            element < 0 ? item.TypeName : model.Types[element].Identity,
            IsMemoryOfItems: item.Type == element,
            ResultsMayKeepToken: !stage.IsEffect && model.Types[stage.OutputType].MayKeepToken,
            CapturesPipeline: stage.Policies.Count > 0
                ? !_entryPoint.IsStatic
                : !stage.IsStatic && !model.Sources[stage.Source].IsStatic
        );
    }

    // The array of results of another stage that runs for each element has no type of its own.
    private int TypeOf(Binding binding) =>
        binding.Kind == BindingKind.Carried
            ? model.Stages[plan.Stages[binding.Index].Stage].Loop!.StateType
            : TypeOfProducer(binding.Producers.First());

    private int TypeOfProducer(Binding producer) =>
        producer.Kind == BindingKind.Input
            ? _entryPoint.Inputs[producer.Index].Type
            : ValueTarget
                .OutputOf(model.Stages[plan.Stages[producer.Index].Stage], plan.Stages[producer.Index].Bound.ResultForm)
                .Type;
}
